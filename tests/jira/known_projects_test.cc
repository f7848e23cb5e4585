#include "jira/known_projects.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

constexpr const char* kList = R"({
  "version": 1,
  "projects": [
    {"key":"OLD","archived":true},
    {"key":"ROAD","components":["Search","\u0007"]}
  ]
}
)";

TEST(KnownProjects, AreReadAsTheyWereWritten) {
  JiraFacts facts;
  facts.projects["ROAD"] = {true, false, component_names({"Search", "\a"})};
  facts.projects["OLD"] = {true, true, nullptr};
  facts.projects["GONE"] = {false, false, nullptr};
  EXPECT_EQ(known_projects_text(facts), kList);
  EXPECT_EQ(count_known_projects(facts), 2U);
  const auto read = parse_known_projects(kList);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(known_projects_text(*read), kList);
}

TEST(KnownProjects, AreAllThereAre) {
  const auto facts = parse_known_projects(kList);
  ASSERT_TRUE(facts);
  EXPECT_TRUE(facts->are_listed);
  EXPECT_TRUE(facts->settle_projects);
  EXPECT_FALSE(facts->settle_components);  // nobody knows those of OLD
  EXPECT_FALSE(facts->settle_queries);
  ASSERT_NE(facts->project("NONE"), nullptr);
  EXPECT_FALSE(facts->project("NONE")->exists);
  EXPECT_TRUE(facts->project("ROAD")->exists);
  EXPECT_EQ(JiraFacts().project("NONE"), nullptr);
}

TEST(KnownProjects, NoneAtAllIsAListToo) {
  const auto facts = parse_known_projects(known_projects_text({}));
  ASSERT_TRUE(facts) << facts.error().message;
  EXPECT_TRUE(facts->projects.empty());
}

TEST(KnownProjects, MistakesAreTold) {
  const struct {
    const char* text;
    const char* mistake;
  } rows[] = {
      {"", "it is not JSON"},
      {"[]", "it has no `version`"},
      {R"({"projects": []})", "it has no `version`"},
      {R"({"version": 2, "projects": []})", "it has a version other than 1"},
      {R"({"version": 1})", "it has no list `projects`"},
      {R"({"version": 1, "projects": {}})", "it has no list `projects`"},
      {R"({"version": 1, "projects": ["A"]})",
       "it has a project without `key`"},
      {R"({"version": 1, "projects": [{"key": 1}]})",
       "it has a project without `key`"},
      {R"({"version": 1, "projects": [{"key": "A", "archived": 1}]})",
       "it says of `A` that `archived` is neither true nor false"},
      {R"({"version": 1, "projects": [{"key": "\u001b", "components": 1}]})",
       "it says of `\\x1B` that `components` is no list of names"},
      {R"({"version": 1, "projects": [{"key": "A", "components": [1]}]})",
       "it says of `A` that `components` is no list of names"},
  };
  for (const auto& row : rows) {
    const auto facts = parse_known_projects(row.text);
    EXPECT_EQ(facts ? "" : facts.error().message, row.mistake) << row.text;
  }
}

}  // namespace
}  // namespace catalint
