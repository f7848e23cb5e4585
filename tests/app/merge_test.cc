// `check --shard` and `merge` say what one run says.
#include <gtest/gtest.h>

#include "app/sharded_catalog.h"

namespace catalint {
namespace {

void expect_same(const Outcome& merged, const Outcome& one) {
  EXPECT_EQ(merged.out, one.out);
  EXPECT_EQ(merged.err, one.err);
  EXPECT_EQ(merged.status, one.status);
}

TEST(Merge, SaysWhatOneRunSays) {
  const FakeFileSystem files = catalog();
  for (const std::size_t shards : {1U, 2U, 5U}) {
    FakeFileSystem other = elsewhere(files, shards);
    std::vector<std::string> merge = {"merge"};
    for (std::size_t i = shards; i > 0; --i) {
      merge.push_back("part-" + std::to_string(i));
    }
    for (const std::vector<std::string>& options :
         std::vector<std::vector<std::string>>{
             {"--format", "text", "--color", "always"},
             {"--format", "json"},
             {"--format", "jsonl"},
             {"--format", "sarif"},
             {"--format", "github"},
             {"--format", "gitlab"},
             {"--format", "junit", "--fail-on", "warning"},
             {"--format", "checkstyle"},
             {"--format", "rdjson"},
             {"--format", "markdown"},
             {"--quiet"},
             {"--fail-on", "never"},
             {"--baseline", "baseline.json"},
             {"--baseline", "baseline.json", "--format", "sarif"}}) {
      SCOPED_TRACE(options.front() + " " + options.back());
      auto one = options;
      one.insert(one.begin(), "check");
      auto all = merge;
      all.insert(all.end(), options.begin(), options.end());
      const Outcome expected = run_with(files, one);
      EXPECT_EQ(expected.status, 3);  // j cannot be read
      expect_same(run_with(other, all), expected);
    }
  }
}

TEST(Merge, JudgesByTheListOfKnownProjects) {
  FakeFileSystem files = catalog();
  files.unreadable.clear();
  files.add("list.json", R"({"version": 1, "projects": [{"key": "SHOP"}]})");
  files.files["baseline.json"] =
      R"({"version": 1, "findings": [{"rule": "jira/project-not-found",)"
      R"( "entity": "component:default/h", "subject": "jira/project-key"}]})";
  FakeFileSystem other;
  for (const char* name : {"list.json", "baseline.json"}) {
    other.files[name] = files.files.at(name);
  }
  const std::vector<std::string> list = {"--known-projects", "list.json"};
  for (const char* number : {"1", "2"}) {
    other.files[std::string("part-") + number] =
        part(files, std::string(number) + "/2", list);
  }
  const std::vector<std::string> how = {list[0], list[1], "--baseline",
                                        "baseline.json", "--prune-baseline"};
  std::vector<std::string> one = {"check"};
  std::vector<std::string> all = {"merge", "part-1", "part-2"};
  one.insert(one.end(), how.begin(), how.end());
  all.insert(all.end(), how.begin(), how.end());
  const Outcome expected = run_with(files, one);
  EXPECT_NE(expected.out.find("[jira/project-not-found]"), std::string::npos);
  EXPECT_NE(expected.err.find("took 1 finding out of"), std::string::npos)
      << expected.err;
  expect_same(run_with(other, all), expected);
  EXPECT_EQ(other.files["baseline.json"], files.files["baseline.json"]);
}

TEST(Merge, WritesTheBaselineOfOneRun) {
  FakeFileSystem files = catalog();
  files.unreadable.clear();
  FakeFileSystem other = elsewhere(files, 2);
  const std::vector<std::string> how = {"--write-baseline", "new.json"};
  const Outcome one = run_with(files, {"check", how[0], how[1]});
  EXPECT_EQ(one.status, 0);
  expect_same(run_with(other, {"merge", "part-1", "part-2", how[0], how[1]}),
              one);
  EXPECT_EQ(other.files["new.json"], files.files["new.json"]);
}

TEST(Merge, TakesTheBaselineOfTheConfiguration) {
  FakeFileSystem files = catalog();
  files.unreadable.clear();
  files.files[".catalint.yaml"] = "baseline: baseline.json\n";
  FakeFileSystem other = elsewhere(files, 2);
  other.files[".catalint.yaml"] = files.files[".catalint.yaml"];
  const Outcome one = run_with(files, {"check"});
  EXPECT_NE(one.out.find("suppressed"), std::string::npos);
  EXPECT_NE(other.files["part-1"].find("jira/project-key-format"),
            other.files["part-2"].find("jira/project-key-format"));
  expect_same(run_with(other, {"merge", "part-2", "part-1"}), one);
}

TEST(Merge, ReadsStandardInputAndPartsInOneFile) {
  const FakeFileSystem files = catalog();
  FakeFileSystem other = elsewhere(files, 3);
  const Outcome one = run_with(files, {"check"});
  expect_same(run_with(other, {"merge", "-", "part-2"},
                       other.files["part-3"] + "\n" + other.files["part-1"]),
              one);
}

// A part that is there once, and then another.
class ChangingFiles : public FakeFileSystem {
 public:
  explicit ChangingFiles(FakeFileSystem files)
      : FakeFileSystem(std::move(files)) {}

