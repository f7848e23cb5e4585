// Whether Jira's grammar takes a JQL text. The judge is Atlassian's own grammar
// (npm package @atlaskit/jql-parser 3.0.1), with which this agrees on every
// text tried; what the words mean (fields, users, functions) is not looked at.
// Nothing here fails: problems are values, whose messages hold nothing raw from
// the text. Offsets are bytes of the text that was checked, half open. Time and
// memory are linear, and no nesting is too deep, for nothing recurses.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jira/jql_problem.h"

namespace catalint {

/// One operand of a list: a word, a number, a quoted string, EMPTY or NULL
/// (both mean "has no value", unless they are quoted), or a function call.
struct JqlOperand {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;     // without quotes and escapes; of a function its name
  bool quoted = false;  // in double or single quotes
};

/// The first problem of a whole query. A blank one is taken: it selects all
/// issues.
std::optional<JqlProblem> check_jql(std::string_view query);

/// The first problem of a text that is pasted between the parentheses of
/// `labels in (…)`. Nested lists and functions are taken, as the grammar does;
/// a blank text is not, nor one that closes the parenthesis it stands in.
std::optional<JqlProblem> check_jql_list(std::string_view list);

/// The operands of a list, nested lists flattened; none if check_jql_list finds
/// a problem.
std::vector<JqlOperand> jql_list_operands(std::string_view list);

/// The first character that ends, or cannot stand in, a double-quoted JQL
/// string into which the text is pasted as it is: a quote, a backslash that
/// starts no escape, a tab or another control character.
std::optional<JqlProblem> check_jql_quoted(std::string_view text);

}  // namespace catalint
