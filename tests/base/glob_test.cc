#include "base/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace catalint {
namespace {

TEST(Glob, Matches) {
  const struct {
    const char* pattern;
    const char* text;
    bool matches;
  } rows[] = {
      {"", "", true},
      {"", "a", false},
      {"*", "", true},
      {"*", "a/b", true},
      {"**", "a", true},
      {"?", "", false},
      {"?", "a", true},
      {"?", "ab", false},
      {"jira/*", "jira/jql", true},
      {"jira/*", "jira/", true},
      {"jira/*", "jira", false},
      {"*/empty", "yaml/empty", true},
      {"*.catalog-info.yaml", "x.catalog-info.yaml", true},
      {"*.catalog-info.yaml", "x.catalog-info.yaml.bak", false},
      {"*.catalog-info.yaml", "catalog-info.yaml", false},
      {"a*b*c", "aXbYbZc", true},
      {"a*b*c", "aXcYb", false},
      {"a?c*", "abcd", true},
      {"[ab]", "a", false},
      {"[ab]", "[ab]", true},
      {"a\\*", "a*", false},
      {"é", "é", true},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(std::string(row.pattern) + " " + row.text);
    EXPECT_EQ(glob_matches(row.pattern, row.text), row.matches);
  }
}

TEST(Glob, IsOneWhenItHasAStarOrQuestionMark) {
  EXPECT_TRUE(is_glob("jira/*"));
  EXPECT_TRUE(is_glob("jir?/a"));
  EXPECT_FALSE(is_glob("jira/jql"));
}

// A matcher that goes back to every star would not end.
TEST(Glob, ManyStarsOnALongTextEnd) {
  const std::string text(100'000, 'a');
  std::string stars;
  for (int i = 0; i < 50; ++i) stars += "*a";
  EXPECT_FALSE(glob_matches("*a*a*a*b", text));
  EXPECT_TRUE(glob_matches("*a*a*a*b", text + "b"));
  EXPECT_FALSE(glob_matches(stars + "*b", text));
  EXPECT_TRUE(glob_matches(stars, text));
  EXPECT_FALSE(glob_matches("*" + std::string(100, 'a') + "b", text));
}

}  // namespace
}  // namespace catalint
