#include "catalint/source.h"

#include <algorithm>

namespace catalint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// How many bytes lie between two checkpoints.
constexpr std::size_t kStride = 1024;

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
      }));
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
  return {line, code_points_in({from, offset}) + 1};
}

// A huge line may hold many findings; none of them counts it all again.
std::size_t SourceFile::code_points_in(Span span) const {
  if (span.size() <= kStride) return count_code_points(text(span));
  return code_points_before(span.end) - code_points_before(span.begin);
}

std::size_t SourceFile::code_points_before(std::size_t offset) const {
  if (checkpoints_.empty()) {
    std::size_t count = 0;
    for (std::size_t i = 0; i <= bytes_.size(); i += kStride) {
      checkpoints_.push_back(count);
      count += count_code_points(bytes().substr(i, kStride));
    }
  }
  const std::size_t checkpoint = offset / kStride;
  return checkpoints_[checkpoint] +
         count_code_points(text({checkpoint * kStride, offset}));
}

Span SourceFile::line_span(std::size_t line) const {
  const auto& starts = line_starts();
  const std::size_t begin = starts[std::min(line, starts.size()) - 1];
  std::size_t end = line < starts.size() ? starts[line] - 1 : bytes_.size();
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

Span SourceFile::first_line_of(Span span) const {
  const std::string_view all = text(
      {std::min(span.begin, bytes_.size()), std::max(span.begin, span.end)});
  std::size_t end = span.begin + std::min(all.find('\n'), all.size());
  if (end > span.begin && end < span.end && bytes_[end - 1] == '\r') --end;
  return {span.begin, std::max(span.begin, end)};
}

}  // namespace catalint
