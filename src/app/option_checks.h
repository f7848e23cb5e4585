// What an option may be given; CLI11 puts its name before what they say.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace catalint {

/// One of a few words, told with the nearest one when it is another.
CLI::Validator one_of(std::vector<std::string> words);

CLI::Validator a_number_up_to(unsigned most);

/// A variable that a script forgot to set is no way to leave an option out.
/// `expected` is what the mistake names.
CLI::Validator not_empty(const std::string& expected);

}  // namespace catalint
