#include "catalint/source.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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
  std::size_t column = 1;
  for (std::size_t i = from; i < offset; ++column) decode_utf8(bytes_, i);
  return {line, column};
}

Span SourceFile::line_span(std::size_t line) const {
  const auto& starts = line_starts();
  const std::size_t begin = starts[std::min(line, starts.size()) - 1];
  return {begin, line_end(begin)};
}

Span SourceFile::first_line_of(Span span) const {
  const std::size_t end = std::min(span.end, line_end(span.begin));
  return {span.begin, std::max(span.begin, end)};
}

std::size_t SourceFile::line_end(std::size_t offset) const {
  const std::size_t newline = bytes_.find('\n', offset);
  if (newline == std::string::npos) return bytes_.size();
  const bool has_carriage_return = newline > 0 && bytes_[newline - 1] == '\r';
  return has_carriage_return ? newline - 1 : newline;
}

}  // namespace catalint
