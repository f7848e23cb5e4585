#include "app/real_place.h"

#include <gtest/gtest.h>

#include "app/posix_file_system.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

TEST(RealPlace, IsOneForEveryNameOfAFile) {
  const TemporaryDirectory directory;
  directory.write("a/f", "x");
  directory.shell("ln -s a d && ln -s a/f l && ln -s none b");
  const PosixFileSystem files;
  const std::string here = directory.path().string();
  const struct {
    std::string path;
    std::string place;
  } rows[] = {
      {"a/f", here + "/a/f"},
      {"./a//../a/f", here + "/a/f"},
      {here + "/a/f", here + "/a/f"},
      {"d/f", here + "/a/f"},
      {"l", here + "/a/f"},
      {".", here},
      {"", here},
      {"a/", here + "/a"},
      {"/", "/"},
      // not there yet
      {"new", here + "/new"},
      {"d/new", here + "/a/new"},
      {"new/newer/f", here + "/new/newer/f"},
      {"new/", here + "/new"},
      {"new/../a/f", here + "/a/f"},
      {"b", here + "/b"},
      {"/none/f", "/none/f"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(real_place(files, row.path), row.place) << row.path;
  }
}

TEST(RealPlace, IsAtOrBelowADirectory) {
  const struct {
    const char* place;
    const char* directory;
    bool is_below;
  } rows[] = {
      {"/a", "/a", true},    {"/a/b", "/a", true}, {"/ab", "/a", false},
      {"/a", "/a/b", false}, {"/a", "/", true},    {"/", "/", true},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(is_at_or_below(row.place, row.directory), row.is_below)
        << row.place << " " << row.directory;
  }
}

}  // namespace
}  // namespace catalint
