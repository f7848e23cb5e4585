#include "report/snippet.h"

#include <algorithm>

#include "base/text.h"
#include "report/report.h"

namespace catalint {
namespace {

constexpr std::size_t kWidest = 120;
constexpr std::size_t kContext = 40;  // columns kept before a far-off span

// Terminals give two columns to most East Asian characters and emoji.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    columns += is_wide(decode_utf8(text, i)) ? 2 : 1;
  }
  return columns;
}

std::string shown(const FileReport& file, Span span) {
  std::string out;
  const std::string text = masked_text(file, span);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t tab = std::min(text.find('\t', i), text.size());
    out += escape_for_display(std::string_view(text).substr(i, tab - i),
                              text.size() + 1);
    if (tab < text.size()) out += "    ";
    i = tab + 1;
  }
  return out;
}

// Without cutting a code point in two.
std::size_t step_back(std::string_view text, std::size_t at, std::size_t most) {
  while (at > 0 && most > 0) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
      --at;
    }
    --most;
  }
  return at;
}

std::size_t step_on(std::string_view text, std::size_t at, std::size_t most) {
  while (at < text.size() && most > 0) {
    decode_utf8(text, at);
    --most;
  }
  return at;
}

}  // namespace

Snippet snippet_of(const FileReport& file, Span span) {
  const SourceFile& source = *file.source;
  Span line = source.line_span(source.position(span.begin).line);
  if (line.begin == 0 && source.text(line).starts_with(kByteOrderMarkBytes)) {
    line.begin = 3;
  }
  Span part = source.first_line_of(span);
  part.begin = std::clamp(part.begin, line.begin, line.end);
  part.end = std::clamp(part.end, part.begin, line.end);

  // Cut the source before it is escaped, so that a huge line costs nothing.
  const std::string_view text = source.text(line);
  const std::size_t before_part = part.begin - line.begin;
  const std::size_t cut = before_part > kWidest - kContext
                              ? step_back(text, before_part, kContext)
                              : 0;
  const std::size_t begin = line.begin + cut;
  const std::size_t end = line.begin + step_on(text, cut, kWidest);
  const std::size_t part_end = std::clamp(part.end, part.begin, end);

  const std::string before =
      (begin > line.begin ? "…" : "") + shown(file, {begin, part.begin});
  const std::string middle = shown(file, {part.begin, part_end});
  Snippet snippet;
  snippet.line = before + middle + shown(file, {part_end, end}) +
                 (end < line.end ? "…" : "");
  snippet.carets =
      std::string(columns_of(before), ' ') +
      std::string(std::max<std::size_t>(columns_of(middle), 1), '^');
  return snippet;
}

}  // namespace catalint
