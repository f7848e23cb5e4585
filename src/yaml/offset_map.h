// libyaml counts code points, the library counts bytes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace catalint {

class OffsetMap {
 public:
  /// Keeps a view of the text. A byte order mark at its start is not counted
  /// by libyaml.
  OffsetMap(std::string_view text, bool is_ascii);

  /// The byte offset of a code point (from 0); the text's size past its end.
  [[nodiscard]] std::size_t byte_offset(std::size_t code_point) const;

 private:
  static constexpr std::size_t kStride = 256;

  std::string_view text_;
  std::size_t first_ = 0;                 // byte offset of code point 0
  std::vector<std::size_t> checkpoints_;  // every kStride code points
};

}  // namespace catalint
