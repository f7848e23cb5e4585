#include "jira/query_check.h"

#include <gtest/gtest.h>

#include <string>

#include "jira/label_check.h"

namespace catalint {
namespace {

std::string told(const JqlProblem& problem, std::string_view text) {
  return std::string(text.substr(problem.begin, problem.end - problem.begin)) +
         " -> " + problem.message +
         (problem.suggestion.empty() ? "" : " => " + problem.suggestion);
}

std::string verdict(std::string_view query) {
  JiraCard card;
  card.project_key = "ABC";
  card.component = "Web shop";
  card.team = "{{ userEmail }}";
  std::string all;
  for (const JqlProblem& problem : check_query(query, card)) {
    all += (all.empty() ? "" : "; ") + told(problem, query);
  }
  return all.empty() ? "ok" : all;
}

TEST(QueryCheck, SaysWhatIsWrongWhereItIsWritten) {
  const struct {
    const char* query;
    const char* verdict;
  } rows[] = {
      {"", "ok"},
      {"project = {{ projectKey }} ORDER BY created", "ok"},
      {"component = \"{{component}}\"", "ok"},
      {"assignee = \"{{ userEmail }}\" or x = \"{{ team }}\"", "ok"},
      {" ", "  -> a blank query searches all issues of Jira"},
      // placeholders that stay
      {"project = {{ project }}",
       "{{ project }} -> the plugin never fills `{{ project }}`; did you mean "
       "`{{ projectKey }}`? => {{ projectKey }}"},
      {"project = {{projectkey}}",
       "{{projectkey}} -> the plugin never fills `{{ projectkey }}`; did you "
       "mean `{{ projectKey }}`? => {{ projectKey }}"},
      {"lead = {{ projectLead }}",
       "{{ projectLead }} -> the plugin never fills `{{ projectLead }}`; did "
       "you mean `{{ projectKey }}`?"},
      {"labels in ({{ labels }})",
       "{{ labels }} -> the plugin never fills `{{ labels }}`; did you mean "
       "`{{ label }}`?"},  // which is not set
      {"labels in ({{ label }})",
       "{{ label }} -> `{{ label }}` stays as it is, because the entity has no "
       "jira/label"},
      {"a = {{ x }} and b = {{ y_z }}",
       "{{ x }} -> the plugin never fills `{{ x }}`; {{ y_z }} -> the plugin "
       "never fills `{{ y_z }}`"},
      // placeholders of others
      {"project = {projectKey}",
       "{projectKey} -> `{projectKey}` is no placeholder of the plugin; did "
       "you mean `{{ projectKey }}`? => {{ projectKey }}"},
      {"project = ${KEY} and a = b",
       "${KEY} -> `${KEY}` is no placeholder of the plugin; did you mean "
       "`{{ projectKey }}`? => {{ projectKey }}"},
      {"project = {{ projectKey }",
       "{{ projectKey } -> `{{ projectKey }` is no placeholder of the plugin; "
       "did you mean `{{ projectKey }}`? => {{ projectKey }}"},
      {"project in ($PROJECT_KEY)",
       "$PROJECT_KEY -> `$PROJECT_KEY` is no placeholder of the plugin; did "
       "you mean `{{ projectKey }}`? => {{ projectKey }}"},
      {"project = [[ key ]]",
       "[[ key ]] -> `[[ key ]]` is no placeholder of the plugin; did you mean "
       "`{{ projectKey }}`? => {{ projectKey }}"},
      {"a = %WHAT%", "%WHAT% -> `%WHAT%` is no placeholder of the plugin"},
      // filled ones
      {"component = {{ component }}",
       "{{ component }} -> `{{ component }}` becomes `Web shop`, which needs "
       "quotes => \"{{ component }}\""},
      {"a = {{ userDisplayName }}",
       "{{ userDisplayName }} -> `{{ userDisplayName }}` becomes a name, which "
       "needs quotes => \"{{ userDisplayName }}\""},
      {"a = {{ team }}",
       "{{ team }} -> `{{ team }}` becomes `{{ userEmail }}`, which needs "
       "quotes => \"{{ team }}\""},
      {"project = {{{ projectKey }}}",
       "{{{ projectKey }}} -> `{{{ projectKey }}}` has a brace too many on "
       "each side => {{ projectKey }}"},
      {"project = ({{ projectKey }}) and a = b",
       "( -> `=` takes one value, not a list; use `in`"},
      {"project = {{ projectKey }} and status = In Progress",
       "In -> `In` is a word of JQL's own; write `\"In Progress\"`, quotes "
       "included"},
      {"component = {{ component }} and",
       "{{ component }} -> once `{{ component }}` is `Web shop`, AND or OR is "
       "missing before `shop`; for a value with spaces write `\"Web shop\"`, "
       "quotes included"},
      // links
      {"https://x.atlassian.net/issues/?jql=a%3Db",
       "https://x.atlassian.net/issues/?jql=a%3Db -> a link is not a query"},
      {"project%20=%20ABC", "%20 -> `%20` is an escape of links, not of JQL"},
      {"a = b and c = 5%",
       "5% -> `%` cannot stand in unquoted text; write "
       "`\"5%\"`, quotes included"},
  };
  for (const auto& row : rows) EXPECT_EQ(verdict(row.query), row.verdict);
}

TEST(LabelCheck, SaysWhatIsWrong) {
  const struct {
    const char* list;
    const char* verdict;
  } rows[] = {
      {"a", "ok"},
      {" ", "ok"},
      {"a, b-c", "ok"},
      {"\"a+b\", 'c'", "ok"},
      {"my label",
       "my label -> `my label` holds a space, and no Jira label does"},
      {"a, my  own label ,b",
       "my  own label -> `my  own label` holds a space, and no Jira label "
       "does"},
      {"team: shop",
       "team: shop -> `team: shop` holds a space, and no Jira "
       "label does"},
      {"a, \"b c\"", "\"b c\" -> `b c` holds a space, and no Jira label does"},
      {"a, Empty", "Empty -> `Empty` means issues without any label"},
      {"a, \"null\"", "ok"},
      {"a b, c+", "b -> a comma is missing before `b`"},
      {"a,",
       ", -> a value is missing after `,`; write one, or remove the "
       "comma"},
      {"~a",
       "~a -> `~` cannot stand in unquoted text; write `\"~a\"`, quotes "
       "included"},
  };
  for (const auto& row : rows) {
    const auto problem = check_label(row.list);
    EXPECT_EQ(problem ? told(*problem, row.list) : "ok", row.verdict);
  }
}

}  // namespace
}  // namespace catalint
