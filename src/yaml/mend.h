// Places at which libyaml stops and the `yaml` package reads on, each with the
// change of the text that lets libyaml read what the package reads.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace catalint {

struct Mend {
  std::size_t offset = 0;  // in bytes
  std::string text;        // goes in here, or over as many bytes
  bool inserts = false;
};

/// The change for the problem (in libyaml's words) at that offset of the text;
/// nothing where the package stops too:
/// - a tab on a line that holds nothing or a comment alone, and between `-` or
///   `?` and a value that is no block collection, is a space;
/// - a `:` without a key before it has the key null;
/// - `key:` in a flow collection needs no space before `,[]{}`;
/// - a key of a flow map may end on another line than it starts on. `key` is
///   where the last one starts of the map in which libyaml stopped.
std::optional<Mend> find_mend(std::string_view problem, std::string_view text,
                              std::size_t offset,
                              std::optional<std::size_t> key);

}  // namespace catalint
