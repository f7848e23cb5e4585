// Reports in files, and the summary of a job of GitHub Actions.
#include "app/outputs.h"

#include <gtest/gtest.h>

#include "app/fake_file_system.h"
#include "support/run_program.h"

namespace catalint {
namespace {

constexpr const char* kBad =
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
    "  name: shop\n  annotations: {jira/project-key: shop}\nspec:\n"
    "  type: service\n  lifecycle: production\n  owner: team\n";

constexpr const char* kSummary =
    "## catalint\n\n1 error, 0 warnings and 0 notes in 1 file.\n\n"
    "| Severity | Place | Finding | Rule |\n| --- | --- | --- | --- |\n"
    "| error | `a.yaml:5:35` | jira/project-key is `shop`; Jira's keys are "
    "upper case, and Jira finds no project by another spelling; write it in "
    "upper case | jira/project-key-format |\n";

Outcome run_in_job(const FakeFileSystem& files,
                   std::vector<std::string> arguments,
                   std::map<std::string, std::string> variables = {}) {
  return run_with(files, std::move(arguments), "", std::move(variables));
}

TEST(Outputs, HoldWhatStandardOutputWould) {
  for (const Format& format : formats()) {
    FakeFileSystem files;
    files.add("a.yaml", kBad);
    const std::string name(format.name);
    const Outcome printed =
        run_in_job(files, {"check", "a.yaml", "--format", name});
    const Outcome written =
        run_in_job(files, {"check", "a.yaml", "--color", "always", "--output",
                           name + "=report", "-o", "text=other"});
    EXPECT_EQ(written.status, printed.status);
    EXPECT_EQ(files.files["report"], printed.out) << name;
    EXPECT_EQ(files.files["other"], run_in_job(files, {"check", "a.yaml"}).out);
  }
}

TEST(Outputs, ReplaceWhatWasThere) {
  FakeFileSystem files;
  files.add("a.yaml", kBad);
  files.add("report", "something old");
  run_in_job(files, {"check", "a.yaml", "-o", "github=report"});
  EXPECT_TRUE(files.files["report"].starts_with("::error file=a.yaml,"));
}

TEST(Outputs, AreWrittenOverNothingThatMatters) {
  const struct {
    std::vector<std::string> arguments;
    const char* summary;
    int status;
    const char* err;
  } rows[] = {
      {{"-o", "json=o", "-o", "sarif=link"},
       "",
       kUsage,
       "the output `o` and the output `link` are one file; give each its "
       "own"},
      {{"--format", "github", "-o", "sarif=o"},
       "link",
       kUsage,
       "the output `o` and the job summary, which GITHUB_STEP_SUMMARY says is "
       "`link`, are one file; give each its own"},
      {{"-o", "json=a.yaml"},
       "",
       kUsage,
       "the output `a.yaml` would take the place of `a.yaml`, which is read; "
       "name another file"},
      {{"-o", "json=to-a"},
       "",
       kUsage,
       "the output `to-a` would take the place of `a.yaml`, which is read; "
       "name another file"},
      {{"--files-from", "list", "-o", "json=list"},
       "",
       kUsage,
       "the output `list` would take the place of `list`, which is read; name "
       "another file"},
      {{"--files-from", "list", "--write-baseline", "list"},
       "",
       kUsage,
       "the baseline `list` would take the place of `list`, which is read; "
       "name another file"},
      {{"--write-baseline", "to-a"},
       "",
       kUsage,
       "the baseline `to-a` would take the place of `a.yaml`, which is read; "
       "name another file"},
      {{"--baseline", "b.json", "-o", "json=b.json"},
       "",
       kUsage,
       "the output `b.json` would take the place of `b.json`, which is read; "
       "name another file"},
  };
  for (const auto& row : rows) {
    FakeFileSystem files;
    files.add("a.yaml", kBad);
    files.add("o", "old");
    files.add("list", "a.yaml\n");
    files.add("b.json", "{\"version\": 1, \"findings\": []}");
    files.links = {{"link", "o"}, {"to-a", "a.yaml"}};
    std::vector<std::string> arguments = {"check", "a.yaml"};
    arguments.insert(arguments.end(), row.arguments.begin(),
                     row.arguments.end());
    const auto before = files.files;
    const Outcome outcome =
        run_in_job(files, arguments, {{"GITHUB_STEP_SUMMARY", row.summary}});
    EXPECT_EQ(outcome.err, "catalint: " + std::string(row.err) + "\n");
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.status, row.status);
    EXPECT_EQ(files.files, before);
  }
}

TEST(Outputs, AreLookedAtBeforeTheLint) {
  const struct {
    const char* path;
    const char* error;
  } rows[] = {
      {"read-only",
       "catalint: the output `read-only` cannot be written: it is "
       "read-only\n"},
      {"folder",
       "catalint: the output `folder` cannot be written: it is a "
       "directory\n"},
  };
  for (const auto& row : rows) {
    FakeFileSystem files;
    files.add("a.yaml", kBad);
    files.add("folder/x");
    files.unwritable.insert("read-only");
    const Outcome outcome =
        run_in_job(files, {"check", "a.yaml", "-o", "text=fine", "-o",
                           std::string("json=") + row.path});
    EXPECT_EQ(outcome.status, kFailure);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err, row.error);
    EXPECT_EQ(files.files.count("fine"), 0U);
  }
}

