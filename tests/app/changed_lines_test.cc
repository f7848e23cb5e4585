#include "app/changed_lines.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "app/posix_file_system.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

bool are_same(const std::string& from, const std::string& to) {
  return from.ends_with(".yaml") || !to.ends_with(".yaml");
}

ChangedLines changed_in(const char* diff) {
  return {{"/r", diff, {"a", "b", "a b/c d", "caf\u00e9\n\"\\", "b.yaml"}},
          are_same};
}

// The lines from 1 to 20 that changed, joined by blanks.
std::string lines_of(const ChangedLines& changed, const std::string& path) {
  std::string out;
  for (std::size_t line = 1; line <= 20; ++line) {
    if (!changed.has(path, {line, line})) continue;
    out += (out.empty() ? "" : " ") + std::to_string(line);
  }
  return out;
}

TEST(ChangedLines, ReadsWhatGitPrints) {
  const struct {
    const char* diff;
    const char* path;
    const char* lines;
  } rows[] = {
      {"", "/r/a", ""},
      {"diff --git a a\n--- a\n+++ a\n@@ -1 +1 @@\n-x\n+y\n", "/r/a", "1"},
      {"diff --git a a\n--- a\n+++ a\n@@ -1 +1 @@\n-x\n+y\n", "/r/b", ""},
      {"diff --git a a\n--- a\n+++ a\n@@ -2,0 +3,2 @@ k:\n+x\n+y\n"
       "@@ -9 +11 @@\n-x\n+y\n",
       "/r/a", "3 4 11"},
      // lines that were taken away count on both sides
      {"diff --git a a\n--- a\n+++ a\n@@ -4,2 +3,0 @@\n-x\n-y\n", "/r/a",
       "3 4"},
      {"diff --git a a\n--- a\n+++ a\n@@ -1,2 +0,0 @@\n-x\n-y\n", "/r/a", "1"},
      {"diff --git a a\n--- a\n+++ a\n@@ -4 +3,0 @@\n-x\n@@ -6 +4 @@\n-x\n+y\n",
       "/r/a", "3 4"},
      // what looks like a head is a line that was added
      {"diff --git a a\n--- a\n+++ a\n@@ -0,0 +1,2 @@\n+++ b\n+x\n"
       "diff --git c c\n--- c\n+++ c\n@@ -1 +1 @@\n-x\n+y\n",
       "/r/b", ""},
      {"diff --git a b/c d a b/c d\n--- a b/c d\t\n+++ a b/c d\t\n@@ -1 +1 "
       "@@\n-x\n+y\n",
       "/r/a b/c d", "1"},
      {"--- \"caf\\303\\251\\n\\\"\\\\\"\n"
       "diff --git x x\n+++ \"caf\\303\\251\\n\\\"\\\\\"\n@@ -1 +1 "
       "@@\n-x\n+y\n",
       "/r/caf\u00e9\n\"\\", "1"},
      {"diff --git a a\ndeleted file mode 100644\n--- a\n+++ /dev/null\n"
       "@@ -1 +0,0 @@\n-x\n",
       "/r/a", ""},
      {"diff --git a a\n+++ a\n@@ nonsense\n@@ -1 +x @@\n", "/r/a", ""},
  };
  for (const auto& row : rows) {
    const ChangedLines changed = changed_in(row.diff);
    EXPECT_EQ(lines_of(changed, row.path), row.lines) << row.diff;
    EXPECT_EQ(changed.has(row.path), row.lines[0] != '\0') << row.diff;
  }
}

