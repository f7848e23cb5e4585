#include "jira/jql_explanation.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace catalint {
namespace {

using enum JqlTokenKind;

struct Habit {
  std::string_view written;
  std::string_view jql;
};

// Operators of other languages, and what JQL has for them.
constexpr std::array<Habit, 13> kHabits{{{"==", "="},
                                         {"<>", "!="},
                                         {"=!", "!="},
                                         {"!", "!="},
                                         {"=<", "<="},
                                         {"=>", ">="},
                                         {"=~", "~"},
                                         {"like", "~"},
                                         {"contains", "~"},
                                         {"equals", "="},
                                         {"notin", "not in"},
                                         {"isnull", "is null"},
                                         {"isempty", "is empty"}}};
constexpr std::size_t kLongestHabit = 8;

}  // namespace

std::string JqlExplanation::seen(std::size_t begin, std::size_t end) const {
  return quote_for_display(cursor_.text.substr(begin, end - begin));
}

std::string JqlExplanation::seen(const JqlToken& token) const {
  return seen(token.begin, token.end);
}

// What JQL has for the operator of another language in a range, if anything.
std::string_view JqlExplanation::jql_operator(std::size_t begin,
                                              std::size_t end) const {
  if (end - begin > kLongestHabit) return {};
  const std::string written =
      to_lower_ascii(cursor_.text.substr(begin, end - begin));
  for (const Habit& habit : kHabits) {
    if (written == habit.written) return habit.jql;
  }
  return {};
}

// A character that cannot stand there explains more than what is missing.
JqlProblem JqlExplanation::told(std::size_t begin, std::size_t end,
                                std::string message) const {
  if (auto problem = explain_jql_token(cursor_.text, cursor_.token)) {
    return *std::move(problem);
  }
  return {begin, end, std::move(message)};
}

JqlProblem JqlExplanation::told(const JqlToken& token,
                                std::string message) const {
  return told(token.begin, token.end, std::move(message));
}

JqlProblem JqlExplanation::missing(std::string_view what,
                                   const JqlToken& after) const {
  return told(after.begin, cursor_.previous.end,
              std::string(what) + " is missing after " +
                  seen(after.begin, cursor_.previous.end));
}

JqlProblem JqlExplanation::missing_before(std::string_view what,
                                          std::string_view hint) const {
  return told(cursor_.token, std::string(what) + " is missing before " +
                                 seen(cursor_.token) + std::string(hint));
}

JqlProblem JqlExplanation::unclosed(std::size_t parenthesis) const {
  return told(parenthesis, parenthesis + 1,
              "the parenthesis opened here is never closed");
}

JqlProblem JqlExplanation::reserved(std::string_view what) const {
  return told(cursor_.token, seen(cursor_.token) +
                                 " is a reserved word; put the " +
                                 std::string(what) + " in quotes");
}

JqlProblem JqlExplanation::no_field(std::string_view what) const {
  const JqlToken& previous = cursor_.previous;
  if (is_operator(cursor_.token.kind)) return missing_before("a field");
  if (cursor_.at_start()) {
    if (cursor_.at(kAnd) || cursor_.at(kOr)) return missing_before("a clause");
    if (cursor_.at(kRightParen)) return no_connective();
  }
  if (cursor_.at_word() && !cursor_.at_connective()) return reserved("name");
  if (cursor_.at_start()) {
    return told(cursor_.token, seen(cursor_.token) + " cannot start a clause");
  }
  if (cursor_.at(kEnd) && previous.kind == kLeftParen) {
    return unclosed(previous.begin);
  }
  return missing("a " + std::string(what), previous);
}

JqlProblem JqlExplanation::no_custom_field(const JqlToken& name) const {
  return told(name, seen(name) +
                        " starts a custom field, as in `cf[10001]`; put other "
                        "names in quotes");
}

