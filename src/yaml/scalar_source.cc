#include "yaml/scalar_source.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"

namespace catalint {
namespace {

// What follows the backslash in double quotes, and what that means; `x`, `u`
// and `U` come with digits.
struct Escape {
  char letter;
  char32_t meaning;
};
constexpr std::array<Escape, 18> kEscapes{{{'0', 0},
                                           {'a', 7},
                                           {'b', 8},
                                           {'t', '\t'},
                                           {'\t', '\t'},
                                           {'n', '\n'},
                                           {'v', 0x0B},
                                           {'f', 0x0C},
                                           {'r', '\r'},
                                           {'e', 0x1B},
                                           {' ', ' '},
                                           {'"', '"'},
                                           {'/', '/'},
                                           {'\\', '\\'},
                                           {'N', 0x85},
                                           {'_', 0xA0},
                                           {'L', 0x2028},
                                           {'P', 0x2029}}};

bool is_break(char c) { return c == '\n' || c == '\r'; }

// Walks through the source and the value together; false where they differ.
class Walk {
 public:
  Walk(std::string_view bytes, std::string_view value, OriginMap& origins)
      : bytes_(bytes), value_(value), origins_(origins) {}

  bool flow(Span inside, NodeStyle style) {
    for (std::size_t i = inside.begin; i < inside.end;) {
      const std::size_t begin = i;
      const char c = bytes_[i];
      if (is_blank(c) || is_break(c)) {
        while (i < inside.end && (is_blank(bytes_[i]) || is_break(bytes_[i]))) {
          ++i;
        }
        if (!white_space({begin, i})) return false;
      } else if (c == '\\' && style == NodeStyle::kDoubleQuoted) {
        if (!escape(i, inside.end)) return false;
      } else if (c == '\'' && style == NodeStyle::kSingleQuoted) {
        i += 2;
        if (!made("'", {begin, i})) return false;
      } else {
        ++i;
        if (!copy({begin, i})) return false;
      }
    }
    return is_done();
  }

  bool block(Span span, bool is_folded) {
    std::size_t i = bytes_.find('\n', span.begin);
    if (i == std::string_view::npos) return is_done();
    ++i;
    std::size_t gap = i;          // where the line breaks before a line begin
    std::size_t blank_lines = 0;  // in the gap
    std::size_t indentation = std::string_view::npos;
    while (!is_done() && i < bytes_.size()) {
      const std::size_t line_end =
          std::min(bytes_.find('\n', i), bytes_.size());
      std::size_t end = line_end;
      if (end > i && bytes_[end - 1] == '\r') --end;
      const std::size_t text = bytes_.find_first_not_of(' ', i);
      const bool is_first = indentation == std::string_view::npos;
      if (is_first && text < end) {
        // More spaces than the value has are indentation.
        const std::size_t own = std::min(
            value_.find_first_not_of(' ', at_ + blank_lines), value_.size());
        const std::size_t spaces = own - std::min(own, at_ + blank_lines);
        if (spaces > text - i) return false;
        indentation = text - i - spaces;
      }
      const bool is_outside = !is_first && text < end && text - i < indentation;
      if (is_outside) break;
      const bool is_blank_line =
          indentation == std::string_view::npos || end - i <= indentation;
      if (is_blank_line) {
        ++blank_lines;
      } else {
        if (!line_breaks({gap, i}, blank_lines, is_first, is_folded)) {
          return false;
        }
        if (!copy({i + indentation, end})) return false;
        gap = end;
        blank_lines = 0;
      }
      i = std::min(line_end + 1, bytes_.size());
    }
    if (is_done()) return true;
    // What `|` and `>` keep of the line breaks at the end.
    const std::size_t kept = value_.size() - at_;
    return value_.find_first_not_of('\n', at_) == std::string_view::npos &&
           kept <= blank_lines + 1 && made(std::string(kept, '\n'), {gap, i});
  }

 private:
  [[nodiscard]] bool is_done() const { return at_ == value_.size(); }

