// A text file as it was read, and places in it.
//
// SourceFile owns the bytes; every string_view and Span that the library hands
// out points into it and lives as long as it does. Nothing here fails.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/span.h"

namespace catalint {

/// Lines of a file that follow each other, with their line ends.
struct SourceLines {
  std::size_t number = 1;  // of the first one, from 1
  std::size_t offset = 0;  // where it starts, in bytes
  std::string text;
};

/// The bytes of one file and the name it is reported under. Lines end at LF
/// alone, as in the parser that Backstage uses: one CR before it belongs to the
/// line's end, any other CR is text. Not safe to share between threads: the
/// tables of lines and columns are made at the first question about a position.
class SourceFile {
 public:
  SourceFile(std::string path, std::string bytes)
      : path_(std::move(path)),
        bytes_(std::move(bytes)),
        size_(bytes_.size()) {}

  /// An excerpt: some lines of a file of `size` bytes, in their order. Offsets
  /// and lines are those of the file; where has() says no, answers are those
  /// for a line nearby.
  SourceFile(std::string path, std::size_t size,
             const std::vector<SourceLines>& lines);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// All bytes that are here; those of an excerpt have other offsets.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view text(Span span) const {
    const std::size_t begin = local(span.begin);
    return bytes().substr(begin, local(span.end) - begin);
  }

  [[nodiscard]] bool is_excerpt() const { return is_excerpt_; }
  /// Whether a span may begin or end there: not outside of the file, nor in
  /// lines that an excerpt leaves out.
  [[nodiscard]] bool has(std::size_t offset) const;

  /// In which the last character of a span is that is no white space; its first
  /// line where there is none.
  [[nodiscard]] std::size_t last_visible_line(Span span) const;

  /// Any offset up to the size of the file.
  [[nodiscard]] Position position(std::size_t offset) const;

  /// The bytes of a line (from 1; the last line, when there are fewer) without
  /// its line end.
  [[nodiscard]] Span line_span(std::size_t line) const;

  /// The part of a span that lies on its first line, without the line's end.
  [[nodiscard]] Span first_line_of(Span span) const;

 private:
  struct Checkpoint {
    std::size_t offset;  // where a code point starts
    std::size_t count;   // of the code points before it
  };

  // Where SourceLines went.
  struct Run {
    Span span;              // in the file
    std::size_t number;     // of its first line, from 1
    std::size_t begin;      // in bytes_
    std::size_t lines = 0;  // that stand before it in bytes_
  };

  // The last run that starts there or before; the first one where none does.
  [[nodiscard]] const Run& run_at(std::size_t offset) const;
  [[nodiscard]] std::size_t local(std::size_t offset) const {
    return is_excerpt_ ? local_in_excerpt(offset) : offset;
  }
  [[nodiscard]] std::size_t local_in_excerpt(std::size_t offset) const;
  // The number of the line that a place in bytes_ belongs to.
  [[nodiscard]] std::size_t line_at(std::size_t at) const;
  // How many lines start at a place in bytes_ or before.
  [[nodiscard]] std::size_t lines_until(std::size_t at) const;
  [[nodiscard]] Span local_line_span(std::size_t line) const;

  [[nodiscard]] const std::vector<std::size_t>& line_starts() const;
  [[nodiscard]] std::size_t code_points_in(Span span) const;
  [[nodiscard]] std::size_t code_points_before(std::size_t offset) const;

  std::string path_;
  std::string bytes_;
  std::size_t size_;  // of the file
  bool is_excerpt_ = false;
  std::vector<Run> runs_;  // of an excerpt, one at least
  mutable std::vector<std::size_t> line_starts_;
  mutable std::vector<Checkpoint> checkpoints_;
};

}  // namespace catalint
