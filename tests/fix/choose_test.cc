#include "fix/choose.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

// A diagnostic with a fix; each edit is {begin, end, text}.
Diagnostic with_fix(std::vector<Edit> edits, Fixable safety = Fixable::kSafe) {
  Diagnostic diagnostic;
  diagnostic.fix = Fix{"t", safety, std::move(edits)};
  return diagnostic;
}

struct Row {
  const char* name;
  std::vector<std::vector<Edit>> fixes;
  const char* text;  // "0123456789" with the edits made
  std::size_t count;
};

TEST(ChooseFixes, TakesWhatDoesNotOverlap) {
  const std::vector<Row> rows = {
      {"none", {}, "0123456789", 0},
      {"one", {{{{2, 4}, "x"}}}, "01x456789", 1},
      {"neighbours", {{{{2, 4}, "x"}}, {{{4, 6}, "y"}}}, "01xy6789", 2},
      {"out of order", {{{{4, 6}, "y"}}, {{{2, 4}, "x"}}}, "01xy6789", 2},
      {"overlapping", {{{{2, 5}, "x"}}, {{{4, 6}, "y"}}}, "01x56789", 1},
      {"inside", {{{{2, 8}, "x"}}, {{{4, 6}, "y"}}}, "01x89", 1},
      {"around", {{{{4, 6}, "y"}}, {{{2, 8}, "x"}}}, "0123y6789", 1},
      {"the same twice", {{{{2, 4}, "x"}}, {{{2, 4}, "x"}}}, "01x456789", 2},
      {"another text", {{{{2, 4}, "x"}}, {{{2, 4}, "y"}}}, "01x456789", 1},
      {"insertions at one place",
       {{{{2, 2}, "x"}}, {{{2, 2}, "y"}}},
       "01x23456789",
       1},
      {"an insertion at an edge",
       {{{{2, 4}, "x"}}, {{{4, 4}, "y"}}},
       "01x456789",
       1},
      {"all of its edits or none",
       {{{{2, 4}, "x"}}, {{{3, 5}, "y"}, {{8, 9}, "z"}}},
       "01x456789",
       1},
      {"edits that touch within one fix",
       {{{{2, 4}, ""}, {{4, 4}, "x"}}},
       "01x456789",
       1},
  };
  for (const Row& row : rows) {
    std::vector<Diagnostic> diagnostics;
    for (const auto& edits : row.fixes) diagnostics.push_back(with_fix(edits));
    const Choice choice = choose_fixes(diagnostics, Fixable::kSafe);
    EXPECT_EQ(splice("0123456789", choice.edits), row.text) << row.name;
    EXPECT_EQ(choice.fixes, row.count) << row.name;
  }
}

TEST(ChooseFixes, LeavesRiskyOnesUnlessTheyAreAskedFor) {
  const std::vector<Diagnostic> diagnostics = {
      with_fix({{{2, 4}, "x"}}, Fixable::kUnsafe), with_fix({{{3, 5}, "y"}})};
  EXPECT_EQ(
      splice("0123456789", choose_fixes(diagnostics, Fixable::kSafe).edits),
      "012y56789");
  EXPECT_EQ(
      splice("0123456789", choose_fixes(diagnostics, Fixable::kUnsafe).edits),
      "01x456789");
}

}  // namespace
}  // namespace catalint
