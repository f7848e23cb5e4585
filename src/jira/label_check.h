// jira/label, which the Jira plugin pastes into `labels in (…)` as it is.
#pragma once

#include <optional>
#include <string_view>

#include "jira/jql_problem.h"

namespace catalint {

/// The first reason why the list breaks the query or matches nothing: JQL that
/// Jira does not take, a label with a space in it (Jira has none such), and
/// EMPTY. A blank list is fine here.
std::optional<JqlProblem> check_label(std::string_view list);

}  // namespace catalint
