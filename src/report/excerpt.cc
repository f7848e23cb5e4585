#include "report/excerpt.h"

#include <algorithm>

#include "base/text.h"
#include "jira/secret.h"

namespace catalint {
namespace {

// What stands for a code point, or for bytes that are none: it has the same
// bytes in the eyes of everybody who counts them.
std::string filler_for(std::string_view bytes, bool is_utf8) {
  constexpr std::string_view kFillers[] = {"*", "\u00B7", "\u2026",
                                           "\U00010000"};
  if (bytes == "\n" || bytes == "\r") return std::string(bytes);
  if (is_utf8) return std::string(kFillers[bytes.size() - 1]);
  if (bytes.size() > 1) {  // a code point that is cut off
    return std::string(kFillers[bytes.size()].substr(0, bytes.size()));
  }
  const bool is_continuation =
      (static_cast<unsigned char>(bytes.front()) & 0xC0U) == 0x80U;
  return is_continuation ? "\x80" : "\xFF";
}

// The whole line, with its end.
Span line_with_end(const SourceFile& source, std::size_t number) {
  const Span line = source.line_span(number);
  const std::size_t newline = source.bytes().find('\n', line.end);
  return {line.begin,
          newline == std::string_view::npos ? source.size() : newline + 1};
}

}  // namespace

std::vector<Span> secrets_of(const FileReport& file) {
  return file.knows_secrets ? file.secrets
                            : credentials_in(file.source->bytes());
}

std::string overwritten(std::string_view secret) {
  std::size_t at = shown_end(secret);
  // White space at its end tells nothing, and where a text ends tells lines.
  const std::size_t last = secret.find_last_not_of(" \t\r\n");
  const std::size_t end =
      last == std::string_view::npos ? at : std::max(at, last + 1);
  std::string out(secret.substr(0, at));
  while (at < end) {
    const std::size_t begin = at;
    const bool is_utf8 = decode_utf8(secret, at) != kNotUtf8;
    out += filler_for(secret.substr(begin, at - begin), is_utf8);
  }
  return out += secret.substr(end);
}

std::vector<SourceLines> excerpt_of(const SourceFile& source,
                                    std::set<std::size_t> lines,
                                    const std::vector<Span>& secrets) {
  for (const Span secret : secrets) {
    std::size_t line = source.position(secret.begin).line;
    if (lines.count(line) == 0) continue;
    const std::size_t end = secret.begin + shown_end(source.text(secret));
    while (line < source.position(end).line) lines.insert(++line);
  }
  std::vector<SourceLines> runs;
  std::size_t last = 0;
  for (const std::size_t number : lines) {
    const Span line = line_with_end(source, number);
    if (runs.empty() || number != last + 1) {
      runs.push_back({number, line.begin, ""});
    }
    runs.back().text += source.text(line);
    last = number;
  }
  auto secret = secrets.begin();
  for (SourceLines& run : runs) {
    const std::size_t end = run.offset + run.text.size();
    while (secret != secrets.end() && secret->end <= run.offset) ++secret;
    for (auto it = secret; it != secrets.end() && it->begin < end; ++it) {
      const std::string hidden = overwritten(source.text(*it));
      const std::size_t from = std::max(it->begin, run.offset);
      const std::size_t until = std::min(it->end, end);
      run.text.replace(from - run.offset, until - from, hidden,
                       from - it->begin, until - from);
    }
  }
  return runs;
}

}  // namespace catalint
