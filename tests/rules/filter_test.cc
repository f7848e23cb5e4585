#include "rules/filter.h"

#include "report/report.h"
#include "rules/lint_text.h"

namespace catalint {
namespace {

constexpr const char* kPack = R"(pack: p
rules:
- id: p/a
  what: w
  why: y
  loses: entity
  checks:
  - {at: ["*"], cases: [{when: a}], message: "{key}"}
- id: p/b
  what: w
  why: y
  checks:
  - {at: ["*"], cases: [{when: b}], message: "{key}"}
  unless: {same-value: p/a}
- id: p/twice
  what: w
  why: y
  checks:
  - {duplicate-entity: true, message: "{value}"}
- id: p/syntax
  what: w
  why: y
  loses: file
  checks:
  - {problem: syntax, message: "{detail}"}
)";

constexpr const char* kOwnPack = R"(pack: catalint
rules:
- id: catalint/syntax
  what: w
  why: y
  checks:
  - {suppression: syntax, message: "{detail}"}
- id: catalint/unknown
  what: w
  why: y
  checks:
  - {suppression: unknown-rule, message: "{value}{detail}"}
- id: catalint/unused
  what: w
  why: y
  checks:
  - {suppression: unused, message: "{value}"}
)";

const std::shared_ptr<const RuleSet>& rules() {
  static const auto kRules =
      load_rules({{"p.yaml", kPack}, {"catalint.yaml", kOwnPack}});
  EXPECT_TRUE(kRules) << kRules.error().message;
  return *kRules;
}

// The findings, and behind ` / ` those that are left out with their reasons.
std::string dump(const FileReport& report) {
  std::string out = findings(report);
  for (const Diagnostic& found : report.suppressed) {
    EXPECT_TRUE(found.suppression.has_value());
    out +=
        " / " + found.rule->id + " (" + found.suppression->justification + ")";
  }
  return out;
}

std::vector<FileReport> filtered(const std::vector<std::string>& texts,
                                 const std::vector<std::string>& ignore = {}) {
  const Linter linter(rules());
  const FindingFilter filter(*rules(),
                             *Selection::parse({}, ignore, rules()->ids()));
  std::vector<FileReport> files;
  for (const std::string& text : texts) {
    files.push_back(linter.lint(std::to_string(files.size()) + ".yaml", text));
    filter.apply(files.back());
    filter.judge_comments(files.back());
  }
  linter.lint_together(files);
  for (FileReport& file : files) filter.apply(file);
  return files;
}

TEST(FindingFilter, LeavesOutWhatCommentsIgnore) {
  const struct {
    const char* text;
    const char* dump;
  } rows[] = {
      {"k: a\nl: a # catalint: ignore[p/a] why\nm: b\n",
       "1:4 p/a: k; 3:4 p/b: m / p/a (why)"},
      {"# catalint: ignore-file[p/*] all\nk: a # catalint: ignore[p/a] this\n"
       "l: b\n",
       " / p/a (this) / p/b (all)"},
      // without a reason it counts for nothing
      {"k: a # catalint: ignore[p/a]\n",
       "1:4 p/a: k; 1:8 catalint/syntax: it gives no reason"},
      {"k: a # catalint: ignore[p/a, p/aa] why\n",
       "1:30 catalint/unknown: `p/aa`; did you mean `p/a`? / p/a (why)"},
      {"k: a # catalint: ignore[p/a, q/*] why\n",
       "1:30 catalint/unknown: `q/*` / p/a (why)"},
      {"k: c # catalint: ignore[p/a, p/b] why\n",
       "1:25 catalint/unused: `p/a`; 1:30 catalint/unused: `p/b`"},
      // explained by p/a, p/b is there all the same
      {"k: ab # catalint: ignore[p/b] why\n", "1:4 p/a: k"},
      // its own rules: ids alone
      {"k: c # catalint: ignore[p/b, *] why\n", "1:25 catalint/unused: `p/b`"},
      {"k: c # catalint: ignore[p/b, catalint/*] why\n",
       "1:25 catalint/unused: `p/b`; 1:30 catalint/unused: `catalint/*`"},
      {"k: c # catalint: ignore[p/b, catalint/unused] why\n",
       " / catalint/unused (why)"},
      {"k: c # catalint: ignore[catalint/unused] why\n", ""},
      {"# catalint: ignore[q/a, catalint/unknown] why\nk: c\n",
       " / catalint/unknown (why)"},
      // a file that is lost is not judged whole
      {"k: b # catalint: ignore[p/a] why\nl: 'm\n",
       "2:4 p/syntax: the quote that opens here is never closed"},
      {"k: c # catalint: ignore[p/a] why\nl: 'm # catalint: ignore[*] no\n",
       " / p/syntax (no)"},
      {"k: 'c # catalint: ignore[q/zz]\n",
       "1:4 p/syntax: the quote that opens here is never closed"},
      // what other files decide
      {"k: c # catalint: ignore[p/twice] why\n", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump(filtered({row.text}).front()), row.dump) << row.text;
  }
}

