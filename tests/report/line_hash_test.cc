#include "report/line_hash.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

std::string all_hashes(std::string_view bytes) {
  std::set<std::size_t> lines;
  for (std::size_t line = 1; line <= 20; ++line) lines.insert(line);
  std::string all;
  for (const auto& [line, hash] : line_hashes(bytes, lines)) {
    all += (all.empty() ? "" : " ") + hash;
  }
  return all;
}

// The hashes are those that github/codeql-action gives.
TEST(LineHash, IsTheOneOfGitHub) {
  const struct {
    std::string bytes;
    const char* hashes;
  } rows[] = {
      {"", "c129715d7a2bc9a3:1"},
      {" a\nb\n  \t\tc\n d",
       "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 "
       "a23a3dc5e078b07b:1"},
      {" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
       "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 "
       "c6805c5e1288b612:1 b86d3392aea1be30:1 e6ceba753e1a442:1"},
  };
  for (const auto& row : rows) EXPECT_EQ(all_hashes(row.bytes), row.hashes);
}

TEST(LineHash, TakesTheseTextsForTheSame) {
  const struct {
    std::string bytes;
    std::string same;
  } rows[] = {
      {"a\r\nb\r\n", "a\nb\n"},
      {"a\rb\r", "a\nb\n"},
      {"a\r \nb", "a\n\nb"},
      {"a: b\t# c", "a:b#c"},
      {"\xFFx\xE2\x82y\xF0\x9F", "\uFFFDx\uFFFDy\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(all_hashes(row.bytes), all_hashes(row.same)) << row.same;
  }
  EXPECT_NE(all_hashes("\U0001F600"), all_hashes("\uFFFD"));
}

TEST(LineHash, CountsEqualOnes) {
  std::string bytes;
  for (int i = 0; i < 5; ++i) bytes += "x" + std::string(100, 'y') + "\n";
  std::string counts;
  const auto hashes = line_hashes(bytes, {2, 4});
  ASSERT_EQ(hashes.size(), 2U);
  EXPECT_EQ(hashes.at(2).substr(0, 16), hashes.at(4).substr(0, 16));
  EXPECT_TRUE(hashes.at(2).ends_with(":2"));
  EXPECT_TRUE(hashes.at(4).ends_with(":4"));
  EXPECT_TRUE(line_hashes("a\n", {7}).empty());
  EXPECT_TRUE(line_hashes("a\n", {}).empty());
}

}  // namespace
}  // namespace catalint
