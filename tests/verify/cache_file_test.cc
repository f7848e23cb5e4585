#include "verify/cache_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/temporary_directory.h"

namespace catalint {
namespace {

constexpr std::size_t kMost = 5;

std::optional<CacheFile> cache_below(const std::string& cache,
                                     const std::string& home = "") {
  return CacheFile::of(
      [&](const std::string& name) -> std::optional<std::string> {
        return name == "HOME" ? home : cache;
      },
      "x.json", kMost);
}

TEST(CacheFile, HoldsWhatWasWrittenLast) {
  const TemporaryDirectory folder;
  const auto file = cache_below(folder.path().string());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->read(), std::nullopt);
  EXPECT_FALSE(file->write("one"));
  EXPECT_FALSE(file->write("two"));
  EXPECT_EQ(file->read(), "two");
  const std::string path = (folder.path() / "catalint/x.json").string();
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  EXPECT_EQ(file->read(), std::nullopt);
  EXPECT_FALSE(file->write("more"));
  EXPECT_EQ(file->read(), "more");
}

TEST(CacheFile, WhatWouldNotBeReadIsNotWritten) {
  const TemporaryDirectory folder;
  const auto file = cache_below(folder.path().string());
  EXPECT_FALSE(file->write("small"));
  EXPECT_TRUE(file->write("larger"));
  EXPECT_EQ(file->read(), "small");
  folder.write("catalint/x.json", "larger");
  EXPECT_EQ(file->read(), std::nullopt);
}

TEST(CacheFile, MakesItsFoldersForItsUserAlone) {
  const TemporaryDirectory folder;
  const std::string base = (folder.path() / "a/b").string();
  const mode_t before = ::umask(0);
  EXPECT_FALSE(cache_below(base + "//c/")->write("one"));
  ::umask(before);
  for (const char* made : {"a", "a/b", "a/b/c", "a/b/c/catalint"}) {
    struct stat status {};
    ASSERT_EQ(::stat((folder.path() / made).c_str(), &status), 0) << made;
    EXPECT_EQ(status.st_mode & 07777U, 0700U) << made;
  }
  folder.write("file", "");
  const auto error =
      cache_below((folder.path() / "file/x").string())->write("one");
  ASSERT_TRUE(error);
  EXPECT_NE(error->message.find("not a directory"), std::string::npos)
      << error->message;
}

TEST(CacheFile, AFolderOfOthersIsNotUsed) {
  const TemporaryDirectory folder;
  folder.write("elsewhere/x.json", "evil");
  folder.shell("chmod 700 elsewhere && chmod 600 elsewhere/x.json");
  folder.shell("ln -s elsewhere catalint");
  const auto file = cache_below(folder.path().string());
  EXPECT_EQ(file->read(), std::nullopt);
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
