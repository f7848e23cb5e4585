// Why Jira's grammar cannot go on at a place, in words: one function for each
// rule of the grammar that found something else than it takes. Spans are bytes
// of the whole text; messages hold nothing raw from it. Nothing here fails.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "jira/jql_cursor.h"
#include "jira/jql_problem.h"

namespace catalint {

class JqlExplanation {
 public:
  /// Keeps a reference to the cursor, which stands at the first token that no
  /// rule takes.
  explicit JqlExplanation(const JqlCursor& cursor) : cursor_(cursor) {}

  /// `what` is "condition" or "field".
  [[nodiscard]] JqlProblem no_field(std::string_view what) const;
  /// After `cf`, the token `name`.
  [[nodiscard]] JqlProblem no_custom_field(const JqlToken& name) const;
  [[nodiscard]] JqlProblem no_operator(const JqlToken& name) const;
  [[nodiscard]] JqlProblem no_in_after_not(const JqlToken& negation) const;
  /// `asker` is the first token of what wants a value: an operator, a comma, a
  /// parenthesis.
  [[nodiscard]] JqlProblem no_value(const JqlToken& asker) const;
  /// After the operator `is`.
  [[nodiscard]] JqlProblem no_empty(const JqlToken& is) const;
  [[nodiscard]] JqlProblem no_list(const JqlToken& in) const;
  /// After `in`, which ends at `in_end`, the value stands alone.
  [[nodiscard]] JqlProblem bare_value(const JqlToken& in, std::size_t in_end,
                                      const JqlToken& value) const;
  /// `separator` is what may stand here.
  [[nodiscard]] JqlProblem no_comma(std::string_view separator) const;
  [[nodiscard]] JqlProblem no_connective() const;
  /// Before the parenthesis of what was taken for a function's arguments.
  [[nodiscard]] JqlProblem no_connective_before(const JqlToken& paren) const;
  [[nodiscard]] JqlProblem after_order_by() const;
  /// A parenthesis that stands at this offset.
  [[nodiscard]] JqlProblem unclosed(std::size_t parenthesis) const;
  /// `after` is the first token of what stands before the gap.
  [[nodiscard]] JqlProblem missing(std::string_view what,
                                   const JqlToken& after) const;

 private:
  using Place = JqlCursor::Place;

  [[nodiscard]] JqlProblem told(std::size_t begin, std::size_t end,
                                std::string message) const;
  [[nodiscard]] JqlProblem told(const JqlToken& token,
                                std::string message) const;
  [[nodiscard]] JqlProblem missing_before(std::string_view what,
                                          std::string_view hint = "") const;
  [[nodiscard]] JqlProblem reserved(Place place) const;
  [[nodiscard]] JqlProblem not_an_operator(const JqlToken& first) const;
  [[nodiscard]] JqlProblem empty_list(std::size_t begin, std::size_t end) const;
  [[nodiscard]] JqlProblem not_a_list(const JqlToken& asker) const;
  [[nodiscard]] JqlProblem quote_ends_early() const;
  [[nodiscard]] bool is_after_quote() const;
  [[nodiscard]] std::string spaces_hint(Place place) const;
  [[nodiscard]] std::string_view jql_operator(std::size_t begin,
                                              std::size_t end) const;
  [[nodiscard]] std::string seen(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::string seen(const JqlToken& token) const;

  const JqlCursor& cursor_;
};

}  // namespace catalint
