#include "app/changed_lines.h"

#include <gtest/gtest.h>

#include "app/fake_file_system.h"
#include "app/posix_file_system.h"
#include "support/run_program.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

// The lines from 1 to 20 that changed, joined by blanks.
std::string lines_of(const ChangedLines& changed, const std::string& path) {
  std::string out;
  for (std::size_t line = 1; line <= 20; ++line) {
    if (!changed.has(path, line)) continue;
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
    EXPECT_EQ(lines_of(ChangedLines({"/r", row.diff, {}}), row.path), row.lines)
        << row.diff;
  }
}

TEST(ChangedLines, NewFilesAreNewThroughout) {
  const ChangedLines changed({"/r", "", {"a/b"}});
  EXPECT_TRUE(changed.has("/r/a/b", 1));
  EXPECT_TRUE(changed.has("/r/a/b", 99999));
  EXPECT_FALSE(changed.has("/r/a", 1));
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
  const ChangedLines changed(*changes);
  const std::string root = *files.real_path(".");
  EXPECT_EQ(lines_of(changed, root + "/a.yaml"), "3");
  EXPECT_EQ(lines_of(changed, root + "/d/b c.yaml"), "4");
  EXPECT_TRUE(changed.has(root + "/new.yaml", 1));
  EXPECT_EQ(lines_of(changed, root + "/staged.yaml"), "1");

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
  const TemporaryDirectory outside;
  EXPECT_EQ(error_of("main"), "this is not in a git repository");
}

TEST(SinceOption, ReportsFindingsOnChangedLinesAlone) {
  FakeFileSystem files;
  files.add("a.yaml",
            "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
            "  name: shop\n  annotations:\n    jira/project-key: shop\n"
            "    jira/token-type: bearer\nspec:\n  type: service\n"
            "  lifecycle: production\n  owner: team\n");
  files.changes = GitChanges{
      "/repository",
      "diff --git a.yaml a.yaml\n--- a.yaml\n+++ a.yaml\n@@ -7 +7 @@\n-x\n+y\n",
      {}};
  const auto run_with = [&](std::vector<std::string> arguments) {
    Invocation invocation;
    invocation.arguments = std::move(arguments);
    invocation.files = &files;
    return run_program(invocation);
  };
  const Outcome since = run_with({"check", "a.yaml", "--since", "main"});
  EXPECT_EQ(since.status, kClean);
  EXPECT_TRUE(since.out.starts_with("a.yaml:7:22: warning: ")) << since.out;
  EXPECT_EQ(since.out.find("project-key is"), std::string::npos) << since.out;
  EXPECT_EQ(run_with({"check", "a.yaml"}).status, kFindings);
  run_with({"check", "a.yaml", "--since", "main", "--fix", "--unsafe-fixes"});
  EXPECT_NE(files.files["a.yaml"].find("key: shop\n"), std::string::npos);
  EXPECT_NE(files.files["a.yaml"].find("type: Bearer\n"), std::string::npos);

  files.changes.reset();
  const Outcome unknown = run_with({"check", "a.yaml", "--since", "main"});
  EXPECT_EQ(unknown.status, kUsage);
  EXPECT_EQ(unknown.err,
            "catalint: --since `main`: git knows no such commit\n");
}

}  // namespace
}  // namespace catalint
