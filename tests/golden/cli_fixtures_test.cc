// Each folder of fixtures/cli is one run of the program in that folder:
// `arguments` (one a line), `stdin`, and what is expected in `stdout`, `stderr`
// and `status`.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "support/golden.h"
#include "support/run_program.h"

namespace catalint {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
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
    fs::current_path(folder);
    const Outcome outcome =
        run_program({.arguments = lines_of(read_bytes("arguments")),
                     .in = read_bytes("stdin")});
    expect_golden(folder / "stdout", outcome.out);
    expect_golden(folder / "stderr", outcome.err);
    expect_golden(folder / "status", std::to_string(outcome.status) + "\n");
  }
  fs::current_path(before);
}

}  // namespace
}  // namespace catalint
