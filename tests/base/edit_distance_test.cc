#include "base/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace catalint {
namespace {

TEST(EditDistance, CountsChangesAndSwaps) {
  const struct {
    const char* a;
    const char* b;
    std::size_t distance;
  } rows[] = {
      {"", "", 0},
      {"", "abc", 3},
      {"abc", "", 3},
      {"abc", "abc", 0},
      {"abc", "axc", 1},
      {"abc", "abxc", 1},
      {"abc", "ac", 1},
      {"abcd", "acbd", 1},
      {"ab", "ba", 1},
      {"kitten", "sitting", 3},
      {"project-key", "projet-key", 1},
      {"é", "e", 2},  // bytes
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(std::string(row.a) + " " + row.b);
    EXPECT_EQ(edit_distance(row.a, row.b), row.distance);
    EXPECT_EQ(edit_distance(row.b, row.a), row.distance);
    EXPECT_TRUE(is_within_edit_distance(row.a, row.b, row.distance));
    EXPECT_TRUE(row.distance == 0 ||
                !is_within_edit_distance(row.a, row.b, row.distance - 1));
  }
}

TEST(EditDistance, IsTheSameBelowALimit) {
  constexpr int kRounds = 5000;
  std::minstd_rand random(1);
  const auto word = [&] {
    std::string out(random() % 9, 'a');
    for (char& c : out) c = static_cast<char>('a' + random() % 3);
    return out;
  };
  for (int i = 0; i < kRounds; ++i) {
    const std::string a = word();
    const std::string b = word();
    const std::size_t distance = edit_distance(a, b);
    for (std::size_t limit = 0; limit < 10; ++limit) {
      ASSERT_EQ(edit_distance(a, b, limit), std::min(distance, limit))
          << a << " " << b << " " << limit;
    }
  }
}

TEST(EditDistance, SuggestsTheNearestWord) {
  const std::vector<std::string> known = {"jira/component", "jira/label",
                                          "jira/project-key", "when"};
  const struct {
    std::string word;
    const char* suffix;
  } rows[] = {
      {"jira/components", "; did you mean `jira/component`?"},
      {"jira/lable", "; did you mean `jira/label`?"},
      {"jira/project-kex", "; did you mean `jira/project-key`?"},
      {"jira/prjct-ky", "; did you mean `jira/project-key`?"},  // 3 away
      {"jira/prjct-k", ""},                                     // 4 away
      {"wehn", "; did you mean `when`?"},
      {"wx", ""},
      {"when", ""},  // it is that word
      {"", ""},
      {std::string(100000, 'x'), ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(did_you_mean(row.word, known), row.suffix);
  }
  EXPECT_EQ(nearest("abcde", {}), std::nullopt);
}

TEST(EditDistance, TakesTheFirstOfEquallyNearWords) {
  const std::vector<std::string> known = {"jira/b", "jira/c"};
  EXPECT_EQ(nearest("jira/a", known), "jira/b");
}

}  // namespace
}  // namespace catalint
