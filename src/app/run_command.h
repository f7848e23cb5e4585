// Runs another program and takes what it prints.
#pragma once

#include <string>
#include <vector>

namespace catalint {

struct CommandOutcome {
  int start_error = 0;      // errno where it could not be started, else 0
  bool has_worked = false;  // it ended with 0, and all of its output is here
  std::string output;
};

/// The first word names the program, which is looked for on the PATH. Standard
/// input is empty, and what it says on standard error is dropped.
CommandOutcome run_command(std::vector<std::string> words);

}  // namespace catalint
