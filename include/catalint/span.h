// Places in a text file, as plain values.
#pragma once

#include <compare>
#include <cstddef>

namespace catalint {

/// A half-open range of byte offsets into a file.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool contains(std::size_t offset) const {
    return begin <= offset && offset < end;
  }
  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;
};

/// A place for people: both from 1; the column counts Unicode code points as
/// decode_utf8 finds them (bytes that are no UTF-8 too), and a byte order mark
/// at the start of the file is not counted.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
  bool operator==(const Position&) const = default;
};

/// Lines from 1; the last one counts too.
struct LineRange {
  std::size_t first = 1;
  std::size_t last = 1;

  bool operator==(const LineRange&) const = default;
};

}  // namespace catalint