TEST(FindingFilter, JudgesCommentsByTheRulesThatAreOn) {
  const char* const text =
      "# catalint: ignore-file[p/?] all\nk: c # catalint: ignore[p/a] why\n"
      "l: c # catalint: ignore[p/b] why\nm: c # catalint: ignore[q/bbb] why\n";
  const struct {
    std::vector<std::string> ignore;
    const char* dump;
  } rows[] = {
      {{},
       "1:25 catalint/unused: `p/?`; 2:25 catalint/unused: `p/a`; "
       "3:25 catalint/unused: `p/b`; 4:25 catalint/unknown: `q/bbb`"},
      {{"p/a"}, "3:25 catalint/unused: `p/b`; 4:25 catalint/unknown: `q/bbb`"},
      {{"p/*"}, "4:25 catalint/unknown: `q/bbb`"},
      {{"catalint/unused"}, "4:25 catalint/unknown: `q/bbb`"},
      {{"catalint/*"}, ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump(filtered({text}, row.ignore).front()), row.dump);
  }
}

TEST(FindingFilter, LeavesOutWhatOtherFilesBringOut) {
  const std::string text =
      "kind: K\nmetadata:\n  name: n # catalint: ignore[p/twice] moving\n";
  const auto files = filtered({text, text});
  EXPECT_EQ(dump(files[0]), "");
  EXPECT_EQ(dump(files[1]), " / p/twice (moving)");
}

TEST(FindingFilter, KeepsVerdicts) {
  const auto files = filtered({"k: a # catalint: ignore[p/a] why\n",
                               "k: 'a # catalint: ignore[p/syntax] why\n"});
  EXPECT_TRUE(files[0].loads);
  EXPECT_FALSE(files[0].entities.at(0).ingested);
  EXPECT_FALSE(files[1].loads);
  EXPECT_EQ(dump(files[1]), " / p/syntax (why)");
}

// A comment shows in the finding about it, and it may hold anything.
TEST(FindingFilter, MasksSecretsInComments) {
  const auto files =
      filtered({"k: c # catalint: ignore[Bearer tttttttttttttttt] Bearer "
                "uuuuuuuuuuuuuuuu\n"});
  EXPECT_EQ(dump(files[0]), "1:25 catalint/unknown: `Bearer tttt\u2026`");
  EXPECT_EQ(masked_text(files[0], files[0].source->line_span(1)),
            "k: c # catalint: ignore[Bearer tttt\u2026] Bearer uuuu\u2026");
}

TEST(FindingFilter, KnowsWhatItJudges) {
  const struct {
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    const char* rule;
    const char* subject;
    bool has_all_files;
    bool judges;
  } rows[] = {
      {{}, {}, "p/a", "", false, true},
      {{}, {"p/a"}, "p/a", "", true, false},
      {{"p/b"}, {}, "p/a", "", true, false},
      {{"p/a"}, {}, "p/a", "", false, true},
      // other files decide
      {{}, {}, "p/twice", "", false, false},
      {{}, {}, "p/twice", "", true, true},
      // a rule that its pack lost, and one of a pack that nobody read
      {{}, {}, "p/none", "", true, true},
      {{}, {}, "q/none", "", true, false},
      {{}, {}, "p", "", true, false},
      // other rules decide
      {{}, {}, "catalint/unused", "p/a", false, true},
      {{}, {"p/b"}, "catalint/unused", "p/a", false, true},
      {{}, {"p/b"}, "catalint/unused", "p/*", false, false},
      {{"catalint/*"}, {}, "catalint/unused", "p/a", true, false},
      {{"catalint/*"}, {}, "catalint/unknown", "p/x", true, true},
  };
  for (const auto& row : rows) {
    const auto selection =
        Selection::parse(row.select, row.ignore, rules()->ids());
    ASSERT_TRUE(selection);
    const FindingFilter filter(*rules(), *selection);
    EXPECT_EQ(filter.judges(row.rule, row.subject, row.has_all_files),
              row.judges)
        << row.rule << " " << row.subject;
  }
}

}  // namespace
}  // namespace catalint
