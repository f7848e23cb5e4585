// What the Jira plugin (2.14.0) makes of annotations; expected values as its
// own code gave them for the probes.
#include <gtest/gtest.h>

#include "catalint/jira.h"
#include "yaml/parse.h"

namespace catalint {
namespace {

// The card of an entity with these annotations, `jira/` left out.
JiraCard card_of(const std::string& annotations) {
  const SourceFile source(
      "x.yaml", "kind: Component\nmetadata:\n  name: x\n  annotations: {" +
                    annotations + "}\n");
  const YamlStream stream = parse_yaml(source);
  EXPECT_EQ(stream.documents.size(), 1U) << annotations;
  if (stream.documents.size() != 1) return {};
  return jira_card(entity_of(stream.documents[0]));
}

constexpr const char* kDone = " AND statuscategory not in (\"Done\")";

TEST(JiraCard, AsksForKeyComponentAndLabel) {
  const struct {
    const char* annotations;
    const char* jql;  // without its end, which is always the same
  } rows[] = {
      {"jira/project-key: ABC", R"(project = "ABC")"},
      {"jira/project-key: ABC, jira/component: c",
       R"(project = "ABC" AND component = "c")"},
      {"jira/project-key: ABC, jira/label: l",
       R"(project = "ABC" AND labels in (l))"},
      {"jira/project-key: ABC, jira/component: c d, jira/label: 'a, b'",
       R"(project = "ABC" AND component = "c d" AND labels in (a, b))"},
      {"jira/project-key: ABC, jira/component: '', jira/label: ''",
       R"(project = "ABC")"},
      {"jira/project-key: ABC, jira/component: 'a\"b\\c'",
       R"(project = "ABC" AND component = "a"b\c")"},
      {"jira/project-key: ABC, jira/label: 'a) OR project in (DEF'",
       R"(project = "ABC" AND labels in (a) OR project in (DEF))"},
      {"jira/project-key: ABC, jira/team: t", R"(project = "ABC")"},
      // white space is collapsed
      {R"(jira/project-key: " A\t\n B ")", R"(project = " A B ")"},
      {"jira/project-key: ' '", R"(project = " ")"},
      // values that are no strings are none
      {"jira/project-key: ABC, jira/component: 1, jira/label: [a]",
       R"(project = "ABC")"},
      {"a: &k ABC, jira/project-key: *k", R"(project = "ABC")"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.annotations);
    const JiraCard card = card_of(row.annotations);
    EXPECT_TRUE(card.card);
    EXPECT_EQ(card.jql, std::string(row.jql) + kDone);
  }
}

TEST(JiraCard, NeedsAProjectKeyThatIsNotEmpty) {
  for (const char* annotations :
       {"", "jira/project-key: ''", "jira/project-key: ", "jira/project-key: 1",
        "jira/Project-Key: ABC", "jira/component: c, jira/label: l",
        "jira/project-key: [ABC]", "jira/all-issues-jql: x = y"}) {
    const JiraCard card = card_of(annotations);
    EXPECT_FALSE(card.card) << annotations;
    EXPECT_EQ(card.jql, std::nullopt) << annotations;
  }
}

TEST(JiraCard, KeepsTheValuesAsTheyAre) {
  const JiraCard card = card_of(
      "jira/project-key: ' ABC ', jira/component: '', jira/team: 'é, t'");
  EXPECT_EQ(card.project_key, " ABC ");
  EXPECT_EQ(card.component, "");
  EXPECT_EQ(card.label, std::nullopt);
  EXPECT_EQ(card.team, "é, t");
  EXPECT_EQ(card.token_type, std::nullopt);
  EXPECT_EQ(card.query, std::nullopt);
}

TEST(JiraCard, IsBearerWhereTheWordIsIn) {
  const struct {
    const char* token_type;
    bool bearer;
  } rows[] = {
      {"Bearer", true},  {"NotBearer", true}, {"'Bearer '", true},
      {"bearer", false}, {"BEARER", false},   {"Basic", false},
      {"''", false},     {"[Bearer]", false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(card_of("jira/token-type: " + std::string(row.token_type)).bearer,
              row.bearer)
        << row.token_type;
  }
  EXPECT_FALSE(card_of("").bearer);
}

// Probes 523 to 548 and 569, 570. Placeholders of the user stay.
TEST(JiraCard, FillsTheQuery) {
  const struct {
    const char* annotations;  // besides jira/project-key: ABC
    const char* query;
  } rows[] = {
      {"jira/all-issues-jql: 'project = ({{ project }})'",
       "project = ({{ project }})"},
      {"jira/all-issues-jql: 'project = {{ project-key }}'",
       "project = {{ project-key }}"},
      {"jira/all-issues-jql: 'project = {{ projectKey }} ORDER BY created "
       "DESC'",
       "project = ABC ORDER BY created DESC"},
      {"jira/all-issues-jql: 'labels in ({{ label }})'",
       "labels in ({{ label }})"},
      {"jira/all-issues-jql: 'assignee = {{ userEmail }}'",
       "assignee = {{ userEmail }}"},
      {"jira/all-issues-jql: 'x = {{ foo }}'", "x = {{ foo }}"},
      {"jira/token-type: Bearer, jira/all-issues-jql: 'x = {{ tokenType }}'",
       "x = {{ tokenType }}"},
      {"jira/all-issues-jql: 'x = {{ constructor }}'",
       "x = function Object() { [native code] }"},
      {"jira/all-issues-jql: 'project = {{{ projectKey }}}'",
       "project = {ABC}"},
      {"jira/all-issues-jql: ' '", " "},
      {R"(jira/all-issues-jql: "project = ABC\nAND status = Open\n")",
       "project = ABC AND status = Open "},
      {"jira/all-issues-jql: 'project = = ABC'", "project = = ABC"},
      {"jira/all-issues-jql: 'project = \"{{projectKey}}\"'",
       "project = \"ABC\""},
      {"jira/label: 'a, b', jira/all-issues-jql: 'labels in (\"{{ label }}\")'",
       "labels in (\"a, b\")"},
      {"jira/team: t, jira/component: c, jira/all-issues-jql: '{{team}} "
       "{{\t component\t}}'",
       "t c"},
      // 537: a value that is a placeholder is filled in the second pass alone
      {"jira/label: '{{ projectKey }}', jira/all-issues-jql: '{{ label }}'",
       "{{ projectKey }}"},
      // empty values are not set
      {"jira/label: '', jira/all-issues-jql: 'x = {{ label }}'",
       "x = {{ label }}"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(card_of("jira/project-key: ABC, " + std::string(row.annotations))
                  .query.value_or("none"),
              row.query)
        << row.annotations;
  }
}

TEST(JiraCard, HasAQueryWithoutAProjectKey) {
  EXPECT_EQ(card_of("jira/all-issues-jql: assignee = currentUser()").query,
            "assignee = currentUser()");
  EXPECT_EQ(card_of("jira/all-issues-jql: ''").query, std::nullopt);
  EXPECT_EQ(card_of("jira/all-issues-jql: 1").query, std::nullopt);
  EXPECT_EQ(card_of("jira/all-issues-jql: {{ projectKey }}").query,
            std::nullopt);
}

}  // namespace
}  // namespace catalint
