#include "verify/kept_answers.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

constexpr std::int64_t kNow = 1'800'000'000;

KeptAnswers some_answers(std::int64_t at) {
  KeptAnswers kept;
  kept.projects["ROAD"] = {at, {true, true, std::nullopt}};
  kept.projects["RAOD"] = {at, {false, false, std::nullopt}};
  kept.components["ROAD"] = {at, {"Search", "Check\nout"}};
  kept.queries["a = 1"] = {at, "no"};
  kept.all_projects = {at, {{"ROAD", false}, {"OLD", true}}};
  return kept;
}

TEST(KeptAnswers, AreReadAsTheyWereWritten) {
  const std::string text = kept_answers_text(some_answers(kNow));
  EXPECT_EQ(kept_answers_text(parse_kept_answers(text, kNow)), text);
}

TEST(KeptAnswers, AreGoodForAnHour) {
  const std::string text = kept_answers_text(some_answers(kNow));
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
       R"({"version": 2, "projects": [{"key": "A", "at": 1800000000}]})",
       R"({"version": 1, "projects": {"key": "A"}, "components": 1,
            "queries": [[]], "all_projects": []})",
       R"({"version": 1, "projects": [{"key": ["A"], "at": 1800000000}],
            "components": [{"key": "A", "at": 1800000000, "names": [1]}],
            "queries": [{"query": "a", "at": 1800000000}],
            "all_projects": {"at": 1800000000, "live": ["A"]}})",
       R"({"version": 1, "projects": [{"key": "A", "at": "1800000000"}]})",
       R"({"version": 1, "projects": [{"key": "A", "at": 1.8e9}]})",
       R"({"version": 1, "projects": [{"key": "A", "at": 18446744073709551615}]})"}) {
    const KeptAnswers kept = parse_kept_answers(text, kNow);
    EXPECT_EQ(kept_answers_text(kept), kept_answers_text({})) << text;
  }
  const std::string deep(1'000'000, '[');
  EXPECT_TRUE(parse_kept_answers(deep, kNow).projects.empty());
}

}  // namespace
}  // namespace catalint
