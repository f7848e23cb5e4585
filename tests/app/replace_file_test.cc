#include "app/replace_file.h"

#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <climits>
#include <csignal>
#include <filesystem>

#include "support/golden.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

namespace fs = std::filesystem;

std::string error_of(const std::optional<Error>& error) {
  return error ? error->message : "none";
}

// Names in the working directory, joined by blanks.
std::string names() {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(".")) {
    all.push_back(entry.path().filename().string());
  }
  std::sort(all.begin(), all.end());
  std::string out;
  for (const std::string& name : all) out += (out.empty() ? "" : " ") + name;
  return out;
}

TEST(ReplaceFile, WritesNewBytesAndKeepsTheMode) {
  const TemporaryDirectory directory;
  directory.write("a", "old");
  fs::permissions("a", fs::perms(0640));
  EXPECT_EQ(error_of(replace_file("a", "old", "new")), "none");
  EXPECT_EQ(read_bytes("a"), "new");
  EXPECT_EQ(fs::status("a").permissions(), fs::perms(0640));
  EXPECT_EQ(names(), "a");
}

TEST(ReplaceFile, WritesAtTheTargetOfALink) {
  const TemporaryDirectory directory;
  directory.write("d/a", "old");
  fs::create_symlink("d/a", "l");
  EXPECT_EQ(error_of(replace_file("l", "old", "new")), "none");
  EXPECT_TRUE(fs::is_symlink("l"));
  EXPECT_EQ(read_bytes("d/a"), "new");
}

TEST(ReplaceFile, LeavesAFileThatChangedAlone) {
  const TemporaryDirectory directory;
  for (const char* now : {"other", "ol", "olds", ""}) {
    directory.write("a", now);
    EXPECT_EQ(error_of(replace_file("a", "old", "new")),
              "it changed on the disk meanwhile");
    EXPECT_EQ(read_bytes("a"), now);
  }
  EXPECT_EQ(names(), "a");
}

TEST(ReplaceFile, LeavesAReadOnlyFileAlone) {
  const TemporaryDirectory directory;
  directory.write("a", "old");
  fs::permissions("a", fs::perms(0444));
  EXPECT_EQ(error_of(replace_file("a", "old", "new")), "it is read-only");
  EXPECT_EQ(read_bytes("a"), "old");
}

TEST(ReplaceFile, LeavesWhatIsNoFileAlone) {
  const TemporaryDirectory directory;
  directory.shell("mkdir d && mkfifo p");
  EXPECT_EQ(error_of(replace_file("d", "", "new")), "it is not a regular file");
  EXPECT_EQ(error_of(replace_file("p", "", "new")), "it is not a regular file");
  EXPECT_EQ(error_of(replace_file("missing", "", "new")),
            "no such file or directory");
}

TEST(ReplaceFile, ClearsWhatACrashLeftBehind) {
  const TemporaryDirectory directory;
  directory.write("a", "old");
  directory.write(".a.catalint-tmp", "ha");
  EXPECT_EQ(error_of(replace_file("a", "old", "new")), "none");
  EXPECT_EQ(read_bytes("a"), "new");
  EXPECT_EQ(names(), "a");
}

// Two names of the longest kind must not share a temporary file.
TEST(ReplaceFile, TakesLongNames) {
  const TemporaryDirectory directory;
  const std::string start(NAME_MAX - 1, 'n');
  for (const char* end : {"a", "b"}) directory.write(start + end, "old");
  for (const char* end : {"a", "b"}) {
    EXPECT_EQ(error_of(replace_file(start + end, "old", end)), "none");
  }
  EXPECT_EQ(read_bytes(start + "a"), "a");
  EXPECT_EQ(names(), start + "a " + start + "b");
}

TEST(ReplaceFile, FollowsNoLinkInItsTemporaryFilesPlace) {
  const TemporaryDirectory directory;
  directory.write("a", "old");
  directory.write("victim", "mine");
  fs::create_symlink("victim", ".a.catalint-tmp");
  EXPECT_EQ(error_of(replace_file("a", "old", "new")), "none");
  EXPECT_EQ(read_bytes("victim"), "mine");
  EXPECT_EQ(names(), "a victim");
}