  Result<std::shared_ptr<std::istream>> open(
      const std::string& path) const override {
    auto stream = FakeFileSystem::open(path);
    std::string& text = files[path];
    const std::size_t place = text.find("\"loads\":true");
    if (place != std::string::npos) text.replace(place, 12, "\"loads\":null");
    return stream;
  }
};

TEST(Merge, WritesNoReportOfPartsThatChangeMeanwhile) {
  FakeFileSystem files;
  files.add("a/catalog-info.yaml",
            component("a", "    jira/project-key: ABC\n"));
  FakeFileSystem other;
  other.files["part-1"] = part(files, "1/1");
  const std::string changed = "part-1: it changed while it was read\n";
  const ChangingFiles printed(other);
  const Outcome of_json =
      run_with(printed, {"merge", "part-1", "--format", "json"});
  EXPECT_EQ(of_json.status, 3);
  EXPECT_NE(of_json.err.find("catalint: the report is not whole: " + changed),
            std::string::npos)
      << of_json.err;
  const ChangingFiles written(other);
  const Outcome of_text =
      run_with(written, {"merge", "part-1", "-o", "json=out"});
  EXPECT_EQ(of_text.status, 3);
  EXPECT_NE(of_text.err.find("catalint: the output `out` could not be "
                             "written: " +
                             changed),
            std::string::npos)
      << of_text.err;
  EXPECT_EQ(written.files.count("out"), 0U);
}

// As Spark's pipe has them: lists that nobody split by hash.
TEST(Merge, TakesManyPartsOfTheirOwn) {
  const FakeFileSystem files = catalog();
  const std::vector<std::string> lists = {"a/catalog-info.yaml",
                                          "b/catalog-info.yaml"};
  FakeFileSystem other;
  std::vector<std::string> merge = {"merge"};
  for (const std::string& path : lists) {
    merge.push_back(path + ".jsonl");
    other.files[path + ".jsonl"] =
        run_with(files,
                 {"check", "--shard", "1/1", "--files-from", "-", "--format",
                  "jsonl"},
                 path + "\n")
            .out;
  }
  expect_same(run_with(other, merge),
              run_with(files, {"check", lists[0], lists[1]}));
}

TEST(Merge, OfNothingIsAMistakeUnlessItIsWanted) {
  FakeFileSystem files;
  files.directories.insert("empty");
  FakeFileSystem other;
  other.files["1"] = part(files, "1/2", {"empty"});
  other.files["2"] = part(files, "2/2", {"empty"});
  EXPECT_EQ(
      run_with(files, {"check", "--shard", "1/2", "--format", "jsonl", "empty"})
          .status,
      0);
  for (const std::vector<std::string>& options :
       std::vector<std::vector<std::string>>{{"--quiet"}, {"--allow-empty"}}) {
    expect_same(run_with(other, {"merge", "1", "2", options[0]}),
                run_with(files, {"check", "empty", options[0]}));
  }
}

TEST(Merge, NamesRulesThatItHasNot) {
  FakeFileSystem files;
  files.add("catalog-info.yaml", "k: v\n");
  files.files["rules.yaml"] =
      "pack: our\nrules:\n- id: our/rule\n  what: w\n  why: y\n  checks:\n"
      "  - {at: [\"*\"], secret: true, message: m}\n"
      "  - {at: [k], type: number, message: m}\n";
  const std::vector<std::string> pack = {"--rules", "rules.yaml"};
  FakeFileSystem other;
  other.files["rules.yaml"] = files.files["rules.yaml"];
  other.files["part"] = part(files, "1/1", pack);
  const Outcome without = run_with(other, {"merge", "part"});
  EXPECT_EQ(without.status, 3);
  EXPECT_NE(
      without.err.find("no rule is called `our/rule`; the rule packs that "
                       "the part was made with have to be given with "
                       "--rules"),
      std::string::npos)
      << without.err;
  expect_same(run_with(other, {"merge", "part", pack[0], pack[1]}),
              run_with(files, {"check", pack[0], pack[1]}));
}

// A part is a report by itself, of all that needs no other file.
TEST(Shard, TextMayStandBesideIt) {
  const FakeFileSystem files = catalog();
  const Outcome outcome =
      run_with(files, {"check", "--shard", "1/1", "-o", "jsonl=part"});
  EXPECT_NE(outcome.out.find("[jira/project-key-format]"), std::string::npos);
  EXPECT_EQ(outcome.out.find("[backstage/duplicate-entity]"),
            std::string::npos);
  EXPECT_EQ(files.files.at("part"), part(files, "1/1"));
}

}  // namespace
}  // namespace catalint
