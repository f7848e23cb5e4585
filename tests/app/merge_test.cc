// `check --shard` and `merge`, on files in memory.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

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

// Whatever a part has to carry.
FakeFileSystem catalog() {
  FakeFileSystem files;
  const std::string key = "    jira/project-key: ";
  files.add("a/catalog-info.yaml", entity("a", key + "ABC\n"));
  files.add("b/catalog-info.yaml", entity("a", key + "abc\n"));
  files.add("c/catalog-info.yaml",
            "# catalint: ignore-file[backstage/duplicate-entity] wanted\n" +
                entity("a", key + "ABC\n"));
  files.add("d/catalog-info.yaml",
            entity("d", key + "123 # catalint: ignore[jira/*] later\n"));
  files.add("e/catalog-info.yaml",
            entity("e", key + "ABC\n    e/f: " + "ATATT3" +
                            "xFfGF0T4JVjdmPBrmZ4\n    \xFF: x\n"));
  files.add("f/catalog-info.yaml",
            "\xEF\xBB\xBFkind: Component\r\nkind: Component\r\n");
  files.add("g/catalog-info.yaml", "");
  files.add("h/catalog-info.yaml", entity("h", "    a: 1\n    b: 2 \n"));
  files.add("i\xFF\n/catalog-info.yaml", "k: [\n");
  files.add("j/catalog-info.yaml", entity("j", key + "ABC\n"));
  files.unreadable = {"j/catalog-info.yaml"};
  files.add("baseline.json",
            R"({"version": 1, "findings": [{"rule": "jira/project-key-format",)"
            R"( "entity": "component:default/a",)"
            R"( "subject": "jira/project-key"}, {"rule": "jira/jql",)"
            R"( "entity": "component:default/d", "subject": "x"}]})");
  return files;
}

Outcome run_with(const FileSystem& files, std::vector<std::string> arguments,
                 const std::string& in = "") {
  Invocation invocation;
  invocation.arguments = std::move(arguments);
  invocation.in = in;
  invocation.files = &files;
  return run_program(invocation);
}

std::string part(const FileSystem& files, const std::string& shard,
                 const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {"check", "--shard", shard, "--format",
                                        "jsonl"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_with(files, arguments).out;
}

// A machine without the files.
FakeFileSystem elsewhere(const FakeFileSystem& files, std::size_t shards) {
  FakeFileSystem other;
  other.files["baseline.json"] = files.files.at("baseline.json");
  for (std::size_t i = 1; i <= shards; ++i) {
    const std::string number = std::to_string(i);
    other.files["part-" + number] =
        part(files, number + "/" + std::to_string(shards));
  }
  return other;
}

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

TEST(Merge, TellsWhatDoesNotFitTogether) {
  const FakeFileSystem files = catalog();
  FakeFileSystem more = catalog();
  more.add("k/catalog-info.yaml", "");
  FakeFileSystem other = elsewhere(files, 3);
  other.files["of-2"] = part(files, "1/2");
  other.files["more"] = part(more, "3/3");
  other.files["selected"] = part(files, "3/3", {"--select", "jira/*"});
  other.files["kinds"] = part(files, "3/3", {"--kinds", "Cluster"});
  other.files["whole"] = run_with(files, {"check", "--format", "jsonl"}).out;
  other.files["alone"] = part(files, "1/1", {"a/catalog-info.yaml"});
  other.files["alone-too"] = part(files, "1/1", {"a"});
  std::string& moved = other.files["moved"] = other.files["part-1"];
  moved.replace(moved.find("\"shard\":1"), 9, "\"shard\":2");
  std::string& old = other.files["old"] = other.files["part-1"];
  old.replace(old.find("\"version\":\"0."), 13, "\"version\":\"9.");
  other.files["empty"] = "";
  other.files["cut"] =
      other.files["part-1"].substr(0, other.files["part-1"].size() - 9);
  std::string& open = other.files["open"] = other.files["part-1"];
  open.erase(open.rfind("{\"type\":\"summary\""));
  std::string& lost = other.files["lost"] = other.files["part-1"];
  const std::size_t line = lost.find("{\"type\":\"file\"");
  lost.erase(line, lost.find("{\"type\":\"file\"", line + 1) - line);
  const struct {
    std::vector<std::string> parts;
    int status;
    const char* err;
  } rows[] = {
      {{"part-1"}, 2, "the shards 2 and 3 of 3 are missing"},
      {{"part-3", "part-1"}, 2, "the shard 2 of 3 is missing"},
      {{"part-1", "part-2", "part-3", "part-2"},
       2,
       "part-2:1: the shard 2/3 was read before, from part-2:1"},
      {{"part-1", "of-2"},
       2,
       "of-2:1: the shard 1/2 is of another scan than the shard 1/3 of "
       "part-1:1"},
      {{"part-1", "part-2", "more"},
       2,
       "more:1: the shard 3/3 was made from other files than the shard 1/3 of "
       "part-1:1"},
      {{"part-1", "part-2", "selected"},
       2,
       "selected:1: the shard 3/3 was made with other rules, or another "
       "selection of them, than the shard 1/3 of part-1:1"},
      {{"part-1", "part-2", "kinds"},
       2,
       "kinds:1: the shard 3/3 was made with other rules, or another selection "
       "of them, than the shard 1/3 of part-1:1"},
      {{"part-1", "part-2", "part-3", "--ignore", "jira/jql"},
       2,
       "the parts were made with other rules, or another selection of them, "
       "than merge has; give it the same --config, --rules, --kinds, --select "
       "and --ignore"},
      {{"alone", "alone-too"},
       2,
       "the file `a/catalog-info.yaml` is in two parts"},
      {{"moved", "part-1", "part-3"},
       2,
       "moved:1: `b/catalog-info.yaml` does not belong to the shard 2/3"},
      {{"none"}, 3, "none: no such file or directory"},
      {{"empty"}, 3, "empty: it holds no part"},
      {{"whole"},
       3,
       "whole:1: it is a whole report, and no part; `catalint check --shard "
       "I/N` writes parts"},
      {{"old"},
       3,
       "old:1: catalint `9.1.0` wrote it, and this is `0.1.0`; use the same "
       "one everywhere"},
      {{"open"},
       3,
       "open: it ends before the line `summary`; the run that wrote it was cut "
       "off"},
      {{"lost"},
       3,
       "lost:14: the part has lost lines: it speaks of 5 files and 9 findings, "
       "and holds 4 and 8"},
      {{"cut"}, 3, "cut:16: it is not JSON; was it cut off?"},
      {{"baseline.json"},
       3,
       "baseline.json:1: `type` is missing; expected a text"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.parts.back());
    auto arguments = row.parts;
    arguments.insert(arguments.begin(), "merge");
    const Outcome outcome = run_with(other, arguments);
    EXPECT_EQ(outcome.status, row.status);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err, "catalint: " + std::string(row.err) + "\n");
  }
}

