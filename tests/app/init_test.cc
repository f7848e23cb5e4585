#include "app/init.h"

#include <gtest/gtest.h>

#include <sstream>

#include "app/config.h"
#include "app/fake_file_system.h"
#include "support/run_program.h"

namespace catalint {
namespace {

// The options without the `#` before them.
std::string uncommented(const std::string& starter) {
  std::istringstream in(starter);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    const bool is_option =
        line.starts_with("#") && line.size() > 1 &&
        (line[1] != ' ' || (line.size() > 2 && line[2] == ' '));
    out += (is_option ? line.substr(1) : line) + "\n";
  }
  return out;
}

Outcome init_with(const FakeFileSystem& files) {
  Invocation invocation;
  invocation.arguments = {"init"};
  invocation.files = &files;
  return run_program(invocation);
}

TEST(Init, WritesAStarterThatLoads) {
  FakeFileSystem files;
  const Outcome outcome = init_with(files);
  EXPECT_EQ(outcome.status, kClean);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(files.files[".catalint.yaml"], starter_config());
  const auto config = find_config(files);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_TRUE(config->files.empty() && config->settings.empty());
}

TEST(Init, ShowsEveryOptionWithAnExample) {
  const auto config =
      parse_config(".catalint.yaml", "/r", uncommented(starter_config()));
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->files.size(), 2U);
  EXPECT_EQ(config->exclude.size(), 2U);
  EXPECT_EQ(config->severities.size(), 2U);
  EXPECT_EQ(config->kinds.size(), 2U);
  EXPECT_EQ(config->packs.size(), 1U);
  EXPECT_EQ(config->baseline, ".catalint-baseline.json");
  EXPECT_EQ(config->settings.size(), 4U);
}

TEST(Init, LeavesWhatIsThere) {
  FakeFileSystem files;
  files.add(".catalint.yaml", "kinds: [Mine]\n");
  const Outcome outcome = init_with(files);
  EXPECT_EQ(outcome.status, kUsage);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "catalint: .catalint.yaml is there already, and stays as it is; "
            "docs/configuration.md lists every option\n");
  EXPECT_EQ(files.files[".catalint.yaml"], "kinds: [Mine]\n");
}

TEST(Init, SaysWhenItCannotWrite) {
  FakeFileSystem files;
  files.unwritable.insert(".catalint.yaml");
  const Outcome outcome = init_with(files);
  EXPECT_EQ(outcome.status, kFailure);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "catalint: .catalint.yaml could not be written: permission "
            "denied\n");
}

}  // namespace
}  // namespace catalint
