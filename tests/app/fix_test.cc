// --fix and --diff, from the command line to the files.
#include <gtest/gtest.h>

#include "app/fake_file_system.h"
#include "support/golden.h"
#include "support/run_program.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

std::string entity(const std::string& annotations,
                   const std::string& name = "shop") {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: " +
         name + "\n  annotations:\n" + annotations +
         "spec:\n  type: service\n  lifecycle: production\n  owner: team\n";
}

const std::string kBearer =
    "    jira/project-key: SHOP # the shop\n    jira/token-type: bearer\n";
const std::string kLower = "    jira/project-key: shop\n";

TEST(FixOption, WritesSafeFixes) {
  FakeFileSystem files;
  files.add("a.yaml", entity(kBearer));
  files.add("b.yaml", entity(kLower, "b"));
  const Outcome outcome =
      run_with(files, {"check", "a.yaml", "b.yaml", "--fix"});
  EXPECT_EQ(files.files["a.yaml"],
            entity("    jira/project-key: SHOP # the shop\n"
                   "    jira/token-type: Bearer\n"));
  EXPECT_EQ(files.files["b.yaml"], entity(kLower, "b"));
  EXPECT_EQ(outcome.status, kFindings);  // b.yaml's
  EXPECT_EQ(outcome.out.find("a.yaml"), std::string::npos);
  EXPECT_EQ(outcome.err, "catalint: fixed 1 problem in 1 file\n");
}

TEST(FixOption, WritesRiskyFixesWhenAsked) {
  FakeFileSystem files;
  files.add("a.yaml", entity(kBearer));
  files.add("b.yaml", entity(kLower, "b"));
  const Outcome outcome =
      run_with(files, {"check", "a.yaml", "b.yaml", "--fix", "--unsafe-fixes"});
  EXPECT_EQ(files.files["b.yaml"], entity("    jira/project-key: SHOP\n", "b"));
  EXPECT_EQ(outcome.status, kClean);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "catalint: fixed 2 problems in 2 files\n");
}

TEST(FixOption, FixesNothingThatIsIgnored) {
  FakeFileSystem files;
  files.add("a.yaml", entity(kBearer));
  run_with(files, {"check", "a.yaml", "--fix", "--ignore", "jira/token-type"});
  EXPECT_EQ(files.files["a.yaml"], entity(kBearer));
}

TEST(FixOption, FixesNothingThatAFileSuppresses) {
  const std::string suppressed = entity(
      "    # catalint: ignore[jira/token-type] the proxy adds the rest\n"
      "    jira/token-type: bearer\n"
      "    jira/project-key: ' SHOP'\n");
  FakeFileSystem files;
  files.add("a.yaml", suppressed);
  const Outcome outcome = run_with(files, {"check", "a.yaml", "--fix"});
  EXPECT_EQ(files.files["a.yaml"],
            entity("    # catalint: ignore[jira/token-type] the proxy adds the "
                   "rest\n"
                   "    jira/token-type: bearer\n"
                   "    jira/project-key: 'SHOP'\n"));
  EXPECT_EQ(outcome.status, kClean);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "catalint: fixed 1 problem in 1 file\n");
}

TEST(FixOption, ReportsAFileThatCannotBeWritten) {
  FakeFileSystem files;
  files.add("a.yaml", entity(kBearer));
  files.add("b.yaml", entity(kBearer, "b"));
  files.unwritable.insert("a.yaml");
  const Outcome outcome =
      run_with(files, {"check", "a.yaml", "b.yaml", "--fix"});
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_EQ(outcome.err,
            "catalint: fixed 1 problem in 1 file\n"
            "catalint: a.yaml: its fixes could not be written: it is "
            "read-only\n");
  EXPECT_NE(outcome.out.find("a.yaml:7:22: warning"), std::string::npos);
  EXPECT_EQ(outcome.out.find("b.yaml"), std::string::npos);
}

TEST(DiffOption, PrintsAPatchAndWritesNothing) {
  FakeFileSystem files;
  files.add("a.yaml", entity(kBearer));
  for (const bool with_fix : {false, true}) {
    std::vector<std::string> arguments = {"check", "a.yaml", "--diff",
                                          "--fail-on", "warning"};
    if (with_fix) arguments.emplace_back("--fix");
    const Outcome outcome = run_with(files, arguments);
    EXPECT_EQ(files.files["a.yaml"], entity(kBearer));
    EXPECT_EQ(outcome.status, kFindings);
    EXPECT_EQ(outcome.out,
              "--- a/a.yaml\n+++ b/a.yaml\n@@ -4,7 +4,7 @@\n   name: shop\n"
              "   annotations:\n     jira/project-key: SHOP # the shop\n"
              "-    jira/token-type: bearer\n+    jira/token-type: Bearer\n"
              " spec:\n   type: service\n   lifecycle: production\n");
    EXPECT_EQ(outcome.err, "catalint: the patch mends 1 problem in 1 file\n");
  }
}

