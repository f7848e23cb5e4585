#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "catalint/version.h"
#include "report/make_report.h"

namespace catalint {
namespace {

std::string json_of(const Report& report) {
  std::ostringstream out;
  render_json(report, {}, out);
  return out.str();
}

TEST(JsonReport, HoldsWhatTheContractSays) {
  const std::string bytes = "é: 1\nk: v\n";
  Diagnostic diagnostic = diagnostic_at(bytes, "v");
  diagnostic.severity = Severity::kWarning;
  diagnostic.entity = "component:default/x";
  diagnostic.subject = "k";
  diagnostic.hint = "write it so";
  diagnostic.related = {{nullptr, {0, 2}, "see here"}};
  diagnostic.fix = Fix{"mend it", Fixable::kSafe, {{{9, 10}, "w"}}};
  FileReport file = file_with("a b.yaml", bytes, {diagnostic});
  file.documents = 2;
  EntityReport entity;
  entity.document = 1;
  entity.line = 2;
  entity.kind = "Component";
  entity.name_space = "default";
  entity.name = "x";
  entity.ref = "component:default/x";
  entity.ingested = true;
  entity.jira.card = true;
  entity.jira.project_key = "ABC";
  entity.jira.token_type = "Bearer";
  entity.jira.bearer = true;
  entity.jira.jql = "project = \"ABC\"";
  file.entities = {entity, EntityReport()};
  const std::string fingerprint = fingerprints(file, "a b.yaml").at(0);
  EXPECT_EQ(json_of(report_of(std::move(file))), R"({
  "version": 1,
  "tool": {
    "name": "catalint",
    "version": ")" + std::string(kVersion) + R"("
  },
  "summary": {
    "files": 1,
    "documents": 2,
    "entities": 2,
    "errors": 0,
    "warnings": 1,
    "notes": 0,
    "suppressed": 0,
    "fixable": 1
  },
  "files": [
    {
      "path": "a b.yaml",
      "loads": true,
      "entities": [
        {
          "document": 1,
          "line": 2,
          "kind": "Component",
          "namespace": "default",
          "name": "x",
          "ref": "component:default/x",
          "ingested": true,
          "jira": {
            "card": true,
            "projectKey": "ABC",
            "component": null,
            "label": null,
            "team": null,
            "tokenType": "Bearer",
            "bearer": true,
            "jql": "project = \"ABC\"",
            "query": null
          }
        },
        {
          "document": 0,
          "line": 1,
          "kind": null,
          "namespace": null,
          "name": null,
          "ref": null,
          "ingested": false,
          "jira": {
            "card": false,
            "projectKey": null,
            "component": null,
            "label": null,
            "team": null,
            "tokenType": null,
            "bearer": false,
            "jql": null,
            "query": null
          }
        }
      ]
    }
  ],
  "diagnostics": [
    {
      "rule": "pack/rule",
      "severity": "warning",
      "message": "it is wrong",
      "path": "a b.yaml",
      "range": {
        "start": {
          "line": 2,
          "column": 4,
          "offset": 9
        },
        "end": {
          "line": 2,
          "column": 5,
          "offset": 10
        }
      },
      "entity": "component:default/x",
      "related": [
        {
          "path": "a b.yaml",
          "range": {
            "start": {
              "line": 1,
              "column": 1,
              "offset": 0
            },
            "end": {
              "line": 1,
              "column": 2,
              "offset": 2
            }
          },
          "message": "see here"
        }
      ],
      "fix": {
        "title": "mend it",
        "safety": "safe",
        "edits": [
          {
            "start": 9,
            "end": 10,
            "text": "w"
          }
        ]
      },
      "help": "write it so",
      "fingerprint": ")" + fingerprint + R"("
    }
  ]
}
)");
}

TEST(JsonReport, IsJsonWhateverTheBytes) {
  FileReport file = file_with("\xFF\n.yaml", "\xFF\n", {diagnostic_at({0, 1})});
  file.diagnostics[0].message = "\xFE\x01";
  const auto json = nlohmann::json::parse(json_of(report_of(std::move(file))));
  EXPECT_EQ(json["files"][0]["path"], "\uFFFD\n.yaml");
  EXPECT_EQ(json["diagnostics"][0]["message"], "\uFFFD\x01");
  EXPECT_EQ(json["diagnostics"][0]["entity"], nullptr);
  EXPECT_EQ(json["diagnostics"][0]["fix"], nullptr);
}

TEST(JsonReport, OfNothingIsWhole) {
  const auto json = nlohmann::json::parse(json_of(Report()));
  EXPECT_EQ(json["files"], nlohmann::json::array());
  EXPECT_EQ(json["diagnostics"], nlohmann::json::array());
  EXPECT_EQ(json["summary"]["files"], 0);
}

// Neither the values nor the requests that repeat them.
TEST(JsonReport, MasksSecrets) {
  const std::string secret = "Bearer abcdefghijklmnopqrst";
  FileReport file = file_with("x.yaml", "k: v", {});
  EntityReport entity;
  entity.name = secret;
  entity.jira.card = true;
  entity.jira.project_key = secret;
  entity.jira.token_type = secret;
  entity.jira.jql = "project = \"" + secret + "\"";
  entity.jira.query = "x = " + secret;
  file.entities = {entity};
  const std::string text = json_of(report_of(std::move(file)));
  EXPECT_EQ(text.find("abcdefgh"), std::string::npos) << text;
  EXPECT_NE(text.find("\"projectKey\": \"Bearer abcd…\""), std::string::npos)
      << text;
}

}  // namespace
}  // namespace catalint
