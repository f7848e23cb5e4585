// Each folder of fixtures/cli is one run of the program in a copy of it, which
// is in no repository: `arguments` (one a line), `stdin`, and what is expected
// in `stdout`, `stderr` and `status`. `outputs/NAME` is what the file NAME
// holds afterwards. The goldens say {VERSION} for the program's version.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "catalint/version.h"
#include "support/golden.h"
#include "support/run_program.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string replace_all(std::string text, std::string_view old,
                        std::string_view with) {
  for (std::size_t at = text.find(old); at != std::string::npos;
       at = text.find(old, at + with.size())) {
    text.replace(at, old.size(), with);
  }
  return text;
}

void expect_output(const fs::path& golden, const std::string& actual) {
  const std::string expected = read_bytes(golden);
  // The version may be part of another number, so the golden is filled in
  // before the output is made like it.
  const bool same = replace_all(expected, "{VERSION}", kVersion) == actual;
  expect_golden(golden,
                same ? expected : replace_all(actual, kVersion, "{VERSION}"));
}

TEST(CliFixtures, PrintWhatIsWritten) {
  std::vector<fs::path> cases;
  for (const auto& entry :
       fs::directory_iterator(source_directory() / "fixtures" / "cli")) {
    cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  ASSERT_FALSE(cases.empty());
  const fs::path before = fs::current_path();
  for (const fs::path& folder : cases) {
    SCOPED_TRACE(folder.filename());
    ASSERT_TRUE(fs::exists(folder / "arguments"));
    const TemporaryDirectory copy;
    fs::copy(folder, copy.path(), fs::copy_options::recursive);
    fs::current_path(copy.path());
    const Outcome outcome =
        run_program({.arguments = lines_of(read_bytes("arguments")),
                     .in = read_bytes("stdin")});
    expect_output(folder / "stdout", outcome.out);
    expect_output(folder / "stderr", outcome.err);
    expect_golden(folder / "status", std::to_string(outcome.status) + "\n");
    if (!fs::exists(folder / "outputs")) continue;
    for (const auto& output : fs::directory_iterator(folder / "outputs")) {
      expect_output(output.path(), read_bytes(output.path().filename()));
    }
  }
  fs::current_path(before);
}

}  // namespace
}  // namespace catalint
