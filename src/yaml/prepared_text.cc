#include "yaml/prepared_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "yaml/document_lines.h"

namespace catalint {
namespace {

constexpr char32_t kNextLine = 0x85;
// What stands for replaced bytes, by their number: characters that are part of
// no indicator, number, keyword or escape of YAML.
constexpr std::array<std::string_view, 4> kMarkers{"", "Q", "\u0250", "\uE000"};

bool is_line_separator(char32_t code_point) {
  return code_point == kNextLine || code_point == 0x2028 ||
         code_point == 0x2029;
}

// What libyaml takes for no text, but for the next line, which it breaks at.
bool is_no_text(char32_t code_point) {
  const bool is_white =
      code_point == '\t' || code_point == '\n' || code_point == '\r';
  return (is_control(code_point) && !is_white) || code_point == 0xFFFE ||
         code_point == 0xFFFF;
}

// The marker that stands here; empty when none does.
std::string_view marker_at(std::string_view text, std::size_t offset) {
  for (const std::string_view marker : kMarkers) {
    if (!marker.empty() && text.substr(offset).starts_with(marker)) {
      return marker;
    }
  }
  return {};
}

// Finds the markers in the text of a scalar, in the order in which its value
// has them.
class MarkerReader {
 public:
  MarkerReader(std::string_view text, Span span)
      : text_(text.substr(0, span.end)), at_(span.begin) {
    const char first = at_ < text_.size() ? text_[at_] : '\0';
    has_escapes_ = first == '"';
    // The line of `|` and `>` is no part of their value.
    if (first == '|' || first == '>')
      at_ = std::min(text_.find('\n', at_), text_.size());
  }

  // The offset of the next one; of its escape, when it is written as one.
  std::size_t next() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      if (has_escapes_ && text_[at_] == '\\') {
        if (skip_escape()) return begin;
        continue;
      }
      const std::string_view marker = marker_at(text_, at_);
      at_ += std::max<std::size_t>(marker.size(), 1);
      if (!marker.empty()) return begin;
    }
    return text_.size();
  }

 private:
  // Whether the escape gives a marker.
  bool skip_escape() {
    const char letter = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    const std::size_t digits = letter == 'x'   ? 2
                               : letter == 'u' ? 4
                               : letter == 'U' ? 8
                                               : 0;
    const std::string_view number =
        text_.substr(std::min(at_ + 2, text_.size())).substr(0, digits);
    at_ += 2 + digits;
    unsigned code_point = 0;
    std::from_chars(number.data(), number.data() + number.size(), code_point,
                    16);
    std::string character;
    append_utf8(character, code_point);
    return !marker_at(character, 0).empty();
  }

  std::string_view text_;
  std::size_t at_;
  bool has_escapes_ = false;
};

}  // namespace

