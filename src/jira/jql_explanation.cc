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
  if (auto problem =
          explain_jql_token(cursor_.text, cursor_.token, cursor_.is_pasted)) {
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

JqlProblem JqlExplanation::reserved(Place place) const {
  const JqlToken& token = cursor_.token;
  const std::size_t end = cursor_.end_of_words(place);
  return told(token, seen(token) + " is a word of JQL's own; " +
                         write_in_quotes(cursor_.text.substr(
                             token.begin, end - token.begin)));
}

JqlProblem JqlExplanation::no_field(std::string_view what) const {
  const JqlToken& previous = cursor_.previous;
  if (is_operator(cursor_.token.kind)) return missing_before("a field");
  if (cursor_.at_start()) {
    if (cursor_.at(kAnd) || cursor_.at(kOr)) {
      return missing_before("a condition");
    }
    if (cursor_.at(kRightParen)) return no_connective();
  }
  if (cursor_.at_start() && cursor_.at(kReservedWord) &&
      to_lower_ascii(cursor_.text.substr(cursor_.token.begin, 6)) == "select") {
    return told(cursor_.token,
                seen(cursor_.token) +
                    " is SQL; JQL has only the conditions and ORDER BY, as in "
                    "`project = ABC ORDER BY created`");
  }
  if (cursor_.at_word() && !cursor_.at_connective()) {
    return reserved(Place::kName);
  }
  if (cursor_.at_start()) {
    return told(cursor_.token,
                seen(cursor_.token) + " cannot start a condition");
  }
  if (cursor_.at(kEnd) && previous.kind == kLeftParen) {
    return unclosed(previous.begin);
  }
  return missing("a " + std::string(what), previous);
}

JqlProblem JqlExplanation::no_custom_field(const JqlToken& name) const {
  return told(name, seen(name) +
                        " starts a custom field, as in `cf[10001]`; a field of "
                        "that name needs quotes");
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
  const bool is_whole = name.kind == kQuoted && cursor_.at(kEnd) &&
                        cursor_.text.find_first_not_of(" \t\r\n") == name.begin;
  if (is_whole) {
    return told(name,
                "the quotes make one name of the whole query; leave "
                "them out");
  }
  if (!is_name || cursor_.at_connective()) {
    return missing("an operator such as `=`", name);
  }
  std::string message =
      "an operator such as `=` is missing after " + seen(name);
  if (is_unquoted_value(name.kind)) {
    JqlCursor start(cursor_.text.substr(name.begin), false);
    message +=
        "; for a name with spaces " +
        write_in_quotes(start.text.substr(0, start.end_of_words(Place::kName)));
  }
  return told(name.begin, cursor_.token.end, std::move(message));
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
                "`,` cannot stand between conditions; write a list as `in (a, "
                "b)`");
  }
  if (is_operator(token.kind)) {
    return missing_before("a field after AND or OR",
                          spaces_hint(Place::kValue));
  }
  if (cursor_.at(kTimePredicate) || cursor_.at(kBy) ||
      cursor_.at(kChangePredicate)) {
    return told(token,
                seen(token) + " goes only with " +
                    (cursor_.at(kChangePredicate) ? "`changed`"
                                                  : "`was` and `changed`") +
                    spaces_hint(Place::kValue));
  }
  if (is_after_quote()) return quote_ends_early();
  return missing_before("AND or OR",
                        cursor_.at(kNot) ? "" : spaces_hint(Place::kValue));
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

}  // namespace catalint
