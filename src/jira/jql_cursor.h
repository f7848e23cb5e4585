// A place in a JQL text where the grammar is at work: what stands there, and
// what the way to it leaves open. Views the text, which must outlive it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jira/jql_lexer.h"

namespace catalint {

class JqlCursor {
 public:
  /// At the first token. A pasted text is the inside of a list's parentheses.
  JqlCursor(std::string_view text, bool is_pasted);

  [[nodiscard]] bool at(JqlTokenKind kind) const { return token.kind == kind; }
  [[nodiscard]] bool at_order_by() const;
  /// At a word of the language that is spelled in letters.
  [[nodiscard]] bool at_word() const;
  /// At what starts the next clause, or ends the clauses.
  [[nodiscard]] bool at_connective() const;
  /// At the first token.
  [[nodiscard]] bool at_start() const { return previous.end == 0; }
  /// Nothing stands between the token and the one before it.
  [[nodiscard]] bool touches_previous() const;

  /// The end of the unquoted words that stand here side by side in one line, up
  /// to a word that goes on with the grammar in the place of a name or a value;
  /// in a list none does.
  enum class Place { kName, kValue, kList };
  [[nodiscard]] std::size_t end_of_words(Place place) const;

  void advance();
  /// Advances over a token of this kind; false where another one stands.
  bool take(JqlTokenKind kind);

  std::string_view text;
  bool is_pasted;
  JqlToken token;                             // the first that is not taken
  JqlToken previous;                          // the last that is
  JqlToken connective;                        // the last AND or OR that is
  std::vector<std::size_t> open_parentheses;  // around clauses, their offsets

 private:
  JqlLexer lexer_;  // after `token`
};

}  // namespace catalint
