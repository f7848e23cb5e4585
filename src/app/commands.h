// The commands beside `check`: what they take.
#pragma once

#include <CLI/CLI.hpp>

#include "app/options.h"

namespace catalint {

/// What they are given is read into `options`, which must outlive the app.
void add_other_commands(CLI::App& app, Options& options);

/// The command of a line that has been parsed.
Command command_of(const CLI::App& app);

}  // namespace catalint