JqlProblem JqlExplanation::no_operator(const JqlToken& name) const {
  const JqlToken& connective = cursor_.connective;
  if (connective.end == name.begin && name.begin != 0) {  // a&b
    auto problem = explain_jql_token(cursor_.text, connective);
    if (problem) return *std::move(problem);
  }
  if (!jql_operator(cursor_.token.begin, cursor_.token.end).empty()) {
    return not_an_operator(cursor_.token);
  }
  const bool is_name = is_value(cursor_.token.kind) || cursor_.at_word();
  if (!is_name || cursor_.at_connective()) {
    return missing("an operator such as `=`", name);
  }
  return told(name.begin, cursor_.token.end,
              "an operator such as `=` is missing after " + seen(name) +
                  "; a name with spaces needs quotes");
}

JqlProblem JqlExplanation::not_an_operator(const JqlToken& first) const {
  const std::size_t end = cursor_.token.end;
  const std::string_view jql = jql_operator(first.begin, end);
  std::string message = seen(first.begin, end) + " is not a JQL operator";
  if (!jql.empty()) message += "; use " + quote_for_display(jql);
  return told(first.begin, end, std::move(message));
}

JqlProblem JqlExplanation::no_in_after_not(const JqlToken& negation) const {
  return told(negation, "`in` is missing after " + seen(negation));
}

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
    return reserved("value");
  }
  if (cursor_.at_start() && !cursor_.at(kRightParen)) {
    return cursor_.at(kEnd) ? empty_list(0, cursor_.text.size())
                            : missing_before("a value");
  }
  if (asker.kind == kLeftParen && cursor_.at(kRightParen)) {
    return empty_list(asker.begin, cursor_.token.end);
  }
  return cursor_.at_start() ? no_comma("") : missing("a value", asker);
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
  return told(value, seen(in.begin, in_end) + " takes a list; put " +
                         seen(value) + " in parentheses");
}

JqlProblem JqlExplanation::no_comma(std::string_view separator) const {
  if (cursor_.is_pasted && cursor_.at(kRightParen)) {
    return told(cursor_.token, "`)` ends the list and changes the query");
  }
  if (is_after_quote()) return quote_ends_early();
  return missing_before(separator, spaces_hint());
}

JqlProblem JqlExplanation::no_connective() const {
  const JqlToken& token = cursor_.token;
  if (cursor_.at(kEnd) || cursor_.at(kOrder)) {
    return unclosed(cursor_.open_parentheses.back());
  }
  if (cursor_.at(kRightParen)) {
    return told(token, "`)` closes no parenthesis");
  }
  if (cursor_.at(kComma)) {
    return told(token,
                "`,` cannot stand between clauses; write a list as `in (a, "
                "b)`");
  }
  if (is_operator(token.kind)) {
    return missing_before("a field after AND or OR");
  }
  if (cursor_.at(kTimePredicate) || cursor_.at(kBy) ||
      cursor_.at(kChangePredicate)) {
    return told(token,
                seen(token) + " goes only with " +
                    (cursor_.at(kChangePredicate) ? "`changed`"
                                                  : "`was` and `changed`") +
                    spaces_hint());
  }
  if (is_after_quote()) return quote_ends_early();
  return missing_before("AND or OR", cursor_.at(kNot) ? "" : spaces_hint());
}

JqlProblem JqlExplanation::no_connective_before(const JqlToken& paren) const {
  return told(paren, "AND or OR is missing before `(`");
}

JqlProblem JqlExplanation::after_order_by() const {
  return told(cursor_.token,
              seen(cursor_.token) +
                  " cannot stand after ORDER BY, which takes only fields, ASC, "
                  "DESC and commas");
}

// For words that may be the rest of a value.
std::string JqlExplanation::spaces_hint() const {
  const bool is_rest =
      cursor_.at_word() || is_unquoted_value(cursor_.token.kind);
  return is_unquoted_value(cursor_.previous.kind) && is_rest
             ? "; a value with spaces needs quotes"
             : "";
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
