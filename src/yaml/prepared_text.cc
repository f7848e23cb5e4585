#include "yaml/prepared_text.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "yaml/document_lines.h"

namespace catalint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr char32_t kNextLine = 0x85;
// Letters that no number, keyword or escape of YAML is made of.
constexpr std::string_view kMarkerLetters = "QZJWKVGHqzjwkgh";

bool is_line_separator(char32_t code_point) {
  return code_point == kNextLine || code_point == 0x2028 ||
         code_point == 0x2029;
}

bool is_control(char32_t code_point) {
  return (code_point < 0x20 && code_point != '\t' && code_point != '\n' &&
          code_point != '\r') ||
         code_point == 0x7F || (code_point >= 0x80 && code_point < 0xA0) ||
         code_point == 0xFFFE || code_point == 0xFFFF;
}

}  // namespace

PreparedText::PreparedText(std::string_view source) : source_(source) {
  const bool is_plain = std::all_of(source.begin(), source.end(), [](char c) {
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
  });
  if (!is_plain) {
    choose_markers(scan());
    for (const Replacement& replacement : replacements_) {
      copy().replace(replacement.offset, replacement.length,
                     markers_[replacement.length]);
    }
    separate_values_from_keys();
  }
  DocumentLines lines = read_document_lines(source);
  for (const Overwrite& overwrite : lines.overwrites) {
    copy().replace(overwrite.offset, overwrite.text.size(), overwrite.text);
  }
  ignored_versions_ = std::move(lines.ignored_versions);
}

std::string& PreparedText::copy() {
  if (copy_.empty()) copy_ = source_;
  return copy_;
}

void PreparedText::report(ProblemKind kind, Span span, std::string detail) {
  const bool known =
      std::any_of(problems_.begin(), problems_.end(),
                  [&](const Problem& problem) { return problem.kind == kind; });
  if (known) return;
  Problem problem;
  problem.kind = kind;
  problem.span = span;
  problem.detail = std::move(detail);
  problems_.push_back(std::move(problem));
}

PreparedText::Characters PreparedText::scan() {
  Characters present;
  std::size_t i =
      source_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  is_ascii_ = i == 0;
  while (i < source_.size()) {
    const std::size_t begin = i;
    const char32_t code_point = decode_utf8(source_, i);
    const Span span{begin, i};
    if (code_point < present.size()) present.set(code_point);
    if (code_point < 0x80) {
      const bool lone_carriage_return =
          code_point == '\r' && (i == source_.size() || source_[i] != '\n');
      if (!is_control(code_point) && !lone_carriage_return) continue;
    } else {
      is_ascii_ = false;
    }
    if (code_point == kNotUtf8) {
      report(ProblemKind::kUtf8, span,
             escape_for_display(source_.substr(begin, 1)));
    } else if (code_point == 0xFEFF) {
      report(ProblemKind::kByteOrderMark, span, "U+FEFF");
    } else if (code_point == '\r') {
      report(ProblemKind::kControlCharacter, span, "a carriage return alone");
    } else if (is_control(code_point) && code_point != kNextLine) {
      report(ProblemKind::kControlCharacter, span,
             escape_for_display(source_.substr(begin, i - begin)));
    } else if (!is_line_separator(code_point)) {
      continue;
    }
    replacements_.push_back({begin, i - begin});
  }
  return present;
}

// A carriage return alone separates a `:` from its value and is the first
// character of that value; there is one byte for both.
void PreparedText::separate_values_from_keys() {
  for (const Replacement& replacement : replacements_) {
    const std::size_t at = replacement.offset;
    if (source_[at] != '\r' || at == 0 || source_[at - 1] != ':') continue;
    copy()[at] = ' ';
    if (source_.substr(at + 1).starts_with("\r\n")) {
      copy()[at + 1] = markers_[1][0];
    }
  }
}

void PreparedText::choose_markers(const Characters& present) {
  markers_[1] = "Q";
  for (const char letter : kMarkerLetters) {
    if (present.test(static_cast<unsigned char>(letter))) continue;
    markers_[1] = std::string(1, letter);
    break;
  }
  const auto choose = [&](std::string& marker, char32_t from, char32_t to) {
    for (char32_t c = from; c <= to; ++c) {
      marker.clear();
      append_utf8(marker, c);
      if (!present.test(c)) return;
    }
  };
  choose(markers_[2], 0x0250, 0x02AF);
  choose(markers_[3], 0xE000, 0xE0FF);
}

bool PreparedText::ignores_version_before(std::size_t offset) const {
  // A directive belongs to the document that starts next.
  const auto next = std::upper_bound(ignored_versions_.begin(),
                                     ignored_versions_.end(), offset);
  if (next == ignored_versions_.begin()) return false;
  const std::size_t line = *std::prev(next);
  return source_.substr(line, offset - line).find("\n---") ==
         std::string_view::npos;
}

bool PreparedText::mend_tab(std::size_t offset) {
  const std::string_view now = text();
  const std::size_t newline =
      offset == 0 ? std::string_view::npos : now.rfind('\n', offset - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  const std::size_t content =
      std::min(now.find_first_not_of(" \t", begin), now.size());
  const bool is_empty_line = content == now.size() || now[content] == '\n' ||
                             now[content] == '\r' || now[content] == '#';
  if (is_empty_line) {
    if (now.substr(begin, content - begin).find('\t') ==
        std::string_view::npos) {
      return false;
    }
    copy().replace(begin, content - begin, content - begin, ' ');
    return true;
  }
  // `-` and a tab: fine before a scalar, not before a map or another list.
  const std::size_t end = std::min(now.find('\n', offset), now.size());
  const std::string_view before = now.substr(content, offset - content);
  const std::string_view after = trim(now.substr(offset, end - offset));
  const bool starts_collection = after.find(": ") != std::string_view::npos ||
                                 after.ends_with(':') ||
                                 after.starts_with("- ") || after == "-";
  if (trim(before) != "-" || starts_collection || now[offset] != '\t') {
    return false;
  }
  copy()[offset] = ' ';
  return true;
}

std::string PreparedText::restore(std::string_view value, Span span) const {
  auto next =
      std::lower_bound(replacements_.begin(), replacements_.end(), span.begin,
                       [](const Replacement& r, std::size_t offset) {
                         return r.offset < offset;
                       });
  std::string out;
  for (std::size_t i = 0; i < value.size();) {
    if (next != replacements_.end() && next->offset < span.end &&
        value.substr(i).starts_with(markers_[next->length])) {
      std::size_t position = next->offset;
      const char32_t code_point = decode_utf8(source_, position);
      append_utf8(out, code_point == kNotUtf8 ? 0xFFFD : code_point);
      i += next->length;
      ++next;
    } else {
      out += value[i++];
    }
  }
  return out;
}

}  // namespace catalint
