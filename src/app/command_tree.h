// What the command line takes, as plain values: the completions and the man
// page are made of it. It is read from the same app that reads the arguments.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace catalint {

/// What a value stands for, and so what completes it.
enum class ValueKind : std::uint8_t {
  kNone,         // a flag
  kText,         // anything
  kWord,         // one of `words`
  kFile,         // a file
  kPath,         // a file or a directory
  kRules,        // ids of rules, with commas between them
  kRuleOrFile,   // the id of a rule, or a file
  kWordAndFile,  // one of `words`, `=`, and a file
  kCommit,       // a name that git knows a commit by
};

/// An option, or an argument without a name.
struct Argument {
  std::vector<std::string> names;  // as `-o` and `--output`; of options alone
  ValueKind kind = ValueKind::kNone;
  std::string value_name;          // as the help has it: `FILE`
  std::vector<std::string> words;  // whatever the program takes
  std::string default_value;
  std::string about;
  bool repeats = false;
  bool is_required = false;
};

struct CommandTree {
  std::string name;  // all of it: `catalint check`
  std::string about;
  std::vector<Argument> options;
  std::vector<Argument> arguments;
  std::vector<CommandTree> commands;

  /// The last word of the name.
  std::string word() const { return name.substr(name.rfind(' ') + 1); }
};

/// The command line of the program itself.
CommandTree command_tree();

CommandTree read_command_tree(CLI::App& app);

}  // namespace catalint
