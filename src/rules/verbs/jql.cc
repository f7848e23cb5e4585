// The verb `jql`: values that the Jira plugin pastes into a query.
#include <optional>
#include <utility>
#include <vector>

#include "catalint/jira.h"
#include "jira/jql_syntax.h"
#include "jira/label_check.h"
#include "jira/query_check.h"
#include "rules/verbs.h"
#include "yaml/scalar_source.h"

namespace catalint {
namespace {

std::vector<JqlProblem> problems_in(const Judgement& judgement, JqlPart part,
                                    std::string_view value) {
  std::optional<JqlProblem> problem;
  switch (part) {
    case JqlPart::kComponent:
      problem = check_jql_quoted(value);
      break;
    case JqlPart::kLabel:
      problem = check_label(value);
      break;
    case JqlPart::kQuery:
      // `{{ }}` is the plugin's here; these are of template engines alone.
      if (value.find("${{") != std::string_view::npos ||
          value.find("{%") != std::string_view::npos) {
        return {};
      }
      return check_query(value, jira_card(judgement.entity()));
  }
  if (!problem) return {};
  return {*std::move(problem)};
}

}  // namespace

void judge(const JqlVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_string()) continue;
    if (judgement.is_template(target.node->value)) continue;
    auto problems = problems_in(judgement, verb.part, target.node->value);
    if (problems.empty()) continue;
    const ScalarSource source(judgement.source(), *target.place);
    const Finding whole = judgement.at(target);  // once, as it may be huge
    for (JqlProblem& problem : problems) {
      Finding finding = whole;
      finding.detail = std::move(problem.message);
      finding.hint = std::move(problem.hint);
      if (const auto part = source.span_of({problem.begin, problem.end})) {
        finding.primary = *part;
        finding.part_suggestion = std::move(problem.suggestion);
      }
      judgement.report(std::move(finding));
    }
  }
}

}  // namespace catalint
