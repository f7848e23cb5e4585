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

SourceFile::SourceFile(std::string path, std::size_t size,
                       const std::vector<SourceLines>& lines)
    : path_(std::move(path)), size_(size), is_excerpt_(true) {
  std::size_t count = 0;
  for (const SourceLines& run : lines) {
    runs_.push_back({{run.offset, run.offset + run.text.size()},
                     run.number,
                     bytes_.size(),
                     count});
    bytes_ += run.text;
    count += static_cast<std::size_t>(
        std::count(run.text.begin(), run.text.end(), '\n'));
  }
  if (runs_.empty()) runs_.push_back({{0, 0}, 1, 0, 0});
}

const SourceFile::Run& SourceFile::run_at(std::size_t offset) const {
  const auto next = std::upper_bound(
      runs_.begin(), runs_.end(), offset,
      [](std::size_t at, const Run& run) { return at < run.span.begin; });
  return next == runs_.begin() ? *next : *std::prev(next);
}

std::size_t SourceFile::local_in_excerpt(std::size_t offset) const {
  const Run& run = run_at(offset);
  const std::size_t at = std::max(offset, run.span.begin) - run.span.begin;
  return run.begin + std::min(at, run.span.size());
}

bool SourceFile::has(std::size_t offset) const {
  if (offset > size_) return false;
  if (!is_excerpt_) return true;
  const Span span = run_at(offset).span;
  // Behind the last line's end the next line starts, unless it is the last.
  return span.contains(offset) || (offset == size_ && offset == span.end);
}

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

std::size_t SourceFile::lines_until(std::size_t at) const {
  const auto& starts = line_starts();
  const auto next = std::upper_bound(starts.begin(), starts.end(), at);
  return static_cast<std::size_t>(next - starts.begin());
}

std::size_t SourceFile::line_at(std::size_t at) const {
  const std::size_t line = lines_until(at);
  if (!is_excerpt_) return line;
  const auto next = std::upper_bound(
      runs_.begin(), runs_.end(), at,
      [](std::size_t place, const Run& run) { return place < run.begin; });
  const Run& run = next == runs_.begin() ? *next : *std::prev(next);
  return run.number + (line - 1 - run.lines);
}

std::size_t SourceFile::last_visible_line(Span span) const {
  const std::size_t last = text(span).find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? position(span.begin).line
                                        : line_at(local(span.begin) + last);
}

Position SourceFile::position(std::size_t offset) const {
  const std::size_t at = std::min(local(offset), bytes_.size());
  std::size_t line = lines_until(at);
  std::size_t from = line_starts()[line - 1];
  const bool at_top = from == 0 && (!is_excerpt_ || runs_[0].span.begin == 0);
  if (at_top && bytes_.starts_with(kByteOrderMarkBytes)) {
    from = std::min(kByteOrderMarkBytes.size(), at);
  }
  if (is_excerpt_) {
    const Run& run = run_at(offset);
    line = run.number + (line - 1 - run.lines);
  }
  return {line, code_points_in({from, at}) + 1};
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

Span SourceFile::local_line_span(std::size_t line) const {
  const auto& starts = line_starts();
  line = std::min(line, starts.size());
  const std::size_t end = line == starts.size()
                              ? bytes_.size()
                              : line_end(bytes_, starts[line] - 1);
  return {starts[line - 1], end};
}

Span SourceFile::line_span(std::size_t line) const {
  if (!is_excerpt_) return local_line_span(line);
  const auto next = std::upper_bound(
      runs_.begin(), runs_.end(), line,
      [](std::size_t number, const Run& run) { return number < run.number; });
  const Run& run = next == runs_.begin() ? *next : *std::prev(next);
  const std::size_t below = std::max(line, run.number) - run.number;
  const Span span = local_line_span(run.lines + below + 1);
  const std::size_t shift = run.span.begin - run.begin;
  return {span.begin + shift, span.end + shift};
}

Span SourceFile::first_line_of(Span span) const {
  const std::size_t begin = local(span.begin);
  const std::size_t line_end = local_line_span(lines_until(begin)).end;
  const std::size_t end = std::max(begin, std::min(local(span.end), line_end));
  return {span.begin, span.begin + (end - begin)};
}

}  // namespace catalint
