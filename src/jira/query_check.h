// jira/all-issues-jql: whether Jira will understand what the plugin makes of
// it, and what was meant where not.
#pragma once

#include <string_view>
#include <vector>

#include "catalint/jira.h"
#include "jira/jql_problem.h"

namespace catalint {

/// Every placeholder that the plugin leaves as it is; where there is none, the
/// first reason why the filled query is not JQL. Spans are bytes of the query
/// as it is written, not of the filled one. An empty query, which the plugin
/// takes for none, is fine.
std::vector<JqlProblem> check_query(std::string_view query,
                                    const JiraCard& card);

}  // namespace catalint
