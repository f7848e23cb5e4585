// Runs git and takes what it prints.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace catalint {

/// The standard output of `git ARGUMENTS` in a directory, with the settings
/// that keep a repository from starting programs of its own. An error when git
/// is not there or fails; what it says on standard error is dropped.
Result<std::string> run_git(const std::string& directory,
                            const std::vector<std::string>& arguments);

/// The parts of a text that ends each of them with NUL.
std::vector<std::string> split_at_nul(const std::string& text);

}  // namespace catalint
