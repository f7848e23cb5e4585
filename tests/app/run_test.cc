#include "app/run.h"

#include <gtest/gtest.h>

#include <sstream>

#include "app/fake_file_system.h"
#include "app/posix_file_system.h"
#include "support/run_program.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

std::string entity(const std::string& name, const std::string& key) {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: " +
         name + "\n  annotations:\n    jira/project-key: " + key +
         "\nspec:\n  type: service\n  lifecycle: production\n  owner: team\n";
}

const std::string kGood = entity("good", "ABC");
const std::string kBad = entity("bad", "123");  // an error

// A file with one warning and no error.
std::string with_warning() {
  return entity("warned", "ABC\n    jira/labels: a");
}

FakeFileSystem some_files() {
  FakeFileSystem files;
  files.add("good.yaml", kGood);
  files.add("bad.yaml", kBad);
  files.add("warning.yaml", with_warning());
  files.add("empty/README.md", "");
  files.add("rules.yaml", "pack: p\nruels: []\n");
  return files;
}

TEST(Run, ExitStatusSaysHowItWent) {
  const FakeFileSystem files = some_files();
  const struct {
    std::vector<std::string> arguments;
    int status;
  } rows[] = {
      {{"check", "good.yaml"}, 0},
      {{"check", "bad.yaml"}, 1},
      {{"check", "good.yaml", "bad.yaml"}, 1},
      {{"check", "warning.yaml"}, 0},
      {{"check", "warning.yaml", "--fail-on", "warning"}, 1},
      {{"check", "warning.yaml", "--fail-on", "note"}, 1},
      {{"check", "bad.yaml", "--fail-on", "never"}, 0},
      {{"check", "bad.yaml", "--ignore", "backstage/*,jira/*"}, 0},
      {{"check", "bad.yaml", "--select", "yaml/syntax"}, 0},
      {{"check", "good.yaml", "--format", "json"}, 0},
      {{"check", "bad.yaml", "--format", "sarif"}, 1},
      {{"rules"}, 0},
      {{"--version"}, 0},
      {{"--help"}, 0},
      {{"check", "--help"}, 0},
      // wrong usage, or nothing to lint
      {{}, 2},
      {{"chekc"}, 2},
      {{"check", "--format", "xml"}, 2},
      {{"check", "--fail-on", "all", "bad.yaml"}, 2},
      {{"check", "--jobs", "-1", "bad.yaml"}, 2},
      {{"check", "--jobs", "x", "bad.yaml"}, 2},
      {{"check", "--select", "no/rule", "bad.yaml"}, 2},
      {{"check", "--rules", "rules.yaml", "bad.yaml"}, 2},
      {{"check", "--rules", "none.yaml", "bad.yaml"}, 2},
      {{"check", "--files-from", "none", "bad.yaml"}, 2},
      {{"check", "empty"}, 2},
      {{"check", "empty", "--allow-empty", "--quiet"}, 0},
      {{"check", "--nonsense"}, 2},
      // something could not be read
      {{"check", "none.yaml"}, 3},
      {{"check", "good.yaml", "none.yaml"}, 3},
      {{"check", "bad.yaml", "none.yaml"}, 3},
      {{"check", "none.yaml", "--allow-empty"}, 3},
      {{"check", "none.yaml", "--fail-on", "never"}, 3},
  };
  for (const auto& row : rows) {
    std::string line;
    for (const std::string& argument : row.arguments) line += " " + argument;
    const Outcome outcome = run_with(files, row.arguments);
    EXPECT_EQ(outcome.status, row.status) << line << "\n" << outcome.err;
    if (row.status == 2) {
      EXPECT_EQ(outcome.out, "") << line;
    }
    if (row.status >= 2) {
      EXPECT_TRUE(outcome.err.starts_with("catalint: ")) << line;
    } else {
      EXPECT_EQ(outcome.err, "") << line;
    }
  }
}

