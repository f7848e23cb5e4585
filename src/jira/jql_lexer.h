// Tokens of JQL, Jira's query language, by the rules of Atlassian's own grammar
// (npm package @atlaskit/jql-parser 3.0.1). A lexer views its text, which must
// outlive it, and never fails: what no rule takes becomes a token of one of the
// last three kinds, which no query may hold. Offsets are bytes. Bytes that are
// no UTF-8 count as letters, as the U+FFFD does that Backstage reads instead.
#pragma once

#include <cstddef>
#include <string_view>

namespace catalint {

enum class JqlTokenKind {
  kEnd,
  kLeftParen,
  kRightParen,
  kComma,
  kLeftBracket,
  kRightBracket,
  kBang,
  kEquality,    // = !=
  kLike,        // ~ !~
  kComparison,  // < > <= >=
  kIn,
  kIs,
  kWas,
  kChanged,
  kAnd,  // and & &&
  kOr,   // or | ||
  kNot,
  kEmpty,            // empty null
  kTimePredicate,    // before after on during
  kChangePredicate,  // from to
  kBy,
  kOrder,
  kSortDirection,   // asc desc
  kCustomField,     // cf, which stands only in `cf[10001]`
  kReservedWord,    // 159 words that no rule uses
  kPositiveNumber,  // 007
  kNegativeNumber,  // -1
  kWord,
  kQuoted,         // in "" or '', quotes included
  kUnclosedQuote,  // from the quote to the end of the text
  kBadQuote,       // from the quote through a character it cannot hold
  kBadCharacter,   // one code point
};

constexpr bool is_symbol_operator(JqlTokenKind kind) {
  return kind >= JqlTokenKind::kEquality && kind <= JqlTokenKind::kComparison;
}
constexpr bool is_operator(JqlTokenKind kind) {
  return kind >= JqlTokenKind::kEquality && kind <= JqlTokenKind::kChanged;
}
constexpr bool is_language_word(JqlTokenKind kind) {
  return kind >= JqlTokenKind::kIn && kind <= JqlTokenKind::kReservedWord;
}
constexpr bool is_unquoted_value(JqlTokenKind kind) {
  return kind >= JqlTokenKind::kPositiveNumber && kind <= JqlTokenKind::kWord;
}
constexpr bool is_value(JqlTokenKind kind) {
  return is_unquoted_value(kind) || kind == JqlTokenKind::kQuoted;
}

struct JqlToken {
  JqlTokenKind kind = JqlTokenKind::kEnd;
  std::size_t begin = 0;
  std::size_t end = 0;
};

class JqlLexer {
 public:
  explicit JqlLexer(std::string_view text) : text_(text) {}

  /// The next token after white space (space, tab, LF, CR). At the end of the
  /// text kEnd, however often it is called. Linear over the whole text.
  JqlToken next();

 private:
  JqlToken take(JqlTokenKind kind, std::size_t end);
  JqlToken take_quoted();
  JqlToken take_word();

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace catalint
