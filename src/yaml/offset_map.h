// libyaml counts code points of what it was given, the library counts bytes of
// the source.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

/// Text that libyaml is given and the source does not have, before the byte of
/// that offset of the source.
struct Insertion {
  std::size_t offset = 0;
  std::string text;
};

class OffsetMap {
 public:
  /// Keeps a view of the text and of the insertions that it holds, in their
  /// order. A byte order mark at its start is not counted by libyaml.
  OffsetMap(std::string_view text, bool is_ascii,
            std::span<const Insertion> insertions = {});

  /// The offset in the source of a code point of the text (from 0); the
  /// source's size past its end, the place of the insertion inside one.
  [[nodiscard]] std::size_t byte_offset(std::size_t code_point) const;

 private:
  static constexpr std::size_t kStride = 256;

  [[nodiscard]] std::size_t offset_in_text(std::size_t code_point) const;

  std::string_view text_;
  std::span<const Insertion> insertions_;
  std::size_t first_ = 0;                 // byte offset of code point 0
  std::vector<std::size_t> checkpoints_;  // every kStride code points
};

}  // namespace catalint
