// The outside world, as main hands it in.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "app/file_system.h"
#include "app/jira_inquiry.h"
#include "base/secret.h"

namespace catalint {

struct Env {
  std::vector<std::string> arguments;  // without the program's name
  std::istream& in;
  std::ostream& out;  // the report alone
  std::ostream& err;  // everything else
  const FileSystem& files;
  /// The value of an environment variable; nothing when it is not set.
  std::function<std::optional<std::string>(const std::string&)> variable;
  /// The same of one that may hold a credential: it is taken out, so that no
  /// program that is started later has it.
  std::function<std::optional<Secret>(const std::string&)> take_secret =
      [](const std::string& /*name*/) { return std::nullopt; };
  /// As read_secret() of app/read_secret.h.
  std::function<Result<Secret>(const std::string& prompt)> read_secret;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  /// Whether nobody reads `out` any more, as behind `| head`.
  std::function<bool()> reader_is_gone = [] { return false; };
  /// Asks a live Jira; empty in the program that cannot.
  AskJira ask_jira = {};
  /// Becomes the program of this name beside this one, with the same arguments.
  /// Answers why that is not possible.
  std::function<std::string(const std::string& name)> become =
      [](const std::string& name) { return name + " is not there"; };
};

/// What the program says with its exit status, the same in every format.
enum ExitStatus : int {
  kClean = 0,     // nothing at or above --fail-on
  kFindings = 1,  // something is
  kUsage = 2,     // wrong usage, config or rule pack, or nothing to lint
  kFailure = 3,   // something could not be read or written
};

}  // namespace catalint
