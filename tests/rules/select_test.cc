#include "rules/select.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

const std::vector<std::string> kKnown = {"jira/jql", "jira/secret",
                                         "yaml/empty", "yaml/syntax"};

using Ids = std::vector<std::string>;

std::string wanted(const Ids& select, const Ids& ignore) {
  const auto selection = Selection::parse(select, ignore, kKnown);
  if (!selection) return selection.error().message;
  std::string out;
  for (const std::string& id : kKnown) {
    if (selection->wants(id)) out += (out.empty() ? "" : " ") + id;
  }
  return out;
}

TEST(Selection, WantsWhatIsSelectedAndNotIgnored) {
  const struct {
    Ids select;
    Ids ignore;
    const char* wanted;
  } rows[] = {
      {{}, {}, "jira/jql jira/secret yaml/empty yaml/syntax"},
      {{"jira/*"}, {}, "jira/jql jira/secret"},
      {{"jira/jql", "yaml/empty"}, {}, "jira/jql yaml/empty"},
      {{"*"}, {"yaml/*"}, "jira/jql jira/secret"},
      {{}, {"*/s*"}, "jira/jql yaml/empty"},
      {{}, {"yaml/empty"}, "jira/jql jira/secret yaml/syntax"},
      // an id written out beats a pattern; else the ignored one stays ignored
      {{"jira/*"}, {"jira/jql"}, "jira/secret"},
      {{"jira/jql"}, {"jira/*"}, "jira/jql"},
      {{"jira/*"}, {"jira/*"}, ""},
      {{"jira/jql"}, {"jira/jql"}, ""},
      {{"jira/jql", "jira/*"}, {"jira/j*"}, "jira/jql jira/secret"},
      // unknown
      {{"jira/jqll"},
       {},
       "no rule is called `jira/jqll`; `catalint rules` lists all rules; did "
       "you mean `jira/jql`?"},
      {{},
       {"github/*"},
       "no rule is called `github/*`; `catalint rules` lists all rules"},
      {{""}, {}, "no rule is called ``; `catalint rules` lists all rules"},
      {{"Jira/*"},
       {},
       "no rule is called `Jira/*`; `catalint rules` lists all rules"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(wanted(row.select, row.ignore), row.wanted);
  }
}

TEST(Selection, DropsDiagnosticsAndKeepsVerdicts) {
  RuleInfo jql;
  jql.id = "jira/jql";
  RuleInfo syntax;
  syntax.id = "yaml/syntax";
  FileReport report;
  report.loads = false;
  for (const RuleInfo* rule : {&jql, &syntax, &jql}) {
    Diagnostic diagnostic;
    diagnostic.rule = rule;
    report.diagnostics.push_back(diagnostic);
  }
  Selection().apply(report);
  EXPECT_EQ(report.diagnostics.size(), 3U);
  const auto selection = Selection::parse({}, {"yaml/*"}, kKnown);
  ASSERT_TRUE(selection);
  selection->apply(report);
  ASSERT_EQ(report.diagnostics.size(), 2U);
  EXPECT_EQ(report.diagnostics[1].rule, &jql);
  EXPECT_FALSE(report.loads);
}

}  // namespace
}  // namespace catalint