TEST(Run, NothingToLintLeavesStandardOutputToTheReport) {
  const FakeFileSystem files = some_files();
  const Outcome outcome =
      run_with(files, {"check", "empty", "--allow-empty", "--format", "json"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_NE(outcome.out.find("\"files\": 0"), std::string::npos);
}

TEST(Run, LintsTheOtherFilesWhereOneCannotBeRead) {
  FakeFileSystem files = some_files();
  files.unreadable = {"good.yaml"};
  const Outcome outcome =
      run_with(files, {"check", "good.yaml", "bad.yaml", "none.yaml"});
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_NE(outcome.out.find("bad.yaml:6:23: error: "), std::string::npos)
      << outcome.out;
  EXPECT_EQ(outcome.err,
            "catalint: none.yaml: there is no such file\n"
            "catalint: good.yaml: permission denied\n");
}

TEST(Run, ReadsStandardInputUnderAName) {
  const FakeFileSystem files = some_files();
  Outcome outcome = run_with(files, {"check", "-"}, kBad);
  EXPECT_EQ(outcome.status, kFindings);
  EXPECT_TRUE(outcome.out.starts_with("<stdin>:6:23: error: ")) << outcome.out;
  outcome =
      run_with(files, {"check", "-", "--stdin-filename", "a/b.yaml"}, kBad);
  EXPECT_TRUE(outcome.out.starts_with("a/b.yaml:6:23: error: ")) << outcome.out;
  EXPECT_EQ(run_with(files, {"check", "-"}, kGood).status, kClean);
}

TEST(Run, ReadsListsFromStandardInput) {
  const FakeFileSystem files = some_files();
  EXPECT_EQ(
      run_with(files, {"check", "--files-from", "-"}, "bad.yaml\n").status,
      kFindings);
  EXPECT_EQ(
      run_with(files, {"check", "--files-from", "-"}, "good.yaml\n").status,
      kClean);
  EXPECT_EQ(run_with(files, {"check", "--files-from", "-"}, "").status, kUsage);
  EXPECT_EQ(run_with(files, {"check", "--files-from", "-", "--allow-empty"}, "")
                .status,
            kClean);
}

TEST(Run, ReadsFilesOfUpTo16MiB) {
  constexpr std::size_t kMost = std::size_t{16} << 20U;
  const TemporaryDirectory directory;
  const std::string fits = kGood + std::string(kMost - kGood.size(), '\n');
  directory.write("fits.yaml", fits);
  directory.write("large.yaml", fits + "\n");
  directory.write("bad.yaml", kBad);
  EXPECT_EQ(run_with(PosixFileSystem(), {"check", "fits.yaml"}).status, kClean);
  const Outcome outcome =
      run_with(PosixFileSystem(), {"check", "large.yaml", "bad.yaml"});
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_EQ(outcome.err,
            "catalint: large.yaml: it is larger than 16 MiB, the most that "
            "catalint reads\n");
  EXPECT_NE(outcome.out.find("bad.yaml:6:23"), std::string::npos);
  EXPECT_EQ(run_with(PosixFileSystem(), {"check", "-"}, fits).status, kClean);
}

TEST(Run, RefusesTooMuchStandardInputAndLintsTheRest) {
  FakeFileSystem files = some_files();
  const Outcome outcome = run_with(files, {"check", "-", "bad.yaml"},
                                   std::string((16U << 20U) + 1, '\n'));
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_NE(outcome.out.find("bad.yaml:6:23"), std::string::npos);
}

TEST(Run, RefusesTooMuchStandardInput) {
  const Outcome outcome = run_with(some_files(), {"check", "-"},
                                   std::string((16U << 20U) + 1, '\n'));
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_EQ(outcome.err,
            "catalint: standard input is larger than 16 MiB, the most that "
            "catalint reads\n");
}

// A stream buffer that takes nothing, as a full disk.
class FullDisk : public std::streambuf {
 protected:
  int_type overflow(int_type /*c*/) override { return traits_type::eof(); }
};

TEST(Run, ReportsThatNothingCanBeWritten) {
  const FakeFileSystem files = some_files();
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"check", "bad.yaml"},
        {"check", "good.yaml", "--format", "json"},
        {"check", "bad.yaml", "--fail-on", "never"},
        {"rules"}}) {
    FullDisk disk;
    std::istringstream in;
    std::ostream out(&disk);
    std::ostringstream err;
    Env env{.arguments = arguments,
            .in = in,
            .out = out,
            .err = err,
            .files = files,
            .variable = [](const std::string&) { return std::nullopt; }};
    EXPECT_EQ(run(env), kFailure) << arguments[0];
    EXPECT_NE(err.str().find("could not be written"), std::string::npos);
  }
}

TEST(Run, IsSilentWhenItsReaderHasGone) {
  const FakeFileSystem files = some_files();
  FullDisk disk;
  std::istringstream in;
  std::ostream out(&disk);
  std::ostringstream err;
  Env env{.arguments = {"check", "bad.yaml"},
          .in = in,
          .out = out,
          .err = err,
          .files = files,
          .variable = [](const std::string&) { return std::nullopt; },
          .reader_is_gone = [] { return true; }};
  EXPECT_EQ(run(env), kFailure);
  EXPECT_EQ(err.str(), "");
}

