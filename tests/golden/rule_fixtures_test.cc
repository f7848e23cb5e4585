// Every rule has fixtures/rules/PACK/RULE with bad*.yaml, on which it fires
// (the whole report lies beside it as .txt, and what its fixes make of it as
// .fixed.yaml), and good*.yaml, on which no rule does. What is known of a Jira
// stands in its known-projects.json and, as lines of a query, a tab and what
// Jira has against it, in its refused-queries.txt.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "catalint/lint.h"
#include "fix/fixer.h"
#include "jira/known_projects.h"
#include "report/format.h"
#include "rules/filter.h"
#include "rules/pack.h"
#include "support/golden.h"

namespace catalint {
namespace {

namespace fs = std::filesystem;

// Diagnostics point into the rules, so one set lives as long as the tests.
const std::shared_ptr<const RuleSet>& builtin_rules() {
  static const std::shared_ptr<const RuleSet> kRules =
      *load_rules(builtin_packs());
  return kRules;
}

std::shared_ptr<const JiraFacts> facts_of(const fs::path& folder) {
  const fs::path list = folder / "known-projects.json";
  if (!fs::exists(list)) return nullptr;
  auto facts = parse_known_projects(read_bytes(list));
  if (!facts) {
    ADD_FAILURE() << list << ": " << facts.error().message;
    return nullptr;
  }
  std::istringstream lines(read_bytes(folder / "refused-queries.txt"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    facts->queries[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return std::make_shared<JiraFacts>(std::move(*facts));
}

const FindingFilter& filter() {
  static const FindingFilter kFilter(*builtin_rules(), Selection());
  return kFilter;
}

Report report_of(const fs::path& path) {
  Report report;
  const Linter linter(builtin_rules(), facts_of(path.parent_path()));
  report.files.push_back(
      linter.lint(path.filename().string(), read_bytes(path)));
  linter.lint_together(report.files);
  filter().apply(report.files.front());
  filter().judge_comments(report.files.front());
  return report;
}

std::string text_of(const Report& report) {
  std::ostringstream out;
  render_text(report, {}, out);
  return out.str();
}

std::vector<fs::path> fixtures(const fs::path& folder,
                               const std::string& prefix) {
  std::vector<fs::path> found;
  if (!fs::is_directory(folder)) return found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix) && name.ends_with(".yaml") &&
        !name.ends_with(".fixed.yaml")) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

fs::path folder_of(const std::string& id) {
  return source_directory() / "fixtures" / "rules" / id;
}

TEST(RuleFixtures, EveryRuleHasBadAndGoodOnes) {
  for (const std::string& id : builtin_rules()->ids()) {
    EXPECT_FALSE(fixtures(folder_of(id), "bad").empty()) << id;
    EXPECT_FALSE(fixtures(folder_of(id), "good").empty()) << id;
  }
}

TEST(RuleFixtures, EveryFolderIsOfARule) {
  const auto ids = builtin_rules()->ids();
  const fs::path root = source_directory() / "fixtures" / "rules";
  for (const auto& pack : fs::directory_iterator(root)) {
    for (const auto& rule : fs::directory_iterator(pack.path())) {
      const std::string id = fs::relative(rule.path(), root).string();
      EXPECT_NE(std::find(ids.begin(), ids.end(), id), ids.end()) << id;
    }
  }
}

TEST(RuleFixtures, BadOnesAreReportedAsWritten) {
  for (const std::string& id : builtin_rules()->ids()) {
    for (const fs::path& path : fixtures(folder_of(id), "bad")) {
      SCOPED_TRACE(path);
      const Report report = report_of(path);
      const auto& diagnostics = report.files.front().diagnostics;
      EXPECT_TRUE(std::any_of(
          diagnostics.begin(), diagnostics.end(),
          [&](const Diagnostic& found) { return found.rule->id == id; }));
      expect_golden(fs::path(path).replace_extension(".txt"), text_of(report));
    }
  }
}

// bad.fixed.yaml is what --fix --unsafe-fixes makes of bad.yaml.
TEST(RuleFixtures, BadOnesAreFixedAsWritten) {
  for (const Rule& rule : builtin_rules()->rules) {
    const Linter linter(builtin_rules(), facts_of(folder_of(rule.info.id)));
    const Fixer fixer(
        linter, [](FileReport& report) { filter().apply(report); },
        Fixable::kUnsafe);
    bool has_fix = false;
    for (const fs::path& path : fixtures(folder_of(rule.info.id), "bad")) {
      SCOPED_TRACE(path);
      Report report = report_of(path);
      const auto& diagnostics = report.files.front().diagnostics;
      has_fix =
          has_fix || std::any_of(diagnostics.begin(), diagnostics.end(),
                                 [&](const Diagnostic& found) {
                                   return found.rule == &rule.info && found.fix;
                                 });
      const fs::path golden = fs::path(path).replace_extension(".fixed.yaml");
      const FixedFile fixed = fixer.fix(std::move(report.files.front()));
      EXPECT_EQ(fixed.refusal, "");
      if (fixed.fixes > 0) {
        expect_golden(golden, fixed.bytes);
      } else {
        EXPECT_FALSE(fs::exists(golden)) << golden << " is of no use";
      }
    }
    EXPECT_EQ(has_fix, rule.info.fixable != Fixable::kNo) << rule.info.id;
  }
}

TEST(RuleFixtures, GoodOnesAreSilent) {
  for (const std::string& id : builtin_rules()->ids()) {
    for (const fs::path& path : fixtures(folder_of(id), "good")) {
      SCOPED_TRACE(path);
      EXPECT_EQ(text_of(report_of(path)), "");
    }
  }
}

}  // namespace
}  // namespace catalint
