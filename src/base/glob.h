// Shell-like patterns for rule ids and file names.
#pragma once

#include <string_view>

namespace catalint {

/// `*` stands for any run of bytes, slashes too, `?` for one byte; everything
/// else for itself. Takes time in proportion to the product of the lengths.
bool glob_matches(std::string_view pattern, std::string_view text);

inline bool is_glob(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

}  // namespace catalint