// A link and its target are one file: fixed once, and named once, by the
// target.
TEST(FixOption, TakesALinkAndItsTargetForOne) {
  for (const bool is_diff : {false, true}) {
    FakeFileSystem files;
    files.add("in/a.yaml", entity(kBearer));
    files.add("linked/keep");
    files.links["linked/a.yaml"] = "in/a.yaml";
    const Outcome outcome =
        run_with(files, {"check", "linked/a.yaml", "in/a.yaml",
                         is_diff ? "--diff" : "--fix", "--ignore",
                         "backstage/duplicate-entity"});
    EXPECT_EQ(outcome.err,
              is_diff ? "catalint: the patch mends 1 problem in 1 file\n"
                      : "catalint: fixed 1 problem in 1 file\n");
    EXPECT_EQ(outcome.out.starts_with("--- a/in/a.yaml\n+++ b/in/a.yaml\n@@"),
              is_diff)
        << outcome.out;
    EXPECT_EQ(outcome.out.find("linked"), std::string::npos) << outcome.out;
    EXPECT_EQ(files.files["in/a.yaml"] == entity(kBearer), is_diff);
  }
}

TEST(DiffOption, NamesAFileFromTheWorkingDirectory) {
  FakeFileSystem files;
  files.add("a.yaml", entity(kBearer));
  files.links["/repository/a.yaml"] = "a.yaml";
  files.add("/elsewhere/c.yaml", entity(kBearer, "c"));
  const Outcome inside =
      run_with(files, {"check", "/repository/a.yaml", "--diff"});
  EXPECT_TRUE(inside.out.starts_with("--- a/a.yaml\n")) << inside.out;
  const Outcome outside =
      run_with(files, {"check", "/elsewhere/c.yaml", "--diff"});
  EXPECT_EQ(outside.out, "");
  EXPECT_EQ(outside.status, kFailure);
  EXPECT_EQ(outside.err,
            "catalint: /elsewhere/c.yaml: its fixes could not be shown: it "
            "lies outside of the working directory, where no patch reaches; "
            "run catalint in a directory above it\n");
}

TEST(DiffOption, ReadsStandardInput) {
  const Outcome outcome = run_with(
      FakeFileSystem(), {"check", "-", "--stdin-filename", "x", "--diff"},
      entity(kBearer));
  EXPECT_TRUE(outcome.out.starts_with("--- a/x\n+++ b/x\n")) << outcome.out;
}

TEST(FixOption, RefusesWhatItCannotDo) {
  const FakeFileSystem files;
  const Outcome on_stdin = run_with(files, {"check", "-", "--fix"});
  EXPECT_EQ(on_stdin.status, kUsage);
  EXPECT_EQ(on_stdin.err,
            "catalint: --fix cannot write standard input; --diff prints a "
            "patch\n");
  const Outcome alone = run_with(files, {"check", "a.yaml", "--unsafe-fixes"});
  EXPECT_EQ(alone.status, kUsage);
  EXPECT_EQ(alone.err, "catalint: --unsafe-fixes needs --fix or --diff\n");
}

// What git makes of the patch is what --fix writes, byte for byte.
TEST(DiffOption, IsAPatchThatGitApplies) {
  const TemporaryDirectory directory;
  directory.write("a b/caf\u00e9.yaml", entity(kBearer));
  directory.write("crlf.yaml",
                  "apiVersion: backstage.io/v1alpha1\r\nkind: Component\r\n"
                  "metadata:\r\n  name: 5\r\n  annotations:\r\n"
                  "    jira/project-key: shop");
  directory.shell("mkdir fixed && cp -r 'a b' crlf.yaml fixed/");
  Invocation diff;
  diff.arguments = {"check", "a b/caf\u00e9.yaml", "crlf.yaml", "--diff",
                    "--unsafe-fixes"};
  directory.write("patch", run_program(diff).out);
  directory.shell("git init -q . && git apply patch");
  Invocation fixes;
  fixes.arguments = {"check", "fixed/a b/caf\u00e9.yaml", "fixed/crlf.yaml",
                     "--fix", "--unsafe-fixes"};
  run_program(fixes);
  for (const char* name : {"a b/caf\u00e9.yaml", "crlf.yaml"}) {
    const std::string fixed = read_bytes(directory.path() / "fixed" / name);
    EXPECT_EQ(read_bytes(directory.path() / name), fixed);
    EXPECT_EQ(fixed.find("bearer"), std::string::npos);
    EXPECT_EQ(fixed.find("key: shop"), std::string::npos) << fixed;
  }
}

}  // namespace
}  // namespace catalint