PreparedText::PreparedText(std::string_view source) : source_(source) {
  const bool is_plain = std::all_of(source.begin(), source.end(), [](char c) {
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
  });
  if (!is_plain) {
    scan();
    for (const Replacement& replacement : replacements_) {
      copy().replace(replacement.offset, replacement.length,
                     kMarkers[replacement.length]);
    }
    separate_values_from_keys();
  }
  DocumentLines lines = read_document_lines(source);
  for (const Overwrite& overwrite : lines.overwrites) {
    copy().replace(overwrite.offset, overwrite.text.size(), overwrite.text);
  }
  for (Overwrite& insertion : lines.insertions) {
    apply({insertion.offset, std::move(insertion.text), Mend::Kind::kInsert});
  }
  ignored_versions_ = std::move(lines.ignored_versions);
  // The package ends the last line of a `|` or `>` block, libyaml does not.
  const std::string_view last_line = source.substr(source.rfind('\n') + 1);
  if (!trim(last_line).empty() &&
      source.find_first_of("|>") != std::string_view::npos) {
    apply({source.size(), "\n", Mend::Kind::kInsert});
  }
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

void PreparedText::scan() {
  std::size_t i =
      source_.starts_with(kByteOrderMarkBytes) ? kByteOrderMarkBytes.size() : 0;
  is_ascii_ = i == 0;
  while (i < source_.size()) {
    const std::size_t begin = i;
    const char32_t code_point = decode_utf8(source_, i);
    const Span span{begin, i};
    if (code_point < 0x80) {
      const bool lone_carriage_return =
          code_point == '\r' && (i == source_.size() || source_[i] != '\n');
      if (!is_no_text(code_point) && !lone_carriage_return) continue;
    } else {
      is_ascii_ = false;
    }
    if (code_point == kNotUtf8) {
      report(ProblemKind::kUtf8, span,
             escape_for_display(source_.substr(begin, i - begin)));
    } else if (code_point == 0xFEFF) {
      report(ProblemKind::kByteOrderMark, span, "U+FEFF");
    } else if (code_point == '\r') {
      report(ProblemKind::kControlCharacter, span, "a carriage return alone");
    } else if (is_no_text(code_point) && code_point != kNextLine) {
      report(ProblemKind::kControlCharacter, span,
             escape_for_display(source_.substr(begin, i - begin)));
    } else if (!is_line_separator(code_point)) {
      continue;
    }
    replacements_.push_back({begin, i - begin});
  }
}

// A carriage return alone separates a `:` from its value and is the first
// character of that value; there is one byte for both.
void PreparedText::separate_values_from_keys() {
  for (const Replacement& replacement : replacements_) {
    const std::size_t at = replacement.offset;
    if (source_[at] != '\r' || at == 0 || source_[at - 1] != ':') continue;
    copy()[at] = ' ';
    if (source_.substr(at + 1).starts_with("\r\n")) {
      copy()[at + 1] = kMarkers[1][0];
    }
  }
}

bool PreparedText::ignores_version_in(Span prelude) const {
  const auto line = std::lower_bound(ignored_versions_.begin(),
                                     ignored_versions_.end(), prelude.begin);
  return line != ignored_versions_.end() && prelude.contains(*line);
}

bool PreparedText::apply(const Mend& mend) {
  const auto is_before = [](const auto& change, std::size_t offset) {
    return change.offset < offset;
  };
  switch (mend.kind) {
    case Mend::Kind::kOverwrite:
      if (text().substr(mend.offset, mend.text.size()) == mend.text) {
        return false;
      }
      copy().replace(mend.offset, mend.text.size(), mend.text);
      break;
    case Mend::Kind::kAsText: {
      const auto place = std::lower_bound(
          replacements_.begin(), replacements_.end(), mend.offset, is_before);
      replacements_.insert(place, {mend.offset, 1});
      copy()[mend.offset] = kMarkers[1][0];
      break;
    }
    case Mend::Kind::kInsert: {
      const auto place = std::lower_bound(
          insertions_.begin(), insertions_.end(), mend.offset, is_before);
      if (place != insertions_.end() && place->offset == mend.offset) {
        return false;
      }
      insertions_.insert(place, {mend.offset, mend.text});
      break;
    }
  }
  if (!insertions_.empty()) {
    longer_.clear();
    std::size_t done = 0;
    for (const Insertion& insertion : insertions_) {
      longer_ += text().substr(done, insertion.offset - done);
      longer_ += insertion.text;
      done = insertion.offset;
    }
    longer_ += text().substr(done);
  }
  return true;
}

// libyaml keeps the order of characters. So the markers in its value are those
// of the text, one by one, and each of the text is a replaced one or a
// character of its own.
std::string PreparedText::restore(std::string_view value, Span span) const {
  auto next =
      std::lower_bound(replacements_.begin(), replacements_.end(), span.begin,
                       [](const Replacement& r, std::size_t offset) {
                         return r.offset < offset;
                       });
  if (next == replacements_.end() || next->offset >= span.end) {
    return std::string(value);
  }
  MarkerReader markers(text(), span);
  std::string out;
  for (std::size_t i = 0; i < value.size();) {
    const std::string_view marker = marker_at(value, i);
    if (marker.empty()) {
      out += value[i++];
      continue;
    }
    i += marker.size();
    const std::size_t offset = markers.next();
    while (next != replacements_.end() && next->offset < offset) ++next;
    if (next == replacements_.end() || next->offset != offset) {
      out += marker;
      continue;
    }
    std::size_t position = offset;
    const char32_t code_point = decode_utf8(source_, position);
    append_utf8(out, code_point == kNotUtf8 ? 0xFFFD : code_point);
  }
  return out;
}

}  // namespace catalint
