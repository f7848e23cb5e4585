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
  EXPECT_EQ(result["message"]["text"],
            "it is wrong; do this (see [and here](1))");
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

TEST(Sarif, LinksRelatedLocations) {
  const struct {
    const char* message;
    std::vector<std::string> related;
    const char* text;
  } rows[] = {
      {"m", {}, "m; h"},
      {"m", {"the first one"}, "m; h (see [the first one](1))"},
      {"m", {"a", "b"}, "m; h (see [a](1), [b](2))"},
      {"m", {"a [b] \\"}, "m; h (see [a \\[b\\] \\\\](1))"},
      {"`cf[1]` is [no](1) link", {}, "`cf[1]` is [no\\](1) link; h"},
  };
  for (const auto& row : rows) {
    Diagnostic diagnostic = diagnostic_at({0, 1});
    diagnostic.message = row.message;
    diagnostic.hint = "h";
    for (const std::string& message : row.related) {
      diagnostic.related.push_back({nullptr, {2, 3}, message});
    }
    EXPECT_EQ(result_of("x", "k l\n", diagnostic)["message"]["text"], row.text);
  }
}

TEST(Sarif, HasTheHashOfGitHub) {
  const struct {
    const char* bytes;
    Span span;
    const char* hash;
  } rows[] = {
      {"", {0, 0}, "c129715d7a2bc9a3:1"},
      {" a\nb\n  \t\tc\n d", {3, 4}, "54703d4cd895b18:1"},
      {" a\nb\n  \t\tc\n d", {0, 12}, "271789c17abda88f:1"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(result_of("x", row.bytes,
                        diagnostic_at(row.span))["partialFingerprints"]
                                                ["primaryLocationLineHash"],
              row.hash);
  }
}

TEST(Sarif, SecurityIsWhatItsRuleCallsSo) {
  RuleInfo secret = test_rule();
  secret.security_severity = "8.0";
  Report report;
  report.rules = {&test_rule(), &secret};
  const Json rules = sarif_of(report)["runs"][0]["tool"]["driver"]["rules"];
  EXPECT_EQ(rules[0]["properties"].count("security-severity"), 0U);
  EXPECT_EQ(rules[0]["properties"]["tags"], Json({"backstage", "pack"}));
  EXPECT_EQ(rules[1]["properties"]["security-severity"], "8.0");
  EXPECT_EQ(rules[1]["properties"]["tags"],
            Json({"backstage", "pack", "security"}));
}

}  // namespace
}  // namespace catalint
