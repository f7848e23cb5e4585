// What was to be linted and could not be read.
#pragma once

#include <string>

namespace catalint {

/// A file or a directory.
struct UnreadPath {
  std::string path;
  std::string message;  // why not, ready for display; names the path

  bool operator==(const UnreadPath&) const = default;
};

}  // namespace catalint
