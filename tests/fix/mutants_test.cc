// Fixes of many descriptors with typing mistakes: the text still parses, keeps
// its comments, has no new findings, and a second round has nothing to do.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>

#include "fix/fixer.h"
#include "rules/lint_text.h"
#include "support/comments_in.h"
#include "support/golden.h"

namespace catalint {
namespace {

// One or two mistakes, as fingers make them.
std::string mutant_of(std::string text, std::mt19937& random) {
  const auto below = [&](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most - 1)(random);
  };
  static const std::vector<std::string> kPieces = {
      " ", "\"", "'",      "#",     ":",  "-",   "\t", "\n",
      "7", "x",  "# why ", "\r\n",  "~",  "{",   "]",  "&a ",
      "|", "*a", "\u200B", "true ", "<x", "\xFF"};
  for (std::size_t count = 1 + below(2); count > 0 && !text.empty(); --count) {
    const std::size_t at = below(text.size());
    switch (below(3)) {
      case 0:
        text.erase(at, 1 + below(3));
        break;
      case 1:
        text.insert(at, kPieces[below(kPieces.size())]);
        break;
      default:
        text.replace(at, 1, kPieces[below(kPieces.size())]);
    }
  }
  return text;
}

std::size_t errors_of_syntax(const FileReport& report) {
  return static_cast<std::size_t>(std::count_if(
      report.diagnostics.begin(), report.diagnostics.end(),
      [](const Diagnostic& found) { return found.rule->id == "yaml/syntax"; }));
}

void expect_sound(const Fixer& fixer, const Linter& linter,
                  const std::string& text, bool may_uncover,
                  std::size_t& refusals) {
  FileReport before = linter.lint("x.yaml", text);
  const std::size_t findings_before = before.diagnostics.size();
  const std::size_t syntax_before = errors_of_syntax(before);
  const FixedFile fixed = fixer.fix(std::move(before));
  if (!fixed.refusal.empty()) {
    // A mistake that another one hid.
    EXPECT_EQ(fixed.bytes, text);
    ++refusals;
    return;
  }
  EXPECT_LE(errors_of_syntax(fixed.report), syntax_before);
  // What comes to stand in its place is read, with the mistakes in it.
  if (!may_uncover) {
    EXPECT_LE(fixed.report.diagnostics.size(), findings_before);
  }
  EXPECT_EQ(comments_in(fixed.bytes), comments_in(text));
  const FixedFile again = fixer.fix(linter.lint("x.yaml", fixed.bytes));
  EXPECT_EQ(again.bytes, fixed.bytes);
}

TEST(FixMutants, AreSound) {
  namespace fs = std::filesystem;
  // CATALINT_MUTANTS=100 takes minutes, and finds more.
  const char* wanted = std::getenv("CATALINT_MUTANTS");
  const auto mutants =
      static_cast<std::size_t>(wanted == nullptr ? 4 : std::atoi(wanted));
  const auto rules = builtin_rules();
  const Linter linter(rules);
  const Fixer safe(
      linter, [](FileReport&) {}, Fixable::kSafe);
  const Fixer unsafe(
      linter, [](FileReport&) {}, Fixable::kUnsafe);
  std::vector<fs::path> paths;
  for (const char* folder : {"fixtures/rules", "fixtures/demo"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(source_directory() / folder)) {
      if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  ASSERT_GT(paths.size(), 100U);
  std::size_t refusals = 0;
  for (const fs::path& path : paths) {
    const std::string text = read_bytes(path);
    // Seeded by the name, so that a new fixture changes no other's mutants.
    const std::string name = path.filename().string();
    std::seed_seq seed(name.begin(), name.end());
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < mutants; ++i) {
      const std::string mutant = i == 0 ? text : mutant_of(text, random);
      SCOPED_TRACE(path.string() + "\n" + mutant);
      expect_sound(safe, linter, mutant, false, refusals);
      expect_sound(unsafe, linter, mutant, true, refusals);
      if (testing::Test::HasFailure()) return;
    }
  }
  EXPECT_LT(refusals * 200, paths.size() * mutants);
}

}  // namespace
}  // namespace catalint
