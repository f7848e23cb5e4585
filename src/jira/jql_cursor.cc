#include "jira/jql_cursor.h"

#include <utility>

#include "base/text.h"

namespace catalint {

using enum JqlTokenKind;

JqlCursor::JqlCursor(std::string_view whole, bool pasted)
    : text(whole), is_pasted(pasted), lexer_(whole) {
  token = lexer_.next();
}

bool JqlCursor::at_order_by() const {
  return at(kOrder) && JqlLexer(lexer_).next().kind == kBy;
}

bool JqlCursor::at_word() const {
  return is_language_word(token.kind) && is_letter(text[token.begin]);
}

bool JqlCursor::at_connective() const {
  return at(kAnd) || at(kOr) || at_order_by();
}

bool JqlCursor::touches_previous() const {
  return token.begin == previous.end && token.begin != 0;
}

std::size_t JqlCursor::end_of_words(Place place) const {
  JqlCursor ahead = *this;
  std::size_t end = token.begin;
  while (is_unquoted_value(ahead.token.kind) || ahead.at_word()) {
    const bool is_first = end == token.begin;
    const bool goes_on =
        (place != Place::kList && ahead.at_connective()) ||
        (place == Place::kName && is_operator(ahead.token.kind));
    const std::string_view gap = text.substr(end, ahead.token.begin - end);
    if (!is_first && (goes_on || gap.find('\n') != gap.npos)) break;
    end = ahead.token.end;
    ahead.advance();
  }
  return end;
}

void JqlCursor::advance() { previous = std::exchange(token, lexer_.next()); }

bool JqlCursor::take(JqlTokenKind kind) {
  if (!at(kind)) return false;
  advance();
  return true;
}

}  // namespace catalint