TEST(ChangedLines, KnowRenamedAndNewFiles) {
  constexpr const char* kAll =
      "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20";
  const struct {
    const char* diff;
    const char* path;
    const char* lines;
  } rows[] = {
      {"diff --git x b\nsimilarity index 100%\nrename from x\nrename to b\n",
       "/r/b", ""},
      {"diff --git x b\nsimilarity index 90%\nrename from x\nrename to b\n"
       "index 1..2 100644\n--- x\n+++ b\n@@ -3 +3 @@\n-x\n+y\n",
       "/r/b", "3"},
      // into the catalog: nobody looked at it before
      {"diff --git x b.yaml\nsimilarity index 100%\nrename from x\n"
       "rename to b.yaml\n",
       "/r/b.yaml", kAll},
      {"diff --git x.yaml b.yaml\nsimilarity index 100%\nrename from x.yaml\n"
       "rename to b.yaml\n",
       "/r/b.yaml", ""},
      // an empty file has no lines to tell of
      {"diff --git b b\nnew file mode 100644\nindex 0..e69de29\n", "/r/b",
       kAll},
      {"diff --git \"caf\\303\\251\\n\\\"\\\\\" \"caf\\303\\251\\n\\\"\\\\\"\n"
       "new file mode 100644\n",
       "/r/caf\u00e9\n\"\\", kAll},
      {"diff --git b b\nold mode 100644\nnew mode 100755\n", "/r/b", ""},
      // a file that git does not track
      {"", "/r/none", kAll},
      {"", "/elsewhere/a", kAll},
  };
  for (const auto& row : rows) {
    const ChangedLines changed = changed_in(row.diff);
    EXPECT_EQ(lines_of(changed, row.path), row.lines) << row.diff;
    EXPECT_EQ(changed.has(row.path), row.lines[0] != '\0') << row.diff;
  }
}

TEST(ChangedLines, TellWhetherOneOfManyChanged) {
  const ChangedLines changed = changed_in(
      "diff --git a a\n--- a\n+++ a\n@@ -1 +4,2 @@\n@@ -9,2 +9,0 @@\n");
  const struct {
    LineRange lines;
    bool has;
  } rows[] = {{{1, 3}, false},  {{1, 4}, true},   {{5, 5}, true},
              {{1, 99}, true},  {{6, 8}, false},  {{6, 9}, true},
              {{10, 12}, true}, {{11, 99}, false}};
  for (const auto& row : rows) {
    EXPECT_EQ(changed.has("/r/a", row.lines), row.has)
        << row.lines.first << " to " << row.lines.last;
  }
}

TEST(ChangedLines, SinceTheCommitInCommon) {
  const TemporaryDirectory directory;
  directory.write("a.yaml", "1\n2\n3\n4\n5\n");
  directory.write("d/b c.yaml", "1\n2\n3\n");
  directory.shell(
      "git init -q -b main . && git config user.email a@example.com && "
      "git config user.name a && git config commit.gpgsign false && "
      "git add -A && git commit -qm 1 && git checkout -qb work && "
      "printf '1\\n2\\nx\\n4\\n5\\n' >a.yaml && git commit -qam 2 && "
      "git checkout -q main && printf 'x\\n2\\n3\\n4\\n5\\n' >a.yaml && "
      "git commit -qam 3 && git checkout -q work && "
      "printf '1\\n2\\n3\\n4\\n' >'d/b c.yaml' && echo 1 >new.yaml && "
      "echo 1 >staged.yaml && git add staged.yaml");
  const PosixFileSystem files;
  const auto changes = files.git_changes("main");
  ASSERT_TRUE(changes) << changes.error().message;
  const ChangedLines changed(*changes, are_same);
  const std::string root = *files.real_path(".");
  EXPECT_EQ(lines_of(changed, root + "/a.yaml"), "3");
  EXPECT_EQ(lines_of(changed, root + "/d/b c.yaml"), "4");
  EXPECT_TRUE(changed.has(root + "/new.yaml"));
  EXPECT_TRUE(changed.has(root + "/staged.yaml", {9, 9}));

  const auto error_of = [&](const std::string& ref) {
    const auto found = files.git_changes(ref);
    return found ? "none" : found.error().message;
  };
  EXPECT_EQ(error_of("nowhere"), "git knows no such commit");
  EXPECT_EQ(error_of("--output=x"), "git knows no such commit");
  directory.shell("git checkout -q --orphan alone && git commit -qm 4");
  EXPECT_EQ(error_of("main"),
            "it has no commit in common with HEAD; a shallow clone may have to "
            "fetch more history");
  {
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", directory.path().c_str(), 1);
    EXPECT_EQ(error_of("main"), "there is no git on the PATH");
    ::setenv("PATH", path.c_str(), 1);
  }
  const TemporaryDirectory outside;
  EXPECT_EQ(error_of("main"),
            "git finds no repository here; `git status` says why");
}

}  // namespace
}  // namespace catalint
