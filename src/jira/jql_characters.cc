#include "jira/jql_characters.h"

#include <optional>

#include "base/text.h"

namespace catalint {
namespace {

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

}  // namespace catalint
