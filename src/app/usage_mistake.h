// What is wrong with a command line, in words of our own.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

#include "app/env.h"

namespace catalint {

/// A first word that is neither an option nor a command; an empty command line.
std::optional<std::string> wrong_command(const Env& env, const CLI::App& app);

/// What CLI11 refuses, in one line: what was seen, and what to do.
std::string usage_mistake(const CLI::ParseError& error, const CLI::App& app);

}  // namespace catalint
