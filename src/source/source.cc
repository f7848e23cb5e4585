#include "catalint/source.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

// About how many bytes lie between two checkpoints.
constexpr std::size_t kStride = 1024;

// Where the line ends that this line feed ends.
std::size_t line_end(std::string_view bytes, std::size_t newline) {
  const bool has_carriage_return = newline > 0 && bytes[newline - 1] == '\r';
  return has_carriage_return ? newline - 1 : newline;
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
  if (from == 0 && bytes_.starts_with(kByteOrderMarkBytes)) {
    from = std::min(kByteOrderMarkBytes.size(), offset);
  }
  return {line, code_points_in({from, offset}) + 1};
}

// A huge line may hold many findings; none of them counts it all again.
std::size_t SourceFile::code_points_in(Span span) const {
  if (span.size() > kStride) {
    return code_points_before(span.end) - code_points_before(span.begin);
  }
  std::size_t count = 0;
  for (std::size_t i = span.begin; i < span.end; ++count) {
    decode_utf8(bytes_, i);
  }
  return count;
}

std::size_t SourceFile::code_points_before(std::size_t offset) const {
  if (checkpoints_.empty()) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < bytes_.size(); ++count) {
      if (i >= checkpoints_.size() * kStride) {
        checkpoints_.push_back({i, count});
      }
      decode_utf8(bytes_, i);
    }
    checkpoints_.push_back({bytes_.size(), count});
  }
  const Checkpoint& before = checkpoints_[offset / kStride];
  std::size_t at = before.offset;
  std::size_t count = before.count;
  for (; at < offset; ++count) decode_utf8(bytes_, at);
  return count;
}

Span SourceFile::line_span(std::size_t line) const {
  const auto& starts = line_starts();
  line = std::min(line, starts.size());
  const std::size_t end = line == starts.size()
                              ? bytes_.size()
                              : line_end(bytes_, starts[line] - 1);
  return {starts[line - 1], end};
}

Span SourceFile::first_line_of(Span span) const {
  // A CR at the end of the span belongs to a LF right behind it.
  const std::string_view until = bytes().substr(0, span.end + 1);
  const std::size_t newline = until.find('\n', span.begin);
  const std::size_t end = newline == std::string_view::npos
                              ? bytes_.size()
                              : line_end(bytes_, newline);
  return {span.begin, std::max(span.begin, std::min(span.end, end))};
}

}  // namespace catalint
