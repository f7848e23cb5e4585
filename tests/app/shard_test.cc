#include "app/shard.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

TEST(Shard, IsOneOfSome) {
  const struct {
    const char* text;
    std::size_t index;  // 0: it is none
    std::size_t count;
  } rows[] = {
      {"1/1", 1, 1},  {"2/8", 2, 8},   {"10000/10000", 10000, 10000},
      {"0/3", 0, 0},  {"4/3", 0, 0},   {"1/10001", 0, 0},
      {"", 0, 0},     {"/", 0, 0},     {"1", 0, 0},
      {"1/", 0, 0},   {"/2", 0, 0},    {"1/2/3", 0, 0},
      {"+1/2", 0, 0}, {"-1/2", 0, 0},  {" 1/2", 0, 0},
      {"1/2 ", 0, 0}, {"1.0/2", 0, 0}, {"0x1/2", 0, 0},
      {"a/b", 0, 0},  {"1/0", 0, 0},   {"1/99999999999999999999", 0, 0},
      {"1//2", 0, 0}, {"2/1", 0, 0},
  };
  for (const auto& row : rows) {
    const auto shard = parse_shard(row.text);
    ASSERT_EQ(static_cast<bool>(shard), row.index > 0) << row.text;
    if (!shard) continue;
    EXPECT_EQ(shard->index, row.index) << row.text;
    EXPECT_EQ(shard->count, row.count) << row.text;
  }
  EXPECT_EQ(parse_shard("0/3").error().message,
            "--shard is `0/3`; expected I/N, the shard I of N, as in 2/8: I is "
            "from 1 to N, and N at most 10000");
}

// These may never change: other machines may have another version.
TEST(Shard, OfAPathStaysTheSame) {
  EXPECT_EQ(shard_of("catalog-info.yaml", 1), 1U);
  EXPECT_EQ(shard_of("catalog-info.yaml", 8), 3U);
  EXPECT_EQ(shard_of("services/search/catalog-info.yaml", 8), 8U);
  EXPECT_EQ(shard_of("\xFF\n", 10000), 4700U);
}

// Within a fifth of what it would be if all had as many.
TEST(Shard, HasItsShareOfThePaths) {
  for (const std::size_t count : {2U, 3U, 7U, 8U, 16U}) {
    std::vector<std::size_t> sizes(count, 0);
    constexpr std::size_t kPaths = 10'000;
    for (std::size_t i = 0; i < kPaths; ++i) {
      ++sizes[shard_of("services/service-" + std::to_string(i) +
                           "/catalog-info.yaml",
                       count) -
              1];
    }
    for (const std::size_t size : sizes) {
      EXPECT_GT(size * count * 5, kPaths * 4) << count;
      EXPECT_LT(size * count * 5, kPaths * 6) << count;
    }
  }
}

TEST(Shard, PathsAreKnownInTheirOrder) {
  EXPECT_EQ(identity_of({}), "0-cbf29ce484222325");
  EXPECT_NE(identity_of({"a", "b"}), identity_of({"b", "a"}));
  EXPECT_NE(identity_of({"ab", "c"}), identity_of({"a", "bc"}));
}

}  // namespace
}  // namespace catalint
