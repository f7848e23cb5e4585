// Of JqlExplanation: what is wrong where a value or a list should stand.
#include <utility>

#include "base/text.h"
#include "jira/jql_explanation.h"

namespace catalint {

using enum JqlTokenKind;

JqlProblem JqlExplanation::no_value(const JqlToken& asker) const {
  const bool is_symbol = is_symbol_operator(asker.kind);
  if (is_symbol && is_symbol_operator(cursor_.token.kind) &&
      cursor_.touches_previous()) {
    return not_an_operator(asker);
  }
  if (is_symbol && cursor_.at(kEmpty)) {
    return told(cursor_.token,
                seen(asker) + " does not take EMPTY; use `is EMPTY`");
  }
  if (cursor_.at(kLeftParen) && is_operator(asker.kind)) {
    return not_a_list(asker);
  }
  const bool in_list = asker.kind <= kComma;
  if (cursor_.at_word() && (in_list || !cursor_.at_connective())) {
    return reserved(in_list ? Place::kList : Place::kValue);
  }
  if (cursor_.at_start() && !cursor_.at(kRightParen)) {
    return cursor_.at(kEnd) ? empty_list(0, cursor_.text.size())
                            : missing_before("a value");
  }
  if (asker.kind == kLeftParen && cursor_.at(kRightParen)) {
    return empty_list(asker.begin, cursor_.token.end);
  }
  if (cursor_.at_start()) return no_comma("");
  JqlProblem problem = missing("a value", asker);
  if (asker.kind == kComma && problem.begin == asker.begin) {
    problem.message += "; write one, or remove the comma";
  }
  return problem;
}

JqlProblem JqlExplanation::empty_list(std::size_t begin,
                                      std::size_t end) const {
  return told(begin, end, "the list is empty; put a value into it");
}

JqlProblem JqlExplanation::not_a_list(const JqlToken& asker) const {
  const bool is_negated = cursor_.text[asker.begin] == '!';
  std::string message =
      seen(asker.begin, cursor_.previous.end) + " takes one value, not a list";
  if (asker.kind == kEquality) {
    message += is_negated ? "; use `not in`" : "; use `in`";
  }
  if (asker.kind == kWas) message += "; use `in` after it";
  return told(cursor_.token, std::move(message));
}

JqlProblem JqlExplanation::no_empty(const JqlToken& is) const {
  if (cursor_.at(kEnd) || cursor_.at(kRightParen) || cursor_.at_connective()) {
    return missing("EMPTY", is);
  }
  return told(cursor_.token,
              seen(is.begin, cursor_.previous.end) + " takes only EMPTY; use " +
                  (cursor_.previous.kind == kNot ? "`!=`" : "`=`") +
                  " for a value");
}

JqlProblem JqlExplanation::no_list(const JqlToken& in) const {
  return missing("a list in parentheses", in);
}

JqlProblem JqlExplanation::bare_value(const JqlToken& in, std::size_t in_end,
                                      const JqlToken& value) const {
  return told(value, seen(in.begin, in_end) + " takes a list; write `(" +
                         escape_for_display(cursor_.text.substr(
                             value.begin, value.end - value.begin)) +
                         ")`");
}

JqlProblem JqlExplanation::no_comma(std::string_view separator) const {
  if (cursor_.is_pasted && cursor_.at(kRightParen)) {
    return told(cursor_.token, "`)` ends the list and changes the query");
  }
  if (is_after_quote()) return quote_ends_early();
  return missing_before(separator, spaces_hint(Place::kList));
}

// For words that may be the rest of a value. What is pasted are labels, and
// those hold no spaces.
std::string JqlExplanation::spaces_hint(Place place) const {
  const bool is_rest =
      cursor_.at_word() || is_unquoted_value(cursor_.token.kind);
  const JqlToken& first = cursor_.previous;
  const bool may_be = is_rest && is_unquoted_value(first.kind);
  if (!may_be || cursor_.is_pasted) return "";
  const std::string_view gap =
      cursor_.text.substr(first.end, cursor_.token.begin - first.end);
  if (gap.find('\n') != gap.npos) return "";
  const std::size_t end = cursor_.end_of_words(place);
  return "; for a value with spaces " +
         write_in_quotes(cursor_.text.substr(first.begin, end - first.begin));
}

bool JqlExplanation::is_after_quote() const {
  return cursor_.previous.kind == kQuoted && cursor_.touches_previous();
}

JqlProblem JqlExplanation::quote_ends_early() const {
  const std::string quote(1, cursor_.text[cursor_.previous.begin]);
  return told(cursor_.token, "the quoted text ends before " +
                                 seen(cursor_.token) + "; write `\\" + quote +
                                 "` for a quote inside it");
}

}  // namespace catalint
