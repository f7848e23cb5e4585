#include <gtest/gtest.h>

#include "jira/facts.h"
#include "rules/filter.h"
#include "rules/lint_text.h"

namespace catalint {
namespace {

std::string entity(const std::string& annotations) {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: shop\n  annotations:\n" +
         annotations +
         "spec: {type: service, lifecycle: production, owner: team}\n";
}

JiraFacts some_facts() {
  JiraFacts facts;
  facts.projects["ROAD"] = {
      true, false,
      component_names({"Search", "Search \"beta\"", "Caf\u00e9", "Two words"})};
  facts.projects["OLD"] = {true, true, nullptr};
  facts.projects["RAOD"] = {false, false, nullptr};
  facts.projects["road"] = {false, false, nullptr};
  facts.queries["a = 1"] = "";
  facts.queries["a = 4"] = ".";
  facts.queries["a = 2"] = "The value \x1B[31m2\nis not there.";
  return facts;
}

std::string findings_of(const std::string& annotations, JiraFacts facts) {
  const Linter linter(builtin_rules(),
                      std::make_shared<JiraFacts>(std::move(facts)));
  return findings(linter.lint("x.yaml", entity(annotations)));
}

TEST(KnownToJira, JudgesByWhatIsKnown) {
  const struct {
    const char* annotations;
    const char* found;
  } rows[] = {
      {"    jira/project-key: ROAD\n", ""},
      {"    jira/project-key: RAOD\n",
       "6:23 jira/project-not-found: jira/project-key is `RAOD`, and Jira "
       "shows no project with this key; did you mean `ROAD`?"},
      // nobody asked
      {"    jira/project-key: SHOP\n", ""},
      {"    jira/project-key: OLD\n",
       "6:23 jira/project-archived: jira/project-key is `OLD`, a project that "
       "is archived; Jira finds none of its issues"},
      // what every Jira would say comes first
      {"    jira/project-key: road\n",
       "6:23 jira/project-key-format: jira/project-key is `road`; Jira's keys "
       "are upper case, and Jira finds no project by another spelling"},
      {"    jira/project-key: ROAD\n    jira/component: search\n", ""},
      {"    jira/project-key: ROAD\n    jira/component: Serach\n",
       "7:21 jira/component-not-found: jira/component is `Serach`, but project "
       "`ROAD` has no component of this name; did you mean `Search`?"},
      // as JQL has it
      {"    jira/project-key: ROAD\n"
       "    jira/component: 'Search \\\"beta\\\"'\n",
       ""},
      {"    jira/project-key: ROAD\n    jira/component: Cafe\u0301\n", ""},
      {"    jira/project-key: ROAD\n    jira/component: Two  words\n", ""},
      {"    jira/project-key: OLD\n    jira/component: Any\n",
       "6:23 jira/project-archived: jira/project-key is `OLD`, a project that "
       "is archived; Jira finds none of its issues"},
      {"    jira/project-key: ROAD\n    jira/component: '{{ name }}'\n", ""},
      {"    jira/project-key: ROAD\n    jira/all-issues-jql: a = 1\n", ""},
      {"    jira/project-key: ROAD\n    jira/all-issues-jql: a = 3\n", ""},
      {"    jira/project-key: ROAD\n    jira/all-issues-jql: a = 4\n",
       "7:26 jira/jql-refused: Jira refuses jira/all-issues-jql: ."},
      {"    jira/project-key: ROAD\n    jira/all-issues-jql: a = 2\n",
       "7:26 jira/jql-refused: Jira refuses jira/all-issues-jql: The value "
       "\\x1B[31m2\\nis not there"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(findings_of(row.annotations, some_facts()), row.found)
        << row.annotations;
  }
}

TEST(KnownToJira, WithoutFactsNothingIsFound) {
  EXPECT_EQ(
      findings(Linter(builtin_rules())
                   .lint("x.yaml", entity("    jira/project-key: RAOD\n"))),
      "");
}

TEST(KnownToJira, AListHoldsAllThereAre) {
  JiraFacts facts = some_facts();
  facts.are_listed = true;
  EXPECT_EQ(findings_of("    jira/project-key: SHOP\n", facts),
            "6:23 jira/project-not-found: jira/project-key is `SHOP`, and Jira "
            "shows no project with this key");
}

TEST(KnownToJira, OnAKindWithoutACardOneFindingIsEnough) {
  std::string text = entity("    jira/project-key: RAOD\n");
  text.replace(text.find("Component"), 9, "Location");
  const auto facts = std::make_shared<JiraFacts>(some_facts());
  EXPECT_EQ(findings(Linter(builtin_rules(), facts).lint("x.yaml", text))
                .find("not-found"),
            std::string::npos);
}

std::string unused(const std::string& pattern, JiraFacts facts) {
  const auto known = std::make_shared<JiraFacts>(std::move(facts));
  const auto rules = builtin_rules();
  FileReport report =
      Linter(rules, known)
          .lint("x.yaml", entity("    jira/project-key: ROAD  # "
                                 "catalint: ignore[" +
                                 pattern + "] why\n"));
  FindingFilter(*rules, Selection(), known).judge_comments(report);
  return findings(report);
}

// A rule that could not judge may need the comment another time.
TEST(KnownToJira, CommentsAreUnusedOnlyWhereNothingWasLeftOpen) {
  JiraFacts facts = some_facts();
  EXPECT_EQ(unused("jira/project-not-found", facts), "");
  facts.settle_projects = true;
  EXPECT_NE(unused("jira/project-not-found", facts), "");
  EXPECT_EQ(unused("jira/component-not-found", facts), "");
  EXPECT_EQ(unused("jira/jql-refused", facts), "");
  facts.settle_components = true;
  facts.settle_queries = true;
  EXPECT_NE(unused("jira/component-not-found", facts), "");
  EXPECT_NE(unused("jira/jql-refused", facts), "");
}

TEST(KnownToJira, WhatIsNotThereIsGoneOnlyWhereNothingWasLeftOpen) {
  const auto rules = builtin_rules();
  const auto judges = [&](const std::shared_ptr<const JiraFacts>& facts) {
    return FindingFilter(*rules, Selection(), facts)
        .judges("jira/project-not-found", "jira/project-key", true);
  };
  EXPECT_FALSE(judges(nullptr));
  EXPECT_FALSE(judges(std::make_shared<JiraFacts>()));
  auto settled = std::make_shared<JiraFacts>();
  settled->settle_projects = true;
  EXPECT_TRUE(judges(settled));
}

}  // namespace
}  // namespace catalint
