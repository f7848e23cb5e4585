// What the verbs ask of lists of words.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

inline bool contains(const std::vector<std::string>& words,
                     std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace catalint
