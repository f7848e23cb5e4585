#include "fix/fixer.h"

#include "rules/lint_text.h"

namespace catalint {
namespace {

FixedFile fixed_with(const std::shared_ptr<const RuleSet>& rules,
                     const std::string& text) {
  const Linter linter(rules);
  const Fixer fixer(
      linter, [](FileReport&) {}, Fixable::kSafe);
  return fixer.fix(linter.lint("x.yaml", text));
}

TEST(Fixer, GoesOnUntilNothingIsLeftToFix) {
  const auto rules = rules_of(R"(pack: p
rules:
- id: p/r
  what: w
  why: y
  checks:
  - at: [k]
    cases:
    - {when: '^a$', message: m, fix: {do: replace, with: b, safety: safe, title: t}}
    - {when: '^b$', message: m, fix: {do: replace, with: c, safety: safe, title: t}}
)");
  const FixedFile fixed = fixed_with(rules, "k: a # why\r\n");
  EXPECT_EQ(fixed.bytes, "k: c # why\r\n");
  EXPECT_EQ(fixed.fixes, 2U);
  EXPECT_EQ(fixed.refusal, "");
  EXPECT_EQ(findings(fixed.report), "");
}

TEST(Fixer, ChangesNothingWhereFixesFindNoEnd) {
  const auto rules = rules_of(R"(pack: p
rules:
- id: p/r
  what: w
  why: y
  checks:
  - at: [k]
    cases:
    - {when: '^a$', message: m, fix: {do: replace, with: b, safety: safe, title: t}}
    - {when: '^b$', message: m, fix: {do: replace, with: a, safety: safe, title: t}}
)");
  const FixedFile fixed = fixed_with(rules, "k: a\n");
  EXPECT_EQ(fixed.bytes, "k: a\n");
  EXPECT_EQ(fixed.fixes, 0U);
  EXPECT_EQ(fixed.refusal,
            "its fixes call for one another without end, so none was made; "
            "please report this");
  EXPECT_EQ(findings(fixed.report), "1:4 p/r: m");
}

TEST(Fixer, ChangesNothingThatBackstageWouldTakeNoLonger) {
  const auto rules = rules_of(R"(pack: p
rules:
- id: p/a
  what: w
  why: y
  checks:
  - at: [k]
    cases:
    - {when: '^a$', message: m, loses: nothing, fix: {do: replace, with: b, safety: safe, title: t}}
- id: p/b
  what: w
  why: y
  loses: entity
  checks:
  - at: [k]
    cases:
    - {when: '^b$', message: lost}
)");
  const FixedFile fixed = fixed_with(rules, "k: a\n");
  EXPECT_EQ(fixed.bytes, "k: a\n");
  EXPECT_EQ(fixed.refusal,
            "its fixes would bring out a mistake for which Backstage drops an "
            "entity that it takes now, so none was made");
}

TEST(Fixer, FixesNoFindingThatIsNotWanted) {
  const auto rules = builtin_rules();
  const Linter linter(rules);
  const Fixer fixer(
      linter, [](FileReport& report) { report.diagnostics.clear(); },
      Fixable::kUnsafe);
  FileReport report = linter.lint("x.yaml", "kind: 5\n");
  report.diagnostics.clear();
  EXPECT_EQ(fixer.fix(std::move(report)).bytes, "kind: 5\n");
}

}  // namespace
}  // namespace catalint
