// The commands beside `check`: what they take.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "app/options.h"

namespace catalint {

/// One of a few words, told with the nearest one when it is another.
CLI::Validator one_of(std::vector<std::string> words);

/// What they are given is read into `options`, which must outlive the app.
void add_other_commands(CLI::App& app, Options& options);

/// The command of a line that has been parsed.
Command command_of(const CLI::App& app);

}  // namespace catalint
