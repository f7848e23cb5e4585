#include "source/origin_map.h"

#include <algorithm>

namespace catalint {

void OriginMap::append_copy(Span origin) {
  if (origin.size() == 0) return;
  const bool goes_on = !pieces_.empty() && pieces_.back().is_copy &&
                       pieces_.back().origin.end == origin.begin;
  if (goes_on) {
    pieces_.back().origin.end = origin.end;
  } else {
    pieces_.push_back({size_, origin, true});
  }
  size_ += origin.size();
}

void OriginMap::append_made(std::size_t length, Span origin) {
  if (length == 0) return;
  pieces_.push_back({size_, origin, false});
  size_ += length;
}

void OriginMap::append_part(const OriginMap& from, Span range) {
  while (range.begin < range.end) {
    const auto piece = from.piece_at(range.begin);
    const auto next = piece + 1;
    const std::size_t end = next == from.pieces_.end()
                                ? range.end
                                : std::min(range.end, next->begin);
    if (piece->is_copy) {
      append_copy(from.origin_of({range.begin, end}));
    } else {
      append_made(end - range.begin, piece->origin);
    }
    range.begin = end;
  }
}

std::vector<OriginMap::Piece>::const_iterator OriginMap::piece_at(
    std::size_t offset) const {
  return std::prev(std::upper_bound(
      pieces_.begin(), pieces_.end(), offset,
      [](std::size_t at, const Piece& piece) { return at < piece.begin; }));
}

Span OriginMap::origin_of(Span range) const {
  if (pieces_.empty()) return {};
  const std::size_t last =
      std::min(std::max(range.begin + 1, range.end), size_) - 1;
  const std::size_t first = std::min(range.begin, last);
  const Piece& from = *piece_at(first);
  const Piece& to = *piece_at(last);
  return {from.origin.begin + (from.is_copy ? first - from.begin : 0),
          to.is_copy ? to.origin.begin + (last - to.begin) + 1 : to.origin.end};
}

}  // namespace catalint
