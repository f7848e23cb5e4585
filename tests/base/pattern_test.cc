#include "base/pattern.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace catalint {
namespace {

TEST(Pattern, MatchesAnywhereUnlessTied) {
  const struct {
    const char* pattern;
    const char* subject;
    bool matches;
  } rows[] = {
      {"", "", true},
      {"", "x", true},
      {"b", "abc", true},
      {"^b", "abc", false},
      {"^[A-Z][A-Z0-9_]+$", "ABC_1", true},
      {"^[A-Z][A-Z0-9_]+$", "ABC\n", false},
      {"^abc$", "x\nabc\nx", false},
      {"(?i)^bearer$", "BEARER", true},
      {R"(^\p{L}+$)", "Бé", true},
      {"^.$", "é", true},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.pattern);
    const Pattern pattern(row.pattern);
    EXPECT_EQ(pattern.error(), std::nullopt);
    EXPECT_EQ(pattern.text(), row.pattern);
    EXPECT_EQ(pattern.matches(row.subject), row.matches);
  }
}

TEST(Pattern, SaysWhyItIsNone) {
  const struct {
    const char* pattern;
    const char* error;
  } rows[] = {
      {"(", "missing ): ("},
      {"[a", "missing ]: [a"},
      {"*", "no argument for repetition operator: *"},
      {"a{2000}", "invalid repetition size: {2000}"},
      {"(?=a)", "invalid perl operator: (?="},
      {"\\1", "invalid escape sequence: \\1"},
  };
  for (const auto& row : rows) {
    const Pattern pattern(row.pattern);
    EXPECT_EQ(pattern.error(), row.error);
    EXPECT_FALSE(pattern.matches("a("));
    EXPECT_EQ(pattern.first_group("a("), std::nullopt);
  }
}

TEST(Pattern, GivesTheFirstGroup) {
  const struct {
    const char* pattern;
    const char* subject;
    std::optional<std::string> group;
  } rows[] = {
      {"^([A-Z]+)-([0-9]+)$", "ABC-12", "ABC"},
      {"^([A-Z]+)-([0-9]+)$", "ABC", std::nullopt},
      {"^[A-Z]+$", "ABC", std::nullopt},
      {"^(?:a)(b)", "ab", "b"},
      {"a|(b)", "a", ""},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.pattern);
    EXPECT_EQ(Pattern(row.pattern).first_group(row.subject), row.group);
  }
}

TEST(Pattern, IsCompiledOnceForAllThreads) {
  const Pattern pattern(R"(^(\w+)@example\.com$)");
  std::vector<int> right(8);
  {
    std::vector<std::jthread> threads;
    for (int& count : right) {
      threads.emplace_back([&count, copy = pattern] {
        for (int i = 0; i < 500; ++i) {
          const std::string name = "user" + std::to_string(i);
          if (copy.first_group(name + "@example.com") == name) ++count;
          if (!copy.matches(name + "@example.org")) ++count;
        }
      });
    }
  }
  EXPECT_EQ(right, std::vector<int>(8, 1000));
}

TEST(Pattern, TakesLinearTime) {
  const std::string subject(50'000, 'a');
  EXPECT_FALSE(Pattern("^(a+)+$").matches(subject + "!"));
  EXPECT_TRUE(Pattern("^(a|aa)+$").matches(subject));
}

}  // namespace
}  // namespace catalint
