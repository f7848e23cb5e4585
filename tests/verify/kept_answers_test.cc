#include "verify/kept_answers.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

constexpr std::int64_t kNow = 1'800'000'000;

KeptAnswers some_answers(std::int64_t at) {
  KeptAnswers kept;
  kept.projects["ROAD"] = at;
  kept.projects["SHOP"] = at;
  kept.components["ROAD"] = {at, component_names({"Search", "Check\nout"})};
  kept.queries["a = 1"] = at;
  kept.all_projects = {at, {{"ROAD", false}, {"OLD", true}}};
  return kept;
}

constexpr std::size_t kEnough = 1'000'000;

TEST(KeptAnswers, AreReadAsTheyWereWritten) {
  const std::string text = kept_answers_text(some_answers(kNow), kEnough);
  EXPECT_EQ(
      text,
      R"({"version":2,"projects":[{"at":1800000000,"key":"ROAD"},)"
      R"({"at":1800000000,"key":"SHOP"}],)"
      R"("queries":[{"at":1800000000,"query":"a = 1"}],)"
      R"("all_projects":{"archived":["OLD"],"at":1800000000,"live":["ROAD"]},)"
      R"("components":[{"at":1800000000,"key":"ROAD",)"
      R"("names":["Search","Check\nout"]}]})"
      "\n");
  EXPECT_EQ(kept_answers_text(parse_kept_answers(text, kNow), kEnough), text);
}

TEST(KeptAnswers, WhatHasNoRoomIsLeftOut) {
  KeptAnswers all = some_answers(kNow);
  all.components["LONG"] = {kNow, component_names({std::string(1000, 'x')})};
  const std::size_t whole = kept_answers_text(all, kEnough).size();
  std::string kept_of_all;
  for (std::size_t most = 100; most <= whole; ++most) {
    const std::string text = kept_answers_text(all, most);
    ASSERT_LE(text.size(), most);
    const KeptAnswers kept = parse_kept_answers(text, kNow);
    const std::string what = std::to_string(kept.projects.size()) +
                             std::to_string(kept.queries.size()) +
                             (kept.all_projects ? "+" : "-") +
                             std::to_string(kept.components.size());
    if (!kept_of_all.ends_with(what)) kept_of_all += " " + what;
  }
  // Projects, queries, the list of all, and what is there of components.
  EXPECT_EQ(kept_of_all, " 20-0 21-0 21+0 21+1 21+2");
}

TEST(KeptAnswers, AreGoodForAnHour) {
  const std::string text = kept_answers_text(some_answers(kNow), kEnough);
  const auto projects_at = [&](std::int64_t now) {
    const KeptAnswers kept = parse_kept_answers(text, now);
    const std::size_t count = kept.projects.size();
    EXPECT_EQ(kept.components.size(), count / 2);
    EXPECT_EQ(kept.queries.size(), count / 2);
    EXPECT_EQ(kept.all_projects.has_value(), count > 0);
    return count;
  };
  EXPECT_EQ(projects_at(kNow), 2U);
  EXPECT_EQ(projects_at(kNow + 3599), 2U);
  EXPECT_EQ(projects_at(kNow + 3600), 0U);
  EXPECT_EQ(projects_at(kNow - 1), 0U);  // the clock was wrong
}

TEST(KeptAnswers, AnythingElseIsNone) {
  for (
      const std::string text :
      {"", "{", "[]", "null", "7", "{}", R"({"version": "1"})",
       R"({"version": 1, "projects": [{"key": "A", "at": 1800000000}]})",
       R"({"version": 2, "projects": {"key": "A"}, "components": 1,
            "queries": [[]], "all_projects": []})",
       R"({"version": 2, "projects": [{"key": ["A"], "at": 1800000000}],
            "components": [{"key": "A", "at": 1800000000, "names": [1]}],
            "queries": [{"query": 7, "at": 1800000000}],
            "all_projects": {"at": 1800000000, "live": ["A"]}})",
       R"({"version": 2, "projects": [{"key": "A", "at": "1800000000"}]})",
       R"({"version": 2, "projects": [{"key": "A", "at": 1.8e9}]})",
       R"({"version": 2, "projects": [{"key": "A", "at": 18446744073709551615}]})"}) {
    const KeptAnswers kept = parse_kept_answers(text, kNow);
    EXPECT_EQ(kept_answers_text(kept, kEnough), kept_answers_text({}, kEnough))
        << text;
  }
  const std::string deep(1'000'000, '[');
  EXPECT_TRUE(parse_kept_answers(deep, kNow).projects.empty());
}

}  // namespace
}  // namespace catalint
