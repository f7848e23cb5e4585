// Places at which libyaml stops and the `yaml` package reads on, each with the
// change of the text that lets libyaml read what the package reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace catalint {

struct Mend {
  enum class Kind : std::uint8_t {
    kOverwrite,  // `text` goes over as many bytes
    kInsert,     // `text` goes in before the byte
    kAsText,     // the byte is a character of a scalar; `text` is empty
  };

  std::size_t offset = 0;  // in bytes
  std::string text;
  Kind kind = Kind::kOverwrite;
};

/// The change for the problem (in libyaml's words) at that offset of the text;
/// nothing where the package stops too:
/// - a tab on a line that holds nothing or a comment alone, and between `-` or
///   `?` and a value that is no block collection, is a space;
/// - a tab may be the first character of a block, behind its indentation;
/// - names of anchors and aliases may hold more than letters and digits;
/// - a `:` without a key before it has the key null;
/// - a `:` between brackets may start a plain scalar;
/// - `key:` in a flow collection needs no space before `,[]{}`;
/// - a key of a flow map may end on another line than it starts on. `key` is
///   where the last one starts of the map in which libyaml stopped;
/// - what is indented below a key such as `? [a]` is dropped without a word.
std::optional<Mend> find_mend(std::string_view problem, std::string_view text,
                              std::size_t offset,
                              std::optional<std::size_t> key);

}  // namespace catalint