TEST(Run, HelpThatCannotBeWrittenIsAFailureToo) {
  const FakeFileSystem files;
  for (const char* argument : {"--help", "--version"}) {
    FullDisk disk;
    std::istringstream in;
    std::ostream out(&disk);
    std::ostringstream err;
    Env env{.arguments = {argument},
            .in = in,
            .out = out,
            .err = err,
            .files = files,
            .variable = [](const std::string&) { return std::nullopt; }};
    EXPECT_EQ(run(env), kFailure) << argument;
  }
}

TEST(Run, WritesTheSameBytesWhateverTheNumberOfThreads) {
  FakeFileSystem files;
  for (int i = 0; i < 200; ++i) {
    const std::string n = std::to_string(i);
    files.add(
        "d" + std::to_string(i % 7) + "/" + n + ".catalog-info.yaml",
        entity("n" + std::to_string(i % 150), i % 3 == 0 ? "ABC" : "k" + n) +
            (i % 5 == 0 ? "---\nk: 'v\n" : ""));
  }
  files.unreadable = {"d1/1.catalog-info.yaml", "d3/150.catalog-info.yaml"};
  for (const char* format : {"text", "json", "sarif"}) {
    const auto outcome = [&](const char* jobs) {
      return run_with(files,
                      {"check", ".", "--format", format, "--jobs", jobs});
    };
    const Outcome one = outcome("1");
    EXPECT_EQ(one.status, kFailure);
    for (const char* jobs : {"2", "8", "8", "0"}) {
      const Outcome many = outcome(jobs);
      EXPECT_EQ(many.status, one.status) << format << jobs;
      EXPECT_TRUE(many.out == one.out) << format << jobs;
      EXPECT_EQ(many.err, one.err) << format << jobs;
    }
  }
}

TEST(Run, ColorsForTerminalsUnlessToldOtherwise) {
  const FakeFileSystem files = some_files();
  using Variables = std::map<std::string, std::string>;
  const struct {
    Variables variables;
    bool terminal;
    const char* when;  // --color
    bool colored;
  } rows[] = {
      {{}, false, "auto", false},
      {{}, true, "auto", true},
      {{{"TERM", "dumb"}}, true, "auto", false},
      {{{"TERM", "xterm"}}, true, "auto", true},
      {{{"NO_COLOR", "1"}}, true, "auto", false},
      {{{"NO_COLOR", "0"}}, true, "auto", false},  // any value counts
      {{{"NO_COLOR", ""}}, true, "auto", true},    // but none
      {{{"FORCE_COLOR", "1"}}, false, "auto", true},
      {{{"FORCE_COLOR", "0"}}, false, "auto", false},
      {{{"FORCE_COLOR", ""}}, false, "auto", false},
      {{{"FORCE_COLOR", "1"}, {"TERM", "dumb"}}, false, "auto", true},
      {{{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, true, "auto", false},
      {{{"NO_COLOR", "1"}}, false, "always", true},
      {{{"FORCE_COLOR", "1"}}, true, "never", false},
      {{}, false, "always", true},
      {{}, true, "never", false},
  };
  for (const auto& row : rows) {
    Invocation invocation;
    invocation.arguments = {"check", "bad.yaml", "--color", row.when};
    invocation.variables = row.variables;
    invocation.out_is_terminal = row.terminal;
    invocation.files = &files;
    const std::string out = run_program(invocation).out;
    EXPECT_EQ(out.find('\x1B') != std::string::npos, row.colored)
        << row.when << row.terminal << ::testing::PrintToString(row.variables);
  }
}

TEST(Run, QuietPrintsFindingsAlone) {
  const FakeFileSystem files = some_files();
  const std::string loud = run_with(files, {"check", "bad.yaml"}).out;
  const std::string quiet = run_with(files, {"check", "bad.yaml", "-q"}).out;
  EXPECT_TRUE(loud.starts_with(quiet));
  EXPECT_NE(loud, quiet);
}

// The whole program on a real repository.
TEST(Run, LintsARepository) {
  const TemporaryDirectory directory;
  directory.write("catalog-info.yaml", kGood);
  directory.write("a\nb/catalog-info.yaml", kBad);
  directory.write("ignored/catalog-info.yaml", kBad);
  directory.write("deleted/catalog-info.yaml", kBad);
  directory.write(".gitignore", "ignored\n");
  directory.shell(
      "git init -q . && git add . && rm -r deleted && "
      "ln -s /etc/passwd x.catalog-info.yaml");
  const Outcome outcome = run_with(PosixFileSystem(), {"check"});
  EXPECT_EQ(outcome.status, kFindings) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_TRUE(outcome.out.starts_with("a\\nb/catalog-info.yaml:6:23: error: "))
      << outcome.out;
  EXPECT_TRUE(outcome.out.ends_with(" in 1 of 2 files\n")) << outcome.out;
}

}  // namespace
}  // namespace catalint
