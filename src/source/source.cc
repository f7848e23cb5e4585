#include "catalint/source.h"

#include <algorithm>

namespace catalint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

const std::vector<std::size_t>& SourceFile::line_starts() const {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (std::size_t i = bytes_.find('\n'); i != std::string::npos;
         i = bytes_.find('\n', i + 1)) {
      line_starts_.push_back(i + 1);
    }
  }
  return line_starts_;
}

Position SourceFile::position(std::size_t offset) const {
  const auto& starts = line_starts();
  offset = std::min(offset, bytes_.size());
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<std::size_t>(next - starts.begin());
  std::size_t from = starts[line - 1];
  if (from == 0 && bytes_.starts_with(kByteOrderMark)) {
    from = std::min(kByteOrderMark.size(), offset);
  }
  const auto code_points =
      std::count_if(bytes_.begin() + static_cast<std::ptrdiff_t>(from),
                    bytes_.begin() + static_cast<std::ptrdiff_t>(offset),
                    [](char byte) { return !is_continuation(byte); });
  return {line, static_cast<std::size_t>(code_points) + 1};
}

Span SourceFile::line_span(std::size_t line) const {
  const auto& starts = line_starts();
  const std::size_t begin = starts[std::min(line, starts.size()) - 1];
  std::size_t end = line < starts.size() ? starts[line] - 1 : bytes_.size();
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

Span SourceFile::first_line_of(Span span) const {
  const std::size_t newline = bytes_.find('\n', span.begin);
  std::size_t end = std::min(
      span.end, newline == std::string::npos ? bytes_.size() : newline);
  if (end > span.begin && end < span.end && bytes_[end - 1] == '\r') --end;
  return {span.begin, std::max(span.begin, end)};
}

}  // namespace catalint
