// Letters of other alphabets that look like ASCII ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace catalint {

struct Confusable {
  std::size_t begin = 0;  // of the first look-alike, in bytes
  std::size_t end = 0;
  std::string description;  // "`А` is U+0410, not the letter A"
  std::string ascii;        // the whole text with all of them replaced
};

/// The look-alikes of a text that is ASCII otherwise; nothing when it has
/// none, or other characters that are not ASCII.
std::optional<Confusable> find_confusable(std::string_view text);

}  // namespace catalint
