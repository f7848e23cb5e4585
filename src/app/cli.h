// The command line: what it takes, and what its help says.
#pragma once

#include <optional>

#include "app/env.h"
#include "app/options.h"

namespace catalint {

/// Either options to run with, or the exit status of a run that is over: help
/// and version are printed to `out`, mistakes to `err`.
struct ParsedCommandLine {
  std::optional<Options> options;
  int exit_status = kClean;
};

ParsedCommandLine parse_command_line(Env& env);

}  // namespace catalint