TEST(Outputs, ThatDoNotFitAreTold) {
  FakeFileSystem files;
  files.add("a.yaml", kBad);
  files.full.insert("full");
  const Outcome outcome = run_in_job(
      files, {"check", "a.yaml", "-o", "json=full", "-o", "gitlab=fine"});
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_EQ(outcome.err,
            "catalint: the output `full` could not be written: no space left "
            "on device\n");
  EXPECT_EQ(files.files.count("full"), 0U);
  EXPECT_EQ(files.files.count("fine"), 1U);
}

TEST(Outputs, AddToTheJobSummary) {
  const std::map<std::string, std::string> job = {
      {"GITHUB_STEP_SUMMARY", "summary.md"}};
  const struct {
    std::vector<std::string> arguments;
    std::string summary;
  } rows[] = {
      {{"check", "a.yaml", "--format", "github"}, kSummary},
      {{"check", "a.yaml", "-o", "github=commands"}, kSummary},
      {{"check", "a.yaml"}, ""},
  };
  for (const auto& row : rows) {
    FakeFileSystem files;
    files.add("a.yaml", kBad);
    files.add("summary.md", "# other steps\n");
    EXPECT_EQ(run_in_job(files, row.arguments, job).status, kFindings);
    EXPECT_EQ(files.files["summary.md"], "# other steps\n" + row.summary);
  }
}

TEST(Outputs, NeedNoJobSummary) {
  FakeFileSystem files;
  files.add("a.yaml", kBad);
  const Outcome outcome =
      run_in_job(files, {"check", "a.yaml", "--format", "github"},
                 {{"GITHUB_STEP_SUMMARY", ""}});
  EXPECT_EQ(outcome.status, kFindings);
  EXPECT_EQ(outcome.err, "");
}

TEST(Outputs, SayWhereTheJobSummaryCannotBe) {
  FakeFileSystem files;
  files.add("a.yaml", kBad);
  files.add("folder/x");
  const Outcome outcome =
      run_in_job(files, {"check", "a.yaml", "--format", "github"},
                 {{"GITHUB_STEP_SUMMARY", "folder"}});
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "catalint: the job summary, which GITHUB_STEP_SUMMARY says is "
            "`folder`, cannot be written: it is a directory\n");
}

TEST(Outputs, HoldNoSecret) {
  FakeFileSystem files;
  const std::string token = "ATATT3xFakeFakeFakeFakeFakeFakeFake";
  files.add(
      "a.yaml",
      "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
      "  name: shop\n  annotations:\n    jira/project-key: SHOP\n"
      "    a/b: " +
          token + "\n    jira/component: x\"" + token +
          "\nspec: {type: service, lifecycle: production, owner: team}\n");
  for (const Format& format : formats()) {
    const Outcome outcome = run_in_job(
        files, {"check", "a.yaml", "--format", std::string(format.name)});
    EXPECT_EQ(outcome.status, kFindings);
    EXPECT_NE(outcome.out.find("jira/secret"), std::string::npos)
        << format.name;
    EXPECT_EQ(outcome.out.find(token.substr(0, 8)), std::string::npos)
        << format.name;
  }
}

}  // namespace
}  // namespace catalint