// Each that cannot be read is told, and not the first alone.
TEST(Merge, TellsAllPartsThatCannotBeRead) {
  FakeFileSystem other;
  other.files["a"] = "x";
  const Outcome outcome = run_with(other, {"merge", "a", "b"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.err,
            "catalint: a:1: it is not JSON; was it cut off?\n"
            "catalint: b: no such file or directory\n");
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

TEST(Shard, IsRefusedWhereItMakesNoPart) {
  const FakeFileSystem files = catalog();
  const struct {
    std::vector<std::string> options;
    const char* err;
  } rows[] = {
      {{"--fix"},
       "--shard makes a part of a report, and fixes nothing; leave out --fix "
       "and --diff"},
      {{"--diff"},
       "--shard makes a part of a report, and fixes nothing; leave out --fix "
       "and --diff"},
      {{"--baseline", "baseline.json"},
       "--shard makes a part of a report, with all findings; give --baseline, "
       "--write-baseline, --prune-baseline and --since to `catalint merge`"},
      {{"--since", "HEAD"},
       "--shard makes a part of a report, with all findings; give --baseline, "
       "--write-baseline, --prune-baseline and --since to `catalint merge`"},
      {{"-"}, "--shard splits files by their paths, and `-` has none"},
      {{"--format", "text"},
       "--shard makes a part for `catalint merge`, which reads jsonl; add "
       "--format jsonl, or -o jsonl=FILE"},
      {{"-o", "sarif=x"},
       "--shard leaves files out, and code scanning would close their alerts; "
       "let `catalint merge` write SARIF, or add --partial-sarif for SARIF "
       "that is not uploaded"},
      {{"--shard", "4/3"},
       "--shard is `4/3`; expected I/N, the shard I of N, as in 2/8: I is from "
       "1 to N, and N at most 10000"},
      {{"--shard", ""},
       "--shard is ``; expected I/N, the shard I of N, as in 2/8: I is from 1 "
       "to N, and N at most 10000"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.options.front());
    std::vector<std::string> arguments = {"check"};
    arguments.insert(arguments.end(), row.options.begin(), row.options.end());
    const auto add = [&](const std::string& name, const std::string& value) {
      if (std::find(arguments.begin(), arguments.end(), name) !=
          arguments.end()) {
        return;
      }
      arguments.push_back(name);
      arguments.push_back(value);
    };
    add("--shard", "1/3");
    add("--format", "jsonl");
    const Outcome outcome = run_with(files, arguments);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.err, "catalint: " + std::string(row.err) + "\n");
  }
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
