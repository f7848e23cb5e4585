// Tables of JQL and what the checker says of it. "ok" there is what the grammar
// of @atlaskit/jql-parser 3.0.1 takes, and nothing else is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "jira/jql_syntax.h"

namespace catalint {

using JqlCheck = std::optional<JqlProblem> (*)(std::string_view);

inline std::string verdict(const std::optional<JqlProblem>& problem) {
  if (!problem) return "ok";
  return std::to_string(problem->begin) + "-" + std::to_string(problem->end) +
         ": " + problem->message;
}

/// The table, lines of `text  ->  verdict`, with the verdicts of `check`.
inline std::string judge(std::string_view table, JqlCheck check) {
  constexpr std::string_view kArrow = "  ->  ";
  std::string judged = "\n";
  for (std::size_t begin = 1; begin < table.size();) {
    const std::size_t end = table.find('\n', begin);
    const std::string_view row = table.substr(begin, end - begin);
    const std::string_view text = row.substr(0, row.find(kArrow));
    judged.append(text).append(kArrow).append(verdict(check(text))) += "\n";
    begin = end + 1;
  }
  return judged;
}

}  // namespace catalint
