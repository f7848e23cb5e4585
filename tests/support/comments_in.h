// The comments of a text, for tests of what keeps them.
#pragma once

#include <string>
#include <vector>

namespace catalint {

/// Sorted, each from its `#` to the end of the line.
std::vector<std::string> comments_in(const std::string& text);

}  // namespace catalint
