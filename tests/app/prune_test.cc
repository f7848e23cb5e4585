// What leaves a baseline, and what stays in it.
#include <gtest/gtest.h>

#include <filesystem>

#include "app/gated_repository.h"

namespace catalint {
namespace {

using PruneTest = GatedRepository;

struct PruneRow {
  const char* text;
  const char* change;  // a shell command, undone afterwards
  const char* place;   // to start in
  std::vector<std::string> arguments;
  std::vector<std::string> kept;
  std::string notes;
};

TEST_F(PruneTest, PrunesWhatTheRunJudged) {
  const std::string x = entry("x");
  const std::string y = entry("y");
  const std::string z = kFileEntry;
  const std::string took = "catalint: took 1 finding out of b.json\n";
  const std::string in_doubt =
      "catalint: did not see the entities of 1 finding of b.json, which stay "
      "until every file loads\n";
  const std::string in_doubt_above =
      "catalint: did not see the entities of 1 finding of ../b.json, which "
      "stay until every file loads\n";
  constexpr const char* kMendX = "sed -i s/shop/SHOP/ x/catalog-info.yaml";
  constexpr const char* kRemoveY = "rm -r y";
  constexpr const char* kRemoveYMendZ =
      "rm -r y && cat x/catalog-info.yaml >z/catalog-info.yaml && "
      "sed -i 's/name: x/name: z/; s/shop/SHOP/' z/catalog-info.yaml";
  const PruneRow rows[] = {
      {"nothing changed", ":", ".", {}, {x, y, z}, ""},
      {"from a directory below", ":", "x", {}, {x, y, z}, ""},
      {"of two directories", ":", ".", {"x", "z"}, {x, y, z}, ""},
      {"mended", kMendX, ".", {}, {y, z}, took},
      {"mended, in its directory", kMendX, ".", {"x"}, {y, z}, took},
      {"mended, in its file",
       kMendX,
       ".",
       {"x/catalog-info.yaml"},
       {y, z},
       took},
      {"mended elsewhere", kMendX, "y", {}, {x, y, z}, ""},
      {"an entity that is gone, in a catalog that loads",
       kRemoveYMendZ,
       ".",
       {},
       {x},
       "catalint: took 2 findings out of b.json\n"},
      {"from a directory below",
       kRemoveYMendZ,
       "x",
       {".."},
       {x},
       "catalint: took 2 findings out of ../b.json\n"},
      {"and a file besides",
       kRemoveYMendZ,
       ".",
       {".", "x/catalog-info.yaml"},
       {x},
       "catalint: took 2 findings out of b.json\n"},
      {"seen from elsewhere", kRemoveYMendZ, ".", {"x"}, {x, y, z}, ""},
      {"seen from a directory below", kRemoveYMendZ, "x", {}, {x, y, z}, ""},
      {"an entity that may be in the file that breaks off",
       kRemoveY,
       ".",
       {},
       {x, y, z},
       in_doubt},
      {"the same from a directory below",
       kRemoveY,
       "x",
       {".."},
       {x, y, z},
       in_doubt_above},
      {"a file that is broken for now",
       "sed -i '1i a: [' y/catalog-info.yaml",
       ".",
       {},
       {x, y, z},
       in_doubt},
      {"an entity above where the file breaks off",
       "sed -i s/shop/SHOP/ y/catalog-info.yaml; "
       "printf -- '---\\na: [\\n' >>y/catalog-info.yaml",
       ".",
       {},
       {x, y, z},
       ""},
      {"a file that is gone", "rm -r z", ".", {}, {x, y}, took},
      {"a file that is gone, seen from elsewhere",
       "rm -r z",
       ".",
       {"x"},
       {x, y, z},
       ""},
      {"a file with another mistake",
       "echo 'a: 1' >z/catalog-info.yaml",
       ".",
       {},
       {x, y, z},
       ""},
      {"a file that is empty", ": >z/catalog-info.yaml", ".", {}, {x, y}, took},
      {"a file that is excluded",
       "echo 'exclude: z' >>.catalint.yaml",
       ".",
       {},
       {x, y, z},
       ""},
      {"rules that are not selected",
       kMendX,
       ".",
       {"--select", "yaml/*"},
       {x, y, z},
       ""},
      {"rules that are ignored",
       kMendX,
       ".",
       {"--ignore", "jira/*"},
       {x, y, z},
       ""},
      {"rules that are off",
       "sed -i s/shop/SHOP/ x/catalog-info.yaml; "
       "echo 'rules: {jira/project-key-format: off}' >>.catalint.yaml",
       ".",
       {},
       {x, y, z},
       ""},
      {"a rule that is milder",
       "echo 'rules: {jira/project-key-format: note}' >>.catalint.yaml",
       ".",
       {},
       {x, y, z},
       ""},
      {"a directory without descriptors",
       "rm x/*; mkdir w",
       ".",
       {"w"},
       {x, y, z},
       "catalint: w: no descriptor in this directory; catalint looks for "
       "catalog-info.yaml, catalog-info.yml and *.catalog-info.yaml\n"
       "catalint: there is nothing to lint; `--allow-empty` makes that a "
       "success\n"},
      {"a file that is missing",
       kMendX,
       ".",
       {"x", "none"},
       {x, y, z},
       "catalint: none: there is no such file\n"
       "catalint: the baseline `b.json` was not written, since something else "
       "could not be read or written\n"},
      {"a file that is too large",
       "sed -i s/shop/SHOP/ x/catalog-info.yaml; truncate -s 17M "
       "y/catalog-info.yaml",
       ".",
       {},
       {x, y, z},
       "catalint: y/catalog-info.yaml: it is larger than 16 MiB, the most that "
       "catalint reads\n"
       "catalint: the baseline `b.json` was not written, since something else "
       "could not be read or written\n"},
      {"not even a word", kMendX, ".", {"--quiet"}, {y, z}, ""},
  };
  for (const PruneRow& row : rows) {
    SCOPED_TRACE(row.text);
    directory_.shell(
        "rm -rf .git/kept && mkdir .git/kept && "
        "cp -r x y z .catalint.yaml b.json .git/kept");
    directory_.shell(row.change);
    std::vector<std::string> arguments = row.arguments;
    const Outcome told = run_both_ways(row.place, arguments);
    EXPECT_EQ(told.err.find("not there any more") != std::string::npos,
              row.notes.find("took") != std::string::npos)
        << told.err;
    EXPECT_EQ(baseline(), baseline_of({x, y, z}));
    arguments.push_back("--prune-baseline");
    EXPECT_EQ(run_both_ways(row.place, arguments).err, row.notes);
    EXPECT_EQ(baseline(), baseline_of(row.kept));
    directory_.shell("rm -rf x y z && cp -r .git/kept/. .");
  }
}

TEST_F(PruneTest, PrunesRulesThatTheirPackLost) {
  const std::string lost =
      "{\"rule\":\"jira/none\",\"entity\":\"component:default/x\"}";
  const std::string of_a_pack =
      "{\"rule\":\"acme/none\",\"entity\":\"component:default/x\"}";
  write(baseline_of({of_a_pack, lost, entry("x")}));
  EXPECT_EQ(run_both_ways(".", {"x", "--prune-baseline"}).err,
            "catalint: took 1 finding out of b.json\n");
  EXPECT_EQ(baseline(), baseline_of({of_a_pack, entry("x")}));
}

// Only a scan of all files tells of an entity that two of them describe.
TEST_F(PruneTest, PrunesDuplicatesInWholeScansAlone) {
  directory_.write("y/catalog-info.yaml", entity("x", "shop"));
  directory_.write("z/catalog-info.yaml", entity("z", "SHOP"));
  EXPECT_EQ(run_both_ways(".", {"--write-baseline", "b.json"}).err,
            "catalint: wrote 3 findings to b.json\n");
  const std::string before = baseline();
  directory_.shell("sed -i s/shop/SHOP/ x/catalog-info.yaml");
  EXPECT_EQ(run_both_ways(".", {"x", "--prune-baseline"}).err, "");
  EXPECT_EQ(run_both_ways(".", {"y/catalog-info.yaml", "--prune-baseline"}).err,
            "");
  EXPECT_EQ(baseline(), before);
  directory_.shell("rm -r x");
  EXPECT_EQ(run_both_ways(".", {"--prune-baseline"}).err,
            "catalint: took 2 findings out of b.json\n");
  EXPECT_EQ(baseline(), baseline_of({entry("x")}));
}

// Whether a comment is needed depends on the rules that it names.
TEST_F(PruneTest, PrunesUnusedCommentsWhereTheirRulesAreOn) {
  directory_.shell(
      "sed -i '1i # catalint: ignore-file[jira/label-syntax] why' "
      "x/catalog-info.yaml");
  run_both_ways(".", {"--write-baseline", "b.json"});
  const std::string before = baseline();
  EXPECT_NE(before.find("catalint/unused-suppression"), std::string::npos);
  run_both_ways(".", {"--ignore", "jira/label-syntax", "--prune-baseline"});
  EXPECT_EQ(baseline(), before);
  directory_.shell("sed -i 1d x/catalog-info.yaml");
  EXPECT_EQ(run_both_ways(".", {"--prune-baseline"}).err,
            "catalint: took 1 finding out of b.json\n");
}

// A baseline is about the directory of the configuration that names it, else
// about its repository, else about its own directory.
TEST_F(PruneTest, KnowsWhatABaselineIsAbout) {
  const TemporaryDirectory outside;
  const std::string there = outside.path().string();
  const std::string here = directory_.path().string();
  directory_.shell("rm -r z");
  directory_.write("y/.catalint.yaml", "baseline: b.json\n");
  const std::string gone = baseline_of({entry("gone")});
  const struct {
    const char* text;
    std::string place;
    std::vector<std::string> arguments;
    std::string path;  // of the baseline
    bool is_whole;
  } rows[] = {
      {"the configuration's directory",
       here + "/y",
       {},
       here + "/y/b.json",
       true},
      {"one above it",
       here,
       {".", "--config", "y/.catalint.yaml"},
       here + "/y/b.json",
       true},
      {"one beside it",
       here,
       {"x", "--config", "y/.catalint.yaml"},
       here + "/y/b.json",
       false},
      {"the repository",
       here,
       {"--baseline", "y/b.json"},
       here + "/y/b.json",
       true},
      {"the repository, in its directory",
       here,
       {"y", "--baseline", "y/b.json"},
       here + "/y/b.json",
       false},
      {"outside of the repository",
       here,
       {"--baseline", there + "/b.json"},
       there + "/b.json",
       false},
      {"no repository",
       there,
       {"--baseline", "b.json", "."},
       there + "/b.json",
       true},
  };
  outside.write("catalog-info.yaml", entity("x", "SHOP"));
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    directory_.write(row.path, gone);
    std::vector<std::string> arguments = row.arguments;
    arguments.insert(arguments.begin(), "check");
    arguments.push_back("--prune-baseline");
    std::filesystem::current_path(row.place);
    run_program({.arguments = std::move(arguments)});
    EXPECT_EQ(read_bytes(row.path), row.is_whole ? baseline_of({}) : gone);
  }
}

}  // namespace
}  // namespace catalint
