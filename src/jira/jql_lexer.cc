#include "jira/jql_lexer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "base/text.h"

namespace catalint {
namespace {

using enum JqlTokenKind;

struct Spelling {
  std::string_view text;
  JqlTokenKind kind;
};

// Longer ones first.
constexpr std::array<Spelling, 18> kSymbols{{{"!=", kEquality},
                                             {"!~", kLike},
                                             {"<=", kComparison},
                                             {">=", kComparison},
                                             {"&&", kAnd},
                                             {"||", kOr},
                                             {"(", kLeftParen},
                                             {")", kRightParen},
                                             {",", kComma},
                                             {"[", kLeftBracket},
                                             {"]", kRightBracket},
                                             {"!", kBang},
                                             {"=", kEquality},
                                             {"~", kLike},
                                             {"<", kComparison},
                                             {">", kComparison},
                                             {"&", kAnd},
                                             {"|", kOr}}};

// Here and in kWords, one space before and after each.
constexpr std::string_view kReservedWords =
    " abort access add alias alter any as audit avg begin between boolean "
    "break byte catch char character check checkpoint collate collation "
    "column commit connect continue count create current date decimal "
    "declare decrement default defaults define delete delimiter difference "
    "distinct divide do double drop else encoding end equals escape "
    "exclusive exec execute exists explain false fetch field file first "
    "float for function go goto grant greater group having identified if "
    "immediate increment index initial inner inout input insert int integer "
    "intersect intersection into isempty isnull join last left less like "
    "limit lock long max min minus mode modify modulo more multiply next "
    "noaudit notin nowait number object of option outer output power "
    "previous prior privileges public raise raw remainder rename resource "
    "return returns revoke right row rowid rownum rows select session set "
    "share size sqrt start strict string subtract sum synonym table then "
    "trans transaction trigger true uid union unique update user validate "
    "values view when whenever where while with ";
constexpr std::size_t kLongestReservedWord = 12;

constexpr std::array<Spelling, 15> kWords{
    {{" after before during on ", kTimePredicate},
     {" and ", kAnd},
     {" asc desc ", kSortDirection},
     {" by ", kBy},
     {" cf ", kCustomField},
     {" changed ", kChanged},
     {" empty null ", kEmpty},
     {" from to ", kChangePredicate},
     {" in ", kIn},
     {" is ", kIs},
     {" not ", kNot},
     {" or ", kOr},
     {" order ", kOrder},
     {" was ", kWas},
     {kReservedWords, kReservedWord}}};

JqlTokenKind word_kind(std::string_view raw) {
  const bool negative = raw.size() > 1 && raw.front() == '-';
  if (std::all_of(raw.begin() + negative, raw.end(), is_digit)) {
    return negative ? kNegativeNumber : kPositiveNumber;
  }
  if (raw.size() > kLongestReservedWord) return kWord;
  const std::string word = " " + to_lower_ascii(raw) + " ";
  for (const Spelling& words : kWords) {
    if (words.text.find(word) != std::string_view::npos) return words.kind;
  }
  return kWord;
}

// The number in the escape `\uXXXX` at `position`, if one stands there.
std::optional<char32_t> unicode_escape(std::string_view text,
                                       std::size_t position) {
  if (position + 6 > text.size() || text.substr(position, 2) != "\\u") {
    return std::nullopt;
  }
  char32_t value = 0;
  for (const char c : to_lower_ascii(text.substr(position + 2, 4))) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

bool is_noncharacter(char32_t code_point) {
  return (code_point >= 0xFDD0 && code_point <= 0xFDEF) ||
         code_point == 0xFFFE || code_point == 0xFFFF;
}

}  // namespace

JqlToken JqlLexer::next() {
  position_ =
      std::min(text_.find_first_not_of(" \t\r\n", position_), text_.size());
  if (position_ == text_.size()) return take(kEnd, position_);
  for (const Spelling& symbol : kSymbols) {
    if (text_.substr(position_).starts_with(symbol.text)) {
      return take(symbol.kind, position_ + symbol.text.size());
    }
  }
  const char first = text_[position_];
  return first == '"' || first == '\'' ? take_quoted() : take_word();
}

JqlToken JqlLexer::take(JqlTokenKind kind, std::size_t end) {
  const JqlToken token{kind, position_, end};
  position_ = end;
  return token;
}

JqlToken JqlLexer::take_quoted() {
  const char quote = text_[position_];
  std::size_t end = find_jql_quote_end(text_, position_ + 1, quote);
  if (end == text_.size()) return take(kUnclosedQuote, end);
  const bool closed = text_[end] == quote;
  decode_utf8(text_, end);
  return take(closed ? kQuoted : kBadQuote, end);
}

JqlToken JqlLexer::take_word() {
  std::size_t end = position_;
  while (end < text_.size()) {
    std::size_t next = end;
    if (text_[end] == '\\') {
      next += jql_escape_length(text_, end);
      if (next == end) break;
    } else if (!is_jql_word_character(decode_utf8(text_, next))) {
      break;
    }
    end = next;
  }
  if (end != position_) {
    return take(word_kind(text_.substr(position_, end - position_)), end);
  }
  decode_utf8(text_, end);
  return take(kBadCharacter, end);
}

bool is_jql_word_character(char32_t code_point) {
  if (code_point >= 0xA0) return !is_noncharacter(code_point);
  if (code_point >= 0x7F) return false;
  const char c = static_cast<char>(code_point);
  return is_alphanumeric(c) || c == '-' || c == '.' || c == ':' || c == '_' ||
         c == '`';
}

bool is_jql_control(char32_t code_point) {
  if (code_point == '\n' || code_point == '\r') return false;
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
         is_noncharacter(code_point);
}

std::size_t jql_escape_length(std::string_view text, std::size_t position) {
  if (position + 1 == text.size()) return 0;
  const bool plain = std::string_view("tnr\"'\\ ").find(text[position + 1]) !=
                     std::string_view::npos;
  if (plain) return 2;
  return unicode_escape(text, position) ? 6 : 0;
}

std::size_t find_jql_quote_end(std::string_view text, std::size_t position,
                               char quote) {
  while (position < text.size() && text[position] != quote) {
    std::size_t next = position;
    if (text[position] == '\\') {
      next += jql_escape_length(text, position);
      if (next == position) break;
    } else if (is_jql_control(decode_utf8(text, next))) {
      break;
    }
    position = next;
  }
  return position;
}

std::string jql_token_value(std::string_view token) {
  if (token.starts_with('"') || token.starts_with('\'')) {
    token = token.substr(1, token.size() - 2);
  }
  std::string value;
  for (std::size_t i = 0; i < token.size();) {
    if (token[i] != '\\') {
      value += token[i++];
    } else if (std::optional<char32_t> unit = unicode_escape(token, i)) {
      i += 6;
      const char32_t low = unicode_escape(token, i).value_or(0);
      const bool is_low = low >= 0xDC00 && low <= 0xDFFF;
      if (*unit >= 0xD800 && *unit <= 0xDBFF && is_low) {
        *unit = 0x10000 + ((*unit - 0xD800) << 10U) + (low - 0xDC00);
        i += 6;
      }
      const bool half = *unit >= 0xD800 && *unit <= 0xDFFF;
      append_utf8(value, half ? 0xFFFD : *unit);
    } else {
      const char c = token[i + 1];
      value += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
      i += 2;
    }
  }
  return value;
}

JqlProblem explain_jql_character(std::string_view text, std::size_t position) {
  std::size_t end = position;
  const char32_t character = decode_utf8(text, end);
  if (character == '\t') {
    return {position, end, "a tab cannot stand in quotes; write `\\t`"};
  }
  if (character != '\\') {
    std::array<char, 16> name{};
    std::snprintf(name.data(), name.size(), "U+%04X",
                  static_cast<unsigned>(character));
    return {position, end,
            std::string(name.data()) + " cannot stand in JQL; remove it"};
  }
  if (end < text.size()) decode_utf8(text, end);
  const std::string_view escape = text.substr(position, end - position);
  return {position, end,
          quote_for_display(escape) +
              (escape == "\\u" ? " needs four hexadecimal digits"
                               : " is not a JQL escape") +
              "; write `\\\\` for a backslash"};
}

std::optional<JqlProblem> explain_jql_token(std::string_view text,
                                            const JqlToken& token) {
  const std::size_t first = token.begin;
  if (token.kind == kEnd) return std::nullopt;
  if (token.kind == kBadQuote) {
    return explain_jql_character(
        text, find_jql_quote_end(text, first + 1, text[first]));
  }
  // What the author meant as one text.
  const std::size_t begin =
      text.substr(0, first).find_last_of(" \t\r\n(),\"'=<>~!") + 1;
  const std::size_t end =
      std::min(text.find_first_of(" \t\r\n(),\"", first), text.size());
  const auto seen = [&](std::size_t from, std::size_t to) {
    return quote_for_display(text.substr(from, to - from));
  };
  if (token.kind == kUnclosedQuote) {
    std::string message = "the quote opened here is never closed";
    if (text[first] == '\'' && begin < first) {
      message += "; put " + seen(begin, end) + " in double quotes";
    }
    return JqlProblem{first, first + 1, message};
  }
  std::size_t symbol = first;
  if (token.kind == kBadCharacter) {
    std::size_t next = first;
    if (text[first] == '\\' || is_jql_control(decode_utf8(text, next))) {
      return explain_jql_character(text, first);
    }
    const std::size_t braces = text[first] == '$' ? first + 1 : first;
    const std::size_t close = text.find("}}", braces);
    if (text.substr(braces, 2) == "{{" && close != std::string_view::npos) {
      return JqlProblem{
          first, close + 2,
          seen(first, close + 2) + " is a placeholder that nothing replaced"};
    }
  } else if (token.kind >= kIn && is_letter(text[first])) {
    symbol = text.find_first_of("#$%*+/;?@^{}", first);
    if (token.kind > kReservedWord || symbol >= end) return std::nullopt;
  } else if (token.kind < kLeftBracket || token.kind > kOr ||
             (begin == first && token.kind > kRightBracket)) {
    return std::nullopt;
  }
  if (end - begin == 1) {
    return JqlProblem{begin, end,
                      seen(begin, end) + " cannot stand outside quotes"};
  }
  return JqlProblem{begin, end,
                    seen(symbol, symbol + 1) +
                        " cannot stand in unquoted text; put " +
                        seen(begin, end) + " in quotes"};
}

}  // namespace catalint
