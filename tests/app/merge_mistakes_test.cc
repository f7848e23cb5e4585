// What `check --shard` and `merge` refuse.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/sharded_catalog.h"
#include "catalint/version.h"

namespace catalint {
namespace {

TEST(Merge, TellsWhatDoesNotFitTogether) {
  const FakeFileSystem files = catalog();
  FakeFileSystem more = catalog();
  more.add("k/catalog-info.yaml", "");
  FakeFileSystem other = elsewhere(files, 3);
  other.files["of-2"] = part(files, "1/2");
  other.files["more"] = part(more, "3/3");
  other.files["selected"] = part(files, "3/3", {"--select", "jira/*"});
  const std::string list = R"({"version": 1, "projects": [{"key": "ABC"}]})";
  FakeFileSystem listed = catalog();
  listed.add("list", list);
  other.files["list"] = list;
  other.files["listed"] = part(listed, "3/3", {"--known-projects", "list"});
  other.files["kinds"] = part(files, "3/3", {"--kinds", "Cluster"});
  other.files["whole"] = run_with(files, {"check", "--format", "jsonl"}).out;
  other.files["alone"] = part(files, "1/1", {"a/catalog-info.yaml"});
  other.files["alone-too"] = part(files, "1/1", {"a"});
  std::string& moved = other.files["moved"] = other.files["part-1"];
  moved.replace(moved.find("\"shard\":1"), 9, "\"shard\":2");
  std::string& old = other.files["old"] = other.files["part-1"];
  const std::string version = kVersion;
  old.replace(old.find(version), version.size(), "x" + version);
  other.files["empty"] = "";
  other.files["cut"] =
      other.files["part-1"].substr(0, other.files["part-1"].size() - 9);
  std::string& open = other.files["open"] = other.files["part-1"];
  open.erase(open.rfind("{\"type\":\"summary\""));
  std::string& lost = other.files["lost"] = other.files["part-1"];
  const std::size_t line = lost.find("{\"type\":\"file\"");
  lost.erase(line, lost.find("{\"type\":\"file\"", line + 1) - line);
  const std::string wrong_version = "old:1: catalint `x" + version +
                                    "` wrote it, and this is `" + version +
                                    "`; use the same one everywhere";
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
       "selected:1: the shard 3/3 was made with other rules, another selection "
       "of them or another list of known projects than the shard 1/3 of "
       "part-1:1"},
      {{"part-1", "part-2", "kinds"},
       2,
       "kinds:1: the shard 3/3 was made with other rules, another selection of "
       "them or another list of known projects than the shard 1/3 of part-1:1"},
      {{"part-1", "part-2", "listed"},
       2,
       "listed:1: the shard 3/3 was made with other rules, another selection "
       "of them or another list of known projects than the shard 1/3 of "
       "part-1:1"},
      {{"part-1", "part-2", "part-3", "--ignore", "jira/jql"},
       2,
       "the parts were made with other rules, another selection of them or "
       "another list of known projects than merge has; give it the same "
       "--config, --rules, --kinds, --select, --ignore and --known-projects"},
      {{"part-1", "part-2", "part-3", "--known-projects", "list"},
       2,
       "the parts were made with other rules, another selection of them or "
       "another list of known projects than merge has; give it the same "
       "--config, --rules, --kinds, --select, --ignore and --known-projects"},
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
      {{"old"}, 3, wrong_version.c_str()},
      {{"open"},
       3,
       "open: it ends before the line `summary`; the run that wrote it was cut "
       "off"},
      {{"lost"},
       3,
       "lost:13: the part has lost lines: it speaks of 5 files and 8 findings, "
       "and holds 4 and 7"},
      {{"cut"}, 3, "cut:15: it is not JSON; was it cut off?"},
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

// Neither a part nor what is for `merge` alone is written over.
TEST(Merge, SparesWhatIsRead) {
  FakeFileSystem other = elsewhere(catalog(), 1);
  other.files[".catalint.yaml"] = "baseline: baseline.json\n";
  const std::string part = other.files["part-1"];
  const std::string baseline = other.files["baseline.json"];
  const struct {
    std::vector<std::string> arguments;
    const char* err;
  } rows[] = {
      {{"merge", "part-1", "-o", "jsonl=./part-1"},
       "the output `./part-1` would take the place of `part-1`"},
      {{"merge", "part-1", "-o", "json=baseline.json"},
       "the output `baseline.json` would take the place of `baseline.json`"},
      {{"check", "--shard", "1/2", "-o", "jsonl=baseline.json"},
       "the output `baseline.json` would take the place of `baseline.json`"},
  };
  for (const auto& row : rows) {
    const Outcome outcome = run_with(other, row.arguments);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err, "catalint: " + std::string(row.err) +
                               ", which is read; name another file\n");
  }
  EXPECT_EQ(other.files["part-1"], part);
  EXPECT_EQ(other.files["baseline.json"], baseline);
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

}  // namespace
}  // namespace catalint
