// A unified diff, as `git apply` and `patch -p1` take it.
#pragma once

#include <string>
#include <string_view>

namespace catalint {

/// Empty when nothing changed. Lines keep their line ends; the path is quoted
/// as git does where it holds more than printable ASCII.
std::string unified_diff(std::string_view path, std::string_view before,
                         std::string_view after);

}  // namespace catalint
