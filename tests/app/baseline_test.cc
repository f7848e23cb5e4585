#include "app/baseline.h"

#include <gtest/gtest.h>

#include "app/fake_file_system.h"
#include "support/run_program.h"

namespace catalint {
namespace {

std::string entity(const std::string& name, const std::string& annotations) {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: " +
         name + "\n  annotations:\n" + annotations +
         "spec:\n  type: service\n  lifecycle: production\n  owner: team\n";
}

const std::string kOld = entity("shop", "    jira/project-key: shop\n");

Outcome run_with(const FakeFileSystem& files,
                 std::vector<std::string> arguments) {
  Invocation invocation;
  invocation.arguments = std::move(arguments);
  invocation.files = &files;
  return run_program(invocation);
}

constexpr const char* kBaseline =
    "{\"version\": 1, \"findings\": [\n"
    "{\"rule\":\"jira/project-key-format\",\"entity\":\"component:default/"
    "shop\",\"subject\":\"jira/project-key\"},\n"
    "{\"rule\":\"yaml/syntax\",\"file\":\"broken.yaml\"}\n"
    "]}\n";

FakeFileSystem some_files() {
  FakeFileSystem files;
  files.add("a.yaml", kOld);
  files.add("broken.yaml", "a: [\n");
  return files;
}

TEST(Baseline, IsWrittenAndReadAgain) {
  const FakeFileSystem files = some_files();
  const Outcome written = run_with(
      files, {"check", "a.yaml", "broken.yaml", "--write-baseline", "b.json"});
  EXPECT_EQ(written.status, kClean);
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(written.err, "catalint: wrote 2 findings to b.json\n");
  EXPECT_EQ(files.files["b.json"], kBaseline);
  const Outcome read = run_with(
      files, {"check", "a.yaml", "broken.yaml", "--baseline", "b.json"});
  EXPECT_EQ(read.status, kClean);
  EXPECT_EQ(read.err, "");
  EXPECT_EQ(read.out.find("error:"), std::string::npos) << read.out;
}

TEST(Baseline, IsOverwritten) {
  FakeFileSystem files = some_files();
  files.add("b.json", kBaseline);
  files.add("a.yaml", entity("shop", "    jira/project-key: SHOP\n"));
  EXPECT_EQ(
      run_with(files, {"check", "a.yaml", "--write-baseline", "b.json"}).status,
      kClean);
  EXPECT_EQ(files.files["b.json"], "{\"version\": 1, \"findings\": [\n]}\n");
}

TEST(Baseline, LetsNothingNewIn) {
  const struct {
    const char* text;
    std::string file;
    int status;
  } rows[] = {
      {"the old one", kOld, kClean},
      {"moved to another line",
       entity("shop", "    a/b: c\n    # why\n    jira/project-key: shop\n"),
       kClean},
      {"another value of the same kind",
       entity("shop", "    jira/project-key: stock\n"), kClean},
      {"another entity", entity("stock", "    jira/project-key: shop\n"),
       kFindings},
      {"another rule", entity("shop", "    jira/project-key: 5\n"), kFindings},
      {"another key",
       entity("shop",
              "    jira/project-key: shop\n    jira/component: ''\n"
              "    jira/label: a b\n"),
       kFindings},
      {"one more of it", kOld + "---\n" + kOld, kFindings},
  };
  for (const auto& row : rows) {
    FakeFileSystem files = some_files();
    files.add("b.json", kBaseline);
    files.add("moved.yaml", row.file);
    EXPECT_EQ(
        run_with(files, {"check", "moved.yaml", "--baseline", "b.json"}).status,
        row.status)
        << row.text;
  }
}

TEST(Baseline, TellsWhatIsNotNeededAnyMoreAndPrunesIt) {
  FakeFileSystem files = some_files();
  files.add("b.json", kBaseline);
  files.add("catalog-info.yaml",
            entity("shop", "    jira/project-key: SHOP\n"));
  files.add("broken.yaml", "");
  const Outcome told = run_with(files, {"check", ".", "--baseline", "b.json"});
  EXPECT_EQ(told.status, kClean);
  EXPECT_EQ(told.err,
            "catalint: 2 findings of b.json are not there any more; "
            "--prune-baseline takes them out\n");
  // A scan of some files knows nothing of the others.
  const Outcome partial =
      run_with(files, {"check", "catalog-info.yaml", "--baseline", "b.json"});
  EXPECT_EQ(partial.err,
            "catalint: 1 finding of b.json is not there any more; "
            "--prune-baseline takes it out\n");
  const Outcome pruned = run_with(
      files, {"check", ".", "--baseline", "b.json", "--prune-baseline"});
  EXPECT_EQ(pruned.err, "catalint: took 2 findings out of b.json\n");
  EXPECT_EQ(files.files["b.json"], "{\"version\": 1, \"findings\": [\n]}\n");
}

TEST(Baseline, IsNotFixed) {
  FakeFileSystem files = some_files();
  files.add("b.json", kBaseline);
  run_with(files, {"check", "a.yaml", "--baseline", "b.json", "--fix",
                   "--unsafe-fixes"});
  EXPECT_EQ(files.files["a.yaml"], kOld);
}

TEST(Baseline, ComesFromTheConfiguration) {
  FakeFileSystem files = some_files();
  files.add(".catalint.yaml", "baseline: b.json\n");
  files.add("b.json", kBaseline);
  EXPECT_EQ(run_with(files, {"check", "a.yaml"}).status, kClean);
  EXPECT_EQ(run_with(files, {"check", "a.yaml", "--no-config"}).status,
            kFindings);
}

TEST(Baseline, SaysWhatIsWrongWithIt) {
  const struct {
    const char* text;
    const char* error;
  } rows[] = {
      {"", "is not JSON"},
      {"{\"version\": 1", "is not JSON"},
      {"[]", "has no `version`"},
      {"{\"findings\": []}", "has no `version`"},
      {"{\"version\": 2, \"findings\": []}", "has a version other than 1"},
      {"{\"version\": 1}", "has no list `findings`"},
      {"{\"version\": 1, \"findings\": {}}", "has no list `findings`"},
      {"{\"version\": 1, \"findings\": [5]}",
       "has a finding without `rule`, or without `entity` and `file`"},
      {"{\"version\": 1, \"findings\": [{\"rule\": \"a\"}]}",
       "has a finding without `rule`, or without `entity` and `file`"},
      {"{\"version\": 1, \"findings\": [{\"rule\": 5, \"entity\": \"a\"}]}",
       "has a finding without `rule`, or without `entity` and `file`"},
  };
  for (const auto& row : rows) {
    FakeFileSystem files = some_files();
    files.add("b.json", row.text);
    const Outcome outcome =
        run_with(files, {"check", "a.yaml", "--baseline", "b.json"});
    EXPECT_EQ(outcome.status, kUsage);
    EXPECT_EQ(outcome.err, std::string("catalint: the baseline `b.json` ") +
                               row.error +
                               "; `--write-baseline` writes a new one\n");
  }
  const Outcome missing =
      run_with(some_files(), {"check", "a.yaml", "--baseline", "none.json"});
  EXPECT_EQ(missing.status, kUsage);
  EXPECT_EQ(missing.err,
            "catalint: the baseline `none.json` could not be read: no such "
            "file or directory; `--write-baseline` writes a new one\n");
}

TEST(Baseline, KnowsPathsThatAreNoUtf8) {
  FakeFileSystem files;
  files.add("caf\xE9.yaml", "a: [\n");
  EXPECT_EQ(
      run_with(files, {"check", "caf\xE9.yaml", "--write-baseline", "b.json"})
          .status,
      kClean);
  EXPECT_EQ(
      run_with(files, {"check", "caf\xE9.yaml", "--baseline", "b.json"}).status,
      kClean);
}

TEST(Baseline, CannotBeWrittenEverywhere) {
  FakeFileSystem files = some_files();
  files.unwritable.insert("b.json");
  const Outcome outcome =
      run_with(files, {"check", "a.yaml", "--write-baseline", "b.json"});
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_EQ(outcome.err,
            "catalint: the baseline `b.json` could not be written: it is "
            "read-only\n");
}

TEST(Baseline, HoldsNoSecret) {
  FakeFileSystem files;
  const std::string token = "ATATT3xFakeFakeFakeFakeFakeFakeFake";
  files.add("a.yaml", entity("shop", "    jira/project-key: SHOP\n    a/" +
                                         token + "==: b\n"));
  run_with(files, {"check", "a.yaml", "--write-baseline", "b.json"});
  EXPECT_EQ(files.files["b.json"].find(token), std::string::npos)
      << files.files["b.json"];
}

}  // namespace
}  // namespace catalint
