// Where the bytes of a derived text came from: a scalar's value from the file,
// a filled query from the value. Built by appending, in the text's order.
// Nothing here fails.
#pragma once

#include <cstddef>
#include <vector>

#include "catalint/source.h"

namespace catalint {

class OriginMap {
 public:
  /// The next bytes of the text are a copy of this range, byte for byte.
  void append_copy(Span origin);
  /// The next `length` bytes of the text came from this range as a whole.
  void append_made(std::size_t length, Span origin);
  /// The next bytes of the text are this range of another text, whose map
  /// `from` is.
  void append_part(const OriginMap& from, Span range);

  /// How many bytes of the text are known.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// The smallest range that all bytes of a range of the text came from. An
  /// empty range is taken for the byte after it, or the last one; an empty
  /// text came from nowhere.
  [[nodiscard]] Span origin_of(Span range) const;

 private:
  struct Piece {
    std::size_t begin;  // into the text, up to where the next one begins
    Span origin;
    bool is_copy;
  };

  [[nodiscard]] std::vector<Piece>::const_iterator piece_at(
      std::size_t offset) const;

  std::vector<Piece> pieces_;  // in their order, none of them empty
  std::size_t size_ = 0;
};

}  // namespace catalint
