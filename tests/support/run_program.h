// Runs the program inside the test, with streams instead of a terminal.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/env.h"

namespace catalint {

struct Invocation {
  std::vector<std::string> arguments = {};
  std::string in = {};
  std::map<std::string, std::string> variables = {};  // the whole environment
  bool out_is_terminal = false;
  const FileSystem* files = nullptr;  // null: the machine's
  AskJira ask_jira = {};              // empty: nobody is asked
};

struct Outcome {
  int status = 0;
  std::string out;
  std::string err;
};

/// In the current working directory of the test.
Outcome run_program(const Invocation& invocation);

/// The same with these files in the machine's place.
Outcome run_with(const FileSystem& files, std::vector<std::string> arguments,
                 const std::string& in = "",
                 std::map<std::string, std::string> variables = {});

}  // namespace catalint
