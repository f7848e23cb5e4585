// Reads a stream line by line, and knows where each of them is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>

namespace catalint {

class LineReader {
 public:
  /// The most that a line may hold, in bytes.
  static constexpr std::size_t kLongestLine = std::size_t{1} << 28U;

  explicit LineReader(std::shared_ptr<std::istream> in) : in_(std::move(in)) {}

  /// Whether there is one more, which `text()` then is, without its end.
  bool next();
  /// Goes to where a line starts, and reads that one.
  bool next_at(std::uint64_t offset);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t number() const { return number_; }  // from 1
  [[nodiscard]] std::uint64_t offset() const { return offset_; }

  /// What is wrong where next() says no; empty at the end of the stream.
  [[nodiscard]] const char* mistake() const { return mistake_; }

 private:
  std::shared_ptr<std::istream> in_;
  std::string text_;
  std::size_t number_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t end_ = 0;  // of the line
  const char* mistake_ = "";
};

}  // namespace catalint