TEST(ReplaceFile, WaitsForNobody) {
  const TemporaryDirectory directory;
  directory.write("a", "old");
  FILE* other = std::fopen("a", "re");
  ASSERT_NE(other, nullptr);
  ASSERT_EQ(::flock(::fileno(other), LOCK_EX), 0);
  EXPECT_EQ(error_of(replace_file("a", "old", "new")),
            "another catalint is writing it");
  std::fclose(other);
  EXPECT_EQ(error_of(replace_file("a", "old", "new")), "none");
}

TEST(ReplaceFile, LeavesNothingBehindOnAFullDisk) {
  const TemporaryDirectory directory;
  directory.write("a", "old");
  // A temporary file that cannot be made stands for every failing write.
  fs::create_directory(".a.catalint-tmp");
  EXPECT_EQ(error_of(replace_file("a", "old", "new")),
            "a temporary file beside it could not be made: is a directory");
  EXPECT_EQ(read_bytes("a"), "old");
}

TEST(WriteFile, MakesAndReplaces) {
  const TemporaryDirectory directory;
  EXPECT_FALSE(write_file("new", fill_with("a")));
  EXPECT_EQ(read_bytes("new"), "a");
  EXPECT_FALSE(write_file("new", fill_with("bc")));
  EXPECT_EQ(read_bytes("new"), "bc");
  directory.shell("chmod 640 new && ln -s new link");
  EXPECT_FALSE(write_file("link", fill_with("d")));
  EXPECT_EQ(read_bytes("new"), "d");
  directory.shell("test \"$(stat -c %a new)\" = 640 && test -L link");
  directory.shell("mkdir folder");
  EXPECT_TRUE(write_file("folder", fill_with("x")));
  EXPECT_TRUE(write_file("no/such/folder", fill_with("x")));
  directory.shell("test \"$(ls -A | tr '\\n' ' ')\" = 'folder link new '");
}

// A limit of the file's size stands for a disk that is full.
TEST(WriteFile, IsOfOneProcessAtATime) {
  const TemporaryDirectory directory;
  std::optional<Error> other;
  EXPECT_FALSE(write_file("f", [&](std::ostream& out) {
    out << "one";
    other = write_file("f", fill_with("another"));
    out << "s";
  }));
  EXPECT_EQ(error_of(other), "another catalint is writing it");
  EXPECT_EQ(read_bytes("f"), "ones");
  EXPECT_FALSE(write_file("f", fill_with("then")));
  EXPECT_EQ(read_bytes("f"), "then");
  // What a crash left behind, and what is no file, is in nobody's way.
  directory.shell(
      "printf x >.f.catalint-tmp; "
      "ln -s /dev/null .g.catalint-tmp; mkfifo .h.catalint-tmp");
  for (const char* name : {"f", "g", "h"}) {
    EXPECT_FALSE(write_file(name, fill_with("new"))) << name;
    EXPECT_EQ(read_bytes(name), "new");
  }
  EXPECT_EQ(names(), "f g h");
}

TEST(WriteFile, LeavesNothingWhereItGivesUp) {
  const TemporaryDirectory directory;
  EXPECT_TRUE(write_file("f", [](std::ostream& out) {
    out << std::string(100'000, 'x');
    out.setstate(std::ios::badbit);
  }));
  EXPECT_EQ(names(), "");
}

TEST(AppendToFile, LeavesNoHalf) {
  const TemporaryDirectory directory;
  directory.write("a", "before");
  const auto before = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &limit), 0);
  const rlimit small{8, limit.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::string error =
      error_of(append_to_file("a", fill_with("and after")));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
  std::signal(SIGXFSZ, before);
  EXPECT_EQ(error, "file too large");
  EXPECT_EQ(read_bytes("a"), "before");
}

TEST(AppendToFile, MakesAndAdds) {
  const TemporaryDirectory directory;
  EXPECT_FALSE(append_to_file("a", fill_with("x")));
  EXPECT_FALSE(append_to_file("a", fill_with("y")));
  EXPECT_EQ(read_bytes("a"), "xy");
  EXPECT_TRUE(append_to_file(".", fill_with("x")));
}

TEST(CreateFile, NeverOverwrites) {
  const TemporaryDirectory directory;
  EXPECT_EQ(error_of(create_file("a", "new")), "none");
  EXPECT_EQ(read_bytes("a"), "new");
  EXPECT_EQ(error_of(create_file("a", "newer")), "file exists");
  EXPECT_EQ(read_bytes("a"), "new");
  EXPECT_EQ(error_of(create_file("d/a", "new")), "no such file or directory");
}

}  // namespace
}  // namespace catalint
