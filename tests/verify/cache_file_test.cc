#include "verify/cache_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/temporary_directory.h"

namespace catalint {
namespace {

std::optional<CacheFile> cache_below(const std::string& cache,
                                     const std::string& home = "") {
  return CacheFile::of(
      [&](const std::string& name) -> std::optional<std::string> {
        return name == "HOME" ? home : cache;
      },
      "x.json");
}

TEST(CacheFile, HoldsWhatWasWrittenLast) {
  const TemporaryDirectory folder;
  const auto file = cache_below(folder.path().string());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->read(100), std::nullopt);
  EXPECT_FALSE(file->write("one"));
  EXPECT_FALSE(file->write("two"));
  EXPECT_EQ(file->read(3), "two");
  EXPECT_EQ(file->read(2), std::nullopt);
  const std::string path = (folder.path() / "catalint/x.json").string();
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  EXPECT_EQ(file->read(100), std::nullopt);
  EXPECT_FALSE(file->write("three"));
  EXPECT_EQ(file->read(100), "three");
}

TEST(CacheFile, AFolderOfOthersIsNotUsed) {
  const TemporaryDirectory folder;
  folder.write("elsewhere/x.json", "evil");
  folder.shell("chmod 700 elsewhere && chmod 600 elsewhere/x.json");
  folder.shell("ln -s elsewhere catalint");
  const auto file = cache_below(folder.path().string());
  EXPECT_EQ(file->read(100), std::nullopt);
  EXPECT_TRUE(file->write("mine"));
  folder.shell("rm catalint && mkdir -m 750 catalint");
  EXPECT_TRUE(file->write("mine"));
  folder.shell("chmod 700 catalint");
  EXPECT_FALSE(file->write("mine"));
}

TEST(CacheFile, LiesWhereTheEnvironmentSays) {
  const TemporaryDirectory folder;
  EXPECT_FALSE(cache_below("relative", ""));
  EXPECT_FALSE(cache_below("", "relative"));
  const auto file = cache_below("", folder.path().string());
  ASSERT_TRUE(file);
  EXPECT_FALSE(file->write("one"));
  EXPECT_TRUE(
      std::filesystem::exists(folder.path() / ".cache/catalint/x.json"));
}

}  // namespace
}  // namespace catalint
