#include "app/baseline.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/fake_file_system.h"
#include "support/golden.h"
#include "support/run_program.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

std::string entity(const std::string& name, const std::string& annotations) {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: " +
         name + "\n  annotations:\n" + annotations +
         "spec:\n  type: service\n  lifecycle: production\n  owner: team\n";
}

const std::string kOld = entity("shop", "    jira/project-key: shop\n");

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
  constexpr const char* kWrongCount =
      "has a finding whose `count` is not a whole number from 1 to 1000000000";
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
      {"{\"version\": 1, \"findings\": [{\"rule\": \"a/b\", \"entity\": "
       "\"a\", \"count\": 0}]}",
       kWrongCount},
      {"{\"version\": 1, \"findings\": [{\"rule\": \"a/b\", \"entity\": "
       "\"a\", \"count\": -1}]}",
       kWrongCount},
      {"{\"version\": 1, \"findings\": [{\"rule\": \"a/b\", \"entity\": "
       "\"a\", \"count\": 1.5}]}",
       kWrongCount},
      {"{\"version\": 1, \"findings\": [{\"rule\": \"a/b\", \"entity\": "
       "\"a\", \"count\": \"2\"}]}",
       kWrongCount},
      {"{\"version\": 1, \"findings\": [{\"rule\": \"a/b\", \"entity\": "
       "\"a\", \"count\": 18446744073709551615}]}",
       kWrongCount},
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
            "catalint: the baseline `b.json` cannot be written: it is "
            "read-only\n");
  files.unwritable.clear();
  files.full.insert("b.json");
  const Outcome full =
      run_with(files, {"check", "a.yaml", "--write-baseline", "b.json"});
  EXPECT_EQ(full.status, kFailure);
  EXPECT_EQ(full.err,
            "catalint: the baseline `b.json` could not be written: no space "
            "left on device\n");
}

TEST(Baseline, CountsEachFinding) {
  FakeFileSystem files;
  files.add("a.yaml", kOld + "---\n" + kOld);
  run_with(files, {"check", "a.yaml", "--write-baseline", "b.json"});
  EXPECT_NE(files.files["b.json"].find("\"count\":2}"), std::string::npos)
      << files.files["b.json"];
  const std::vector<std::string> arguments = {"check", "a.yaml", "--baseline",
                                              "b.json"};
  EXPECT_EQ(run_with(files, arguments).status, kClean);
  files.add("a.yaml", kOld + "---\n" + kOld + "---\n" + kOld);
  EXPECT_EQ(run_with(files, arguments).status, kFindings);
}

// A finding outside of any entity is known by its file, whatever the path.
TEST(Baseline, NamesFilesFromItsOwnDirectory) {
  const TemporaryDirectory directory;
  directory.write("x/y/catalog-info.yaml", "a: [\n");
  directory.write("b/catalog-info.yaml", entity("b", "    a/b: c\n"));
  directory.shell("ln -s x l && ln -s ../y/catalog-info.yaml x/y/l.yaml");
  const std::string here = directory.path().string();
  const struct {
    const char* directory;  // to start in
    std::string path;
    std::string baseline;
  } rows[] = {
      {".", "x", "b/b.json"},
      {".", "./x//y/../y/catalog-info.yaml", "./b/../b/b.json"},
      {".", here + "/x/y/catalog-info.yaml", "b/b.json"},
      {".", "l", here + "/b/b.json"},
      {".", "x/y/l.yaml", "b/b.json"},
      {"x", ".", "../b/b.json"},
      {"x/y", "catalog-info.yaml", "../../b/b.json"},
      {"b", "../x", "b.json"},
  };
  const std::string expected =
      "{\"version\": 1, \"findings\": [\n{\"rule\":\"yaml/syntax\",\"file\":"
      "\"../x/y/catalog-info.yaml\"}\n]}\n";
  for (const auto& row : rows) {
    SCOPED_TRACE(std::string(row.directory) + ": " + row.path);
    std::filesystem::current_path(directory.path() / row.directory);
    std::filesystem::remove(directory.path() / "b/b.json");
    EXPECT_EQ(run_program({.arguments = {"check", row.path, "--write-baseline",
                                         row.baseline}})
                  .status,
              kClean);
    EXPECT_EQ(read_bytes(directory.path() / "b/b.json"), expected);
    for (const auto& other : rows) {
      std::filesystem::current_path(directory.path() / other.directory);
      EXPECT_EQ(run_program({.arguments = {"check", other.path, "--baseline",
                                           other.baseline}})
                    .status,
                kClean)
          << other.path;
    }
  }
  std::filesystem::current_path(directory.path());
  EXPECT_EQ(run_program({.arguments = {"check", "-", "--stdin-filename",
                                       "x/y/catalog-info.yaml", "--baseline",
                                       "b/b.json"},
                         .in = "a: [\n"})
                .status,
            kClean);
  directory.shell("mv x/y x/z");
  EXPECT_EQ(run_program({.arguments = {"check", "x", "--baseline", "b/b.json"}})
                .status,
            kFindings);
}

TEST(Baseline, TakesAFileByAnyNameOfIt) {
  FakeFileSystem files = some_files();
  files.add("b.json",
            "{\"version\": 1, \"findings\": [{\"rule\": \"yaml/syntax\", "
            "\"file\": \"./d/../broken.yaml\"}]}");
  EXPECT_EQ(
      run_with(files, {"check", "broken.yaml", "--baseline", "b.json"}).status,
      kClean);
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
