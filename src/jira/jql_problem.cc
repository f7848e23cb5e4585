#include "jira/jql_problem.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/text.h"
#include "jira/jql_characters.h"

namespace catalint {

using enum JqlTokenKind;

JqlProblem explain_jql_character(std::string_view text, std::size_t position) {
  std::size_t end = position;
  const char32_t character = decode_utf8(text, end);
  if (character == '\t') {
    return {position, end, "a tab cannot stand in quotes; write a space"};
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
                                            const JqlToken& token,
                                            bool no_operators) {
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
      message += "; " + write_in_quotes(text.substr(begin, end - begin));
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
             (begin == first && token.kind > kRightBracket && !no_operators)) {
    return std::nullopt;
  }
  if (end - begin == 1) {
    return JqlProblem{begin, end,
                      seen(begin, end) + " cannot stand outside quotes" +
                          (text[begin] == '#' ? "; JQL has no comments" : "")};
  }
  return JqlProblem{begin, end,
                    seen(symbol, symbol + 1) +
                        " cannot stand in unquoted text; " +
                        write_in_quotes(text.substr(begin, end - begin))};
}

std::string write_in_quotes(std::string_view text) {
  return "write `\"" + escape_for_display(text) + "\"`, quotes included";
}

}  // namespace catalint
