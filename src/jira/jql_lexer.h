// Tokens of JQL, Jira's query language, by the rules of Atlassian's own grammar
// (npm package @atlaskit/jql-parser 3.0.1). A lexer views its text, which must
// outlive it, and never fails: what no rule takes becomes a token of one of the
// last three kinds, which no query may hold. Offsets are bytes. Bytes that are
// no UTF-8 count as letters, as the U+FFFD does that Backstage reads instead.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
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

/// Whether a character stands in an unquoted word without an escape. Letters,
/// digits, `-`, `_`, `.`, `:`, backticks and U+00A0 on do.
bool is_jql_word_character(char32_t code_point);

/// Control characters but LF and CR, and the noncharacters of the basic plane:
/// they stand neither in words nor in quotes.
bool is_jql_control(char32_t code_point);

/// The length of the escape at `position`, where a backslash stands: \t \n \r
/// \" \' \\ \uXXXX or one before a space; 0 if it starts none.
std::size_t jql_escape_length(std::string_view text, std::size_t position);

/// The offset, at or after `position`, of the first character that a text in
/// `quote` cannot hold as it is: that quote, a backslash that starts no escape,
/// a control character. text.size() if there is none.
std::size_t find_jql_quote_end(std::string_view text, std::size_t position,
                               char quote);

/// What is wrong with a JQL text, and where.
struct JqlProblem {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;
};

/// Why the character at `position`, a backslash that starts no escape or a
/// control character, stands neither in words nor in quotes.
JqlProblem explain_jql_character(std::string_view text, std::size_t position);

/// For a token that no rule takes where it stands: what is wrong with its
/// characters, or with symbols in the unquoted text around it (`a+b`, `a@b`),
/// if that is the reason.
std::optional<JqlProblem> explain_jql_token(std::string_view text,
                                            const JqlToken& token);

/// What a kWord, kQuoted or number token says: without quotes, with escapes
/// replaced. Half a surrogate pair becomes U+FFFD.
std::string jql_token_value(std::string_view token);

}  // namespace catalint
