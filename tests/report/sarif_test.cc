#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "report/make_report.h"

namespace catalint {
namespace {

using Json = nlohmann::json;

Json sarif_of(const Report& report) {
  std::ostringstream out;
  render_sarif(report, {}, out);
  return Json::parse(out.str());
}

Json result_of(const std::string& path, const std::string& bytes,
               const Diagnostic& diagnostic) {
  const Json sarif = sarif_of(report_of(file_with(path, bytes, {diagnostic})));
  return sarif["runs"][0]["results"][0];
}

TEST(Sarif, RegionsLieOnOneLine) {
  const struct {
    const char* bytes;
    Span span;
    const char* region;  // line:column-line:column
  } rows[] = {
      {"k: v\n", {3, 4}, "1:4-1:5"},
      {"k: |\n  a\n  b\nl: m\n", {3, 13}, "1:4-1:5"},
      {"k: 'a\r\n  b'\r\n", {3, 11}, "1:4-1:6"},
      {"é: 😀x\n", {4, 9}, "1:4-1:6"},
      {"", {0, 0}, "1:1-1:1"},
      {"k:\nl:\n", {3, 5}, "2:1-2:3"},
      {"\uFEFFk: v\n", {3, 4}, "1:1-1:2"},
  };
  for (const auto& row : rows) {
    const Json region = result_of(
        "x", row.bytes,
        diagnostic_at(row.span))["locations"][0]["physicalLocation"]["region"];
    EXPECT_EQ(region["startLine"].dump() + ":" + region["startColumn"].dump() +
                  "-" + region["endLine"].dump() + ":" +
                  region["endColumn"].dump(),
              row.region)
        << row.bytes;
  }
}

TEST(Sarif, UrisArePercentEncoded) {
  const struct {
    const char* path;
    const char* uri;
  } rows[] = {
      {"a/b-c_d.e~f.yaml", "a/b-c_d.e~f.yaml"},
      {"./a.yaml", "a.yaml"},
      {"a b.yaml", "a%20b.yaml"},
      {"é.yaml", "%C3%A9.yaml"},
      {"a%b#c?d.yaml", "a%25b%23c%3Fd.yaml"},
      {"a:b.yaml", "a%3Ab.yaml"},
      {"a\n\xFF.yaml", "a%0A%FF.yaml"},
      {"<stdin>", "%3Cstdin%3E"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(
        result_of(row.path, "k",
                  diagnostic_at({0, 1}))["locations"][0]["physicalLocation"]
                                        ["artifactLocation"]["uri"],
        row.uri);
  }
}

TEST(Sarif, ResultsSayWhatIsWrong) {
  Diagnostic diagnostic = diagnostic_at({0, 1});
  diagnostic.severity = Severity::kNote;
  diagnostic.hint = "do this";
  diagnostic.related = {{nullptr, {2, 3}, "and here"}};
  const Json result = result_of("x", "k l\n", diagnostic);
  EXPECT_EQ(result["ruleId"], "pack/rule");
  EXPECT_EQ(result["ruleIndex"], 0);
  EXPECT_EQ(result["level"], "note");
  EXPECT_TRUE(result["message"]["text"].get<std::string>().starts_with(
      "it is wrong; do this"));
  EXPECT_EQ(result["locations"].size(), 1U);
  EXPECT_EQ(result["relatedLocations"][0]["id"], 1);
  EXPECT_EQ(result["relatedLocations"][0]["message"]["text"], "and here");
  EXPECT_EQ(result["partialFingerprints"].count("catalint/v1"), 1U);
  EXPECT_EQ(result.count("fixes"), 0U);
  EXPECT_EQ(result.count("suppressions"), 0U);
}

TEST(Sarif, ListsAllRulesAndNoResults) {
  const Json sarif = sarif_of(report_of(file_with("x", "k", {})));
  EXPECT_EQ(sarif["version"], "2.1.0");
  EXPECT_EQ(sarif["$schema"].is_string(), true);
  const Json& run = sarif["runs"][0];
  EXPECT_EQ(run["results"], Json::array());
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run.count("automationDetails"), 0U);
  const Json& rule = run["tool"]["driver"]["rules"][0];
  EXPECT_EQ(rule["id"], "pack/rule");
  EXPECT_EQ(rule["shortDescription"]["text"], "what it fires on");
  EXPECT_EQ(rule["fullDescription"]["text"], "why it matters");
  EXPECT_EQ(rule["helpUri"], "https://example.com/rule");
  EXPECT_EQ(rule["defaultConfiguration"]["level"], "error");
  EXPECT_EQ(rule["help"]["markdown"],
            "why it matters\n\nBad:\n\n```yaml\na: b\n```\n\nGood:\n\n"
            "```yaml\na: c\n```\n");
}

// formats.md: related locations must be linked from the message.
TEST(Sarif, LinksRelatedLocations) {
  GTEST_SKIP() << "defect: the message has no `[text](1)`";
  // defect:
  Diagnostic diagnostic = diagnostic_at({0, 1});
  diagnostic.related = {{nullptr, {2, 3}, "and here"}};
  const std::string text =
      result_of("x", "k l\n", diagnostic)["message"]["text"];
  EXPECT_NE(text.find("](1)"), std::string::npos) << text;
}

// formats.md: GitHub's own hash, `<hex>:<n>`; else every result draws a
// warning.
TEST(Sarif, HasTheHashOfGitHub) {
  GTEST_SKIP() << "defect: primaryLocationLineHash is not written";
  // defect:
  const Json result = result_of("x", "", diagnostic_at({0, 0}));
  EXPECT_EQ(
      result["partialFingerprints"].value("primaryLocationLineHash", "none"),
      "c129715d7a2bc9a3:1");
}

// formats.md: only jira/secret makes a security alert.
TEST(Sarif, SecretsAreSecurityAlerts) {
  GTEST_SKIP() << "defect: security-severity is not written";
  // defect:
  RuleInfo secret = test_rule();
  secret.id = "jira/secret";
  Report report;
  report.rules = {&test_rule(), &secret};
  const Json rules = sarif_of(report)["runs"][0]["tool"]["driver"]["rules"];
  EXPECT_EQ(rules[0]["properties"].count("security-severity"), 0U);
  EXPECT_EQ(rules[1]["properties"].count("security-severity"), 1U);
}

}  // namespace
}  // namespace catalint
