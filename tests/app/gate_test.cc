// Where a baseline is written, and where it is not.
#include "app/gate.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/gated_repository.h"

namespace catalint {
namespace {

using GateTest = GatedRepository;

TEST_F(GateTest, WritesNothingAfterAFailure) {
  const std::string before = baseline();
  const struct {
    const char* path;
    const char* error;
  } rows[] = {
      {"none", "none: there is no such file"},
      {"large.yaml",
       "large.yaml: it is larger than 16 MiB, the most that catalint reads"},
  };
  directory_.shell("truncate -s 17M large.yaml");
  for (const auto& row : rows) {
    for (const char* baseline_path : {"b.json", "new.json"}) {
      const Outcome outcome =
          run_in(".", {"x", row.path, "--write-baseline", baseline_path});
      EXPECT_EQ(outcome.status, kFailure);
      EXPECT_EQ(outcome.err, "catalint: " + std::string(row.error) +
                                 "\ncatalint: the baseline `" + baseline_path +
                                 "` was not written, since something else "
                                 "could not be read or written\n");
    }
  }
  EXPECT_EQ(baseline(), before);
  EXPECT_FALSE(std::filesystem::exists("new.json"));
  // Nothing to lint is nothing to write of.
  directory_.shell("mkdir w");
  EXPECT_EQ(run_in(".", {"w", "--write-baseline", "b.json"}).status, kUsage);
  EXPECT_EQ(baseline(), before);
  EXPECT_EQ(
      run_in(".", {"w", "--write-baseline", "b.json", "--allow-empty"}).status,
      kClean);
  EXPECT_EQ(baseline(), baseline_of({}));
}

TEST_F(GateTest, SaysBeforeLintingThatABaselineCannotBeWritten) {
  directory_.shell(
      "sed -i s/shop/SHOP/ x/catalog-info.yaml && chmod 444 b.json && "
      "ln -s nowhere link && ln -s b.json good-link && mkfifo fifo");
  const std::string before = baseline();
  const struct {
    std::vector<std::string> arguments;
    const char* error;
  } rows[] = {
      {{"--write-baseline", "b.json"},
       "`b.json` cannot be written: it is "
       "read-only"},
      {{"--write-baseline", "good-link"},
       "`good-link` cannot be written: it is read-only"},
      {{"--prune-baseline"}, "`b.json` cannot be written: it is read-only"},
      {{"--write-baseline", "link"},
       "`link` cannot be written: it is a link that leads nowhere"},
      {{"--write-baseline", "fifo"},
       "`fifo` cannot be written: it is not a regular file"},
      {{"--write-baseline", "/dev/null"},
       "`/dev/null` cannot be written: it is not a regular file"},
      {{"--write-baseline", "x"}, "`x` cannot be written: it is a directory"},
      {{"--write-baseline", "none/b.json"},
       "`none/b.json` cannot be written: there is no directory `none`"},
  };
  for (const auto& row : rows) {
    const Outcome outcome = run_in(".", row.arguments);
    EXPECT_EQ(outcome.status, kFailure);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err,
              "catalint: the baseline " + std::string(row.error) + "\n");
  }
  EXPECT_EQ(baseline(), before);
  // To read it is enough otherwise.
  EXPECT_EQ(run_in(".", {}).status, kClean);
}

}  // namespace
}  // namespace catalint