  bool copy(Span origin) {
    const std::string_view text =
        bytes_.substr(origin.begin, origin.end - origin.begin);
    if (!value_.substr(at_).starts_with(text)) return false;
    origins_.append_copy(origin);
    at_ += text.size();
    return true;
  }

  bool made(std::string_view text, Span origin) {
    if (!value_.substr(at_).starts_with(text)) return false;
    origins_.append_made(text.size(), origin);
    at_ += text.size();
    return true;
  }

  // Line breaks are folded: one is a space, each more is kept.
  bool white_space(Span run) {
    const auto breaks = static_cast<std::size_t>(std::count(
        bytes_.begin() + static_cast<std::ptrdiff_t>(run.begin),
        bytes_.begin() + static_cast<std::ptrdiff_t>(run.end), '\n'));
    if (breaks == 0) return copy(run);
    return made(breaks == 1 ? " " : std::string(breaks - 1, '\n'), run);
  }

  bool escape(std::size_t& i, std::size_t end) {
    const std::size_t begin = i++;
    if (i >= end) return false;
    const char letter = bytes_[i];
    if (is_break(letter)) {
      while (i < end && (is_blank(bytes_[i]) || is_break(bytes_[i]))) ++i;
      const auto breaks = static_cast<std::size_t>(
          std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(begin),
                     bytes_.begin() + static_cast<std::ptrdiff_t>(i), '\n'));
      return breaks > 0 && made(std::string(breaks - 1, '\n'), {begin, i});
    }
    ++i;
    std::string meaning;
    const std::size_t digits = letter == 'x'   ? 2
                               : letter == 'u' ? 4
                               : letter == 'U' ? 8
                                               : 0;
    if (digits > 0) {
      char32_t code_point = 0;
      for (std::size_t k = 0; k < digits; ++k, ++i) {
        const std::size_t digit =
            i < end ? std::string_view("0123456789abcdef")
                          .find(to_lower_ascii(bytes_.substr(i, 1)))
                    : std::string_view::npos;
        if (digit == std::string_view::npos) return false;
        code_point = code_point * 16 + static_cast<char32_t>(digit);
      }
      append_utf8(meaning, code_point);
    } else {
      const auto known =
          std::find_if(kEscapes.begin(), kEscapes.end(),
                       [&](const Escape& e) { return e.letter == letter; });
      if (known == kEscapes.end()) return false;
      append_utf8(meaning, known->meaning);
    }
    return made(meaning, {begin, i});
  }

  // Between two lines of a block: all are kept by `|`; `>` folds one of them,
  // but not beside a line that is indented deeper.
  bool line_breaks(Span gap, std::size_t blank_lines, bool is_first,
                   bool is_folded) {
    const std::size_t end =
        std::min(value_.find_first_not_of('\n', at_), value_.size());
    const std::size_t found = end - at_;
    if (is_first) {
      return found == blank_lines && made(std::string(found, '\n'), gap);
    }
    if (is_folded && found == 0) return blank_lines == 0 && made(" ", gap);
    const bool fits =
        found == blank_lines + 1 || (is_folded && found == blank_lines);
    return fits && made(std::string(found, '\n'), gap);
  }

  std::string_view bytes_;
  std::string_view value_;
  OriginMap& origins_;
  std::size_t at_ = 0;  // in value_
};

}  // namespace

ScalarSource::ScalarSource(const SourceFile& source, const Node& scalar) {
  if (!scalar.is_scalar()) return;
  const std::size_t quote = scalar.is_quoted() ? 1 : 0;
  if (scalar.span.size() < 2 * quote) return;
  const Span inside{scalar.span.begin + quote, scalar.span.end - quote};
  if (source.text(inside) == scalar.value) {
    origins_.append_copy(inside);
    is_known_ = true;
    return;
  }
  Walk walk(source.bytes(), scalar.value, origins_);
  is_known_ = scalar.is_block_scalar()
                  ? walk.block(scalar.span, scalar.style == NodeStyle::kFolded)
                  : walk.flow(inside, scalar.style);
}

std::optional<Span> ScalarSource::span_of(Span range) const {
  if (!is_known_ || origins_.size() == 0) return std::nullopt;
  return origins_.origin_of(range);
}

}  // namespace catalint
