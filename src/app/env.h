// The outside world, as main hands it in.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "app/file_system.h"

namespace catalint {

struct Env {
  std::vector<std::string> arguments;  // without the program's name
  std::istream& in;
  std::ostream& out;  // the report alone
  std::ostream& err;  // everything else
  const FileSystem& files;
  /// The value of an environment variable; nothing when it is not set.
  std::function<std::optional<std::string>(const std::string&)> variable;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  /// Whether nobody reads `out` any more, as behind `| head`.
  std::function<bool()> reader_is_gone = [] { return false; };
};

/// What the program says with its exit status, the same in every format.
enum ExitStatus : int {
  kClean = 0,     // nothing at or above --fail-on
  kFindings = 1,  // something is
  kUsage = 2,     // wrong usage, config or rule pack, or nothing to lint
  kFailure = 3,   // something could not be read or written
};

}  // namespace catalint
