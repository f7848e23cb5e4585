#include "yaml/offset_map.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, bool is_ascii,
                     std::span<const Insertion> insertions)
    : text_(text), insertions_(insertions) {
  if (is_ascii) return;
  if (text.starts_with(kByteOrderMarkBytes))
    first_ = kByteOrderMarkBytes.size();
  std::size_t count = 0;
  for (std::size_t i = first_; i < text.size(); ++i) {
    if (is_continuation(text[i])) continue;
    if (count++ % kStride == 0) checkpoints_.push_back(i);
  }
}

std::size_t OffsetMap::byte_offset(std::size_t code_point) const {
  std::size_t offset = offset_in_text(code_point);
  for (const Insertion& insertion : insertions_) {
    if (offset <= insertion.offset) break;
    offset -= std::min(offset - insertion.offset, insertion.text.size());
  }
  return offset;
}

std::size_t OffsetMap::offset_in_text(std::size_t code_point) const {
  if (checkpoints_.empty()) return std::min(code_point + first_, text_.size());
  const std::size_t checkpoint = code_point / kStride;
  if (checkpoint >= checkpoints_.size()) return text_.size();
  std::size_t i = checkpoints_[checkpoint];
  for (std::size_t left = code_point % kStride; left > 0 && i < text_.size();
       --left) {
    ++i;
    while (i < text_.size() && is_continuation(text_[i])) ++i;
  }
  return i;
}

}  // namespace catalint
