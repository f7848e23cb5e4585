#include "rules/engine.h"

#include "report/report.h"
#include "rules/lint_text.h"

namespace catalint {
namespace {

FileReport lint(const std::shared_ptr<const RuleSet>& rules,
                const std::string& text) {
  return Linter(rules).lint("x.yaml", text);
}

constexpr const char* kLosses = R"(pack: p
rules:
- id: p/file
  what: w
  why: y
  loses: file
  checks:
  - {at: [k], cases: [{when: file}], message: m}
- id: p/entity
  what: w
  why: y
  loses: entity
  checks:
  - {at: [k], cases: [{when: entity}], message: m}
- id: p/card
  what: w
  why: y
  loses: card
  checks:
  - {at: [k], cases: [{when: card}], message: m}
- id: p/syntax
  what: w
  why: y
  loses: file
  checks:
  - {problem: syntax, message: m}
  - {problem: duplicate-key, loses: nothing, message: m}
)";

TEST(Engine, GivesTheVerdictOfTheWorstLoss) {
  const auto rules = rules_of(kLosses);
  const struct {
    const char* text;
    const char* verdict;
  } rows[] = {
      {"", "loads"},
      {"k: a\n", "loads yes"},
      {"k: a\n---\n---\nk: b\n", "loads yes yes"},
      {"k: card\n", "loads yes"},
      {"k: entity\n", "loads no"},
      {"k: a\n---\nk: entity\n---\nk: c\n", "loads yes no yes"},
      {"k: a\n---\nk: file\n", "lost no no"},
      {"k: a\n---\nk: 'b\n", "lost no"},
      {"k: a\nk: b\n", "loads yes"},
      {"k: file entity card\n", "lost no"},
      {"- k\n", "loads"},
  };
  for (const auto& row : rows) {
    const FileReport report = lint(rules, row.text);
    std::string verdict = report.loads ? "loads" : "lost";
    for (const EntityReport& entity : report.entities) {
      verdict += entity.ingested ? " yes" : " no";
    }
    EXPECT_EQ(verdict, row.verdict) << row.text;
  }
}

TEST(Engine, DescribesEntities) {
  const FileReport report =
      lint(rules_of(kLosses),
           "# c\n---\n---\n# d\nkind: Component\nmetadata:\n  name: X\n"
           "  annotations: {jira/project-key: ABC}\n---\na: b\n---\n- c\n");
  EXPECT_EQ(report.documents, 4U);
  ASSERT_EQ(report.entities.size(), 2U);
  const EntityReport& first = report.entities[0];
  EXPECT_EQ(first.document, 1U);
  EXPECT_EQ(first.line, 5U);
  EXPECT_EQ(first.ref, "component:default/x");
  EXPECT_EQ(first.name, "X");
  EXPECT_EQ(first.jira.project_key, "ABC");
  EXPECT_EQ(report.source->text(first.name_span), "X");
  EXPECT_EQ(report.entities[1].document, 2U);
  EXPECT_EQ(report.entities[1].line, 10U);
  EXPECT_EQ(report.entities[1].ref, "");
}

constexpr const char* kUnless = R"(pack: p
rules:
- id: p/a
  what: w
  why: y
  checks:
  - {at: ["*"], cases: [{when: a}], message: "{key}"}
- id: p/value
  what: w
  why: y
  checks:
  - {at: ["*"], cases: [{when: x}], message: "{key}"}
  unless: {same-value: p/a}
- id: p/entity
  what: w
  why: y
  checks:
  - {at: ["*"], cases: [{when: y}], message: "{key}"}
  unless: {same-entity: p/a}
- id: p/file
  what: w
  why: y
  checks:
  - {at: ["*"], cases: [{when: z}], message: "{key}"}
  unless: {same-file: p/a}
)";

TEST(Engine, DropsWhatAnotherFindingExplains) {
  const auto rules = rules_of(kUnless);
  const struct {
    const char* text;
    const char* findings;
  } rows[] = {
      {"k: a\nl: x\nm: y\n", "1:4 p/a: k; 2:4 p/value: l"},
      {"k: ax\n", "1:4 p/a: k"},
      {"k: x\nl: y\nm: z\n", "1:4 p/value: k; 2:4 p/entity: l; 3:4 p/file: m"},
      {"k: a\nl: z\n---\nm: y\nn: z\n", "1:4 p/a: k; 4:4 p/entity: m"},
      // where an alias brings the value in, it is explained as well
      {"k: &k ax\nl: *k\n", "1:7 p/a: k; 2:4 p/a: l"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(findings(lint(rules, row.text)), row.findings) << row.text;
  }
}

TEST(Engine, SecretsHideOtherFindingsAboutThem) {
  const auto rules = rules_of(R"(pack: p
rules:
- id: p/a
  what: w
  why: y
  checks:
  - at: ["*"]
    cases: [{when: t}]
    message: "{key} is {value}"
- id: p/secret
  what: w
  why: y
  checks:
  - {at: ["*"], secret: true, message: "{key} holds {detail}: {value}"}
)");
  const FileReport report =
      lint(rules,
           "k: Bearer tttttttttttttttt\nl: t\nm: 'Bearer ttttttttttttttttt'\n");
  EXPECT_EQ(findings(report),
            "1:4 p/secret: k holds a Bearer credential: `tttt…`; "
            "2:4 p/a: l is `t`; "
            "3:4 p/secret: m holds a Bearer credential: `tttt…`");
  ASSERT_EQ(report.secrets.size(), 2U);
  EXPECT_EQ(report.source->text(report.secrets[0]), "tttttttttttttttt");
}

// What a finding is about is in fingerprints, baselines and JSON.
TEST(Engine, FindingsAreAboutNothingSecret) {
  const std::string token = std::string("ATATT3") + "xFfGF0T4JVjdmPBrmZ4";
  const FileReport report =
      lint(builtin_rules(),
           "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
           "  name: " +
               token + "\n  annotations:\n    jira/" + token +
               ": x\nspec: {type: a, lifecycle: b, owner: c}\n");
  ASSERT_FALSE(report.diagnostics.empty());
  for (const Diagnostic& diagnostic : report.diagnostics) {
    EXPECT_EQ(diagnostic.entity.find("xFfGF0"), std::string::npos);
    EXPECT_EQ(diagnostic.subject.find("xFfGF0"), std::string::npos);
  }
}

// JSON encoders write `/` so; the value is a token, the bytes look like none.
TEST(Engine, SecretsWrittenWithEscapesAreMaskedInTheSource) {
  const std::string tail = "GF0T4JVjdmPBrmZ4aBcDeFg";
  const auto rules = builtin_rules();
  const FileReport report = lint(
      rules,
      "{\"apiVersion\": \"backstage.io/v1alpha1\", \"kind\": \"Component\",\n"
      "\"metadata\": {\"name\": \"x\", \"annotations\": {\n"
      "\"jira/project-key\": \"ABC\", \"a/b\": \"" +
          std::string("ATATT3") + "xFf\\/" + tail +
          "\"}},\n"
          "\"spec\": {\"type\": \"a\", \"lifecycle\": \"b\", \"owner\": "
          "\"c\"}}\n");
  ASSERT_EQ(report.diagnostics.size(), 1U);
  EXPECT_EQ(report.diagnostics[0].rule->id, "jira/secret");
  const Span line = report.source->line_span(3);
  EXPECT_EQ(masked_text(report, line).find(tail), std::string::npos);
}

// The first half alone looks like a token already.
TEST(Engine, SecretsWithAnEscapeInTheMiddleAreMaskedWhole) {
  const std::string tail = "GF0T4JVjdmPBrmZ4aBcDeFg";
  const std::string head = std::string("ATATT3") + "xFfqwertyuiop";
  for (const char* written : {"\"%s\\u0066%s\"", "\"%s\\/%s\""}) {
    std::string value = written;
    value.replace(value.find("%s"), 2, head);
    value.replace(value.find("%s"), 2, tail);
    const FileReport report =
        lint(builtin_rules(),
             "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
             "  name: x\n  annotations:\n    jira/project-key: ABC\n    a/b: " +
                 value + "\nspec: {type: a, lifecycle: b, owner: c}\n");
    ASSERT_EQ(report.diagnostics.size(), 1U);
    const Span line = report.source->line_span(7);
    EXPECT_EQ(masked_text(report, line).find(tail), std::string::npos);
  }
}

TEST(Engine, NoFixMovesASecret) {
  const auto rules = builtin_rules();
  const FileReport report =
      lint(rules,
           "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
           "  name: x\n  jira/token-type: Bearer " +
               std::string("ATATT3") + "xFfqwertyuiop\n" +
               "spec: {type: a, lifecycle: b, owner: c}\n");
  bool has_secret = false;
  for (const Diagnostic& found : report.diagnostics) {
    EXPECT_FALSE(found.fix) << found.message;
    has_secret = has_secret || found.rule->id == "jira/secret";
  }
  EXPECT_TRUE(has_secret);
}

TEST(Engine, SortsFindings) {
  const auto rules = rules_of(R"(pack: p
rules:
- id: p/z
  what: w
  why: y
  checks:
  - {at: [l], cases: [{}], message: b}
  - {at: [l], cases: [{}], message: a}
  - {at: [k], cases: [{}], message: c}
- id: p/a
  what: w
  why: y
  checks:
  - {at: [l], cases: [{}], message: z}
)");
  EXPECT_EQ(findings(lint(rules, "k: x\nl: y\n")),
            "1:4 p/z: c; 2:4 p/a: z; 2:4 p/z: a; 2:4 p/z: b");
}

TEST(Engine, AppliesChecksToTheirKindsAlone) {
  const auto rules = rules_of(R"(pack: p
rules:
- id: p/a
  what: w
  why: y
  checks:
  - {at: [k], kinds: [A, B], cases: [{}], message: "{kind} {ref}"}
)");
  EXPECT_EQ(findings(lint(rules,
                          "kind: A\nk: x\nmetadata: {name: N}\n---\n"
                          "kind: C\nk: x\n---\nk: x\n---\n"
                          "kind: B\nk: x\n")),
            "2:4 p/a: A a:default/n; 11:4 p/a: B this document");
}

TEST(Engine, LeavesTemplatesAlone) {
  const auto rules = rules_of(R"(pack: p
rules:
- id: p/a
  what: w
  why: y
  checks:
  - {at: ["*"], ignore-templates: true, cases: [{}], message: "{key}"}
)");
  EXPECT_EQ(findings(lint(rules,
                          "k: ${{ x }}\nl: '{{ x }}'\nm: '{% if %}'\n"
                          "n: '{ x }'\n")),
            "4:4 p/a: n");
}

TEST(Engine, LeavesTemplatesAloneWhateverTheVerb) {
  const auto findings_of = [](const std::string& check,
                              const std::string& text) {
    const auto rules = rules_of(
        "pack: p\nrules:\n- id: p/a\n  what: w\n  why: y\n  checks:\n  - {" +
        check + ", message: \"{key}\"}\n");
    return findings(lint(rules, text));
  };
  const struct {
    std::string check;
    std::string wrong;  // what the check finds
  } rows[] = {
      {"at: [\"*\"], cases: [{}]", "x"},
      {"at: [\"*\"], format: name", "/"},
      {"at: [\"*\"], entity-ref: with-kind", "x"},
      {"at: [\"*\"], confusable: '^A'", "\u0410"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.check);
    const std::string text = "a: " + row.wrong + "${{ x }}\nb: " + row.wrong +
                             "{% if x %}\nc: " + row.wrong + "\n";
    EXPECT_EQ(findings_of(row.check, text),
              "1:4 p/a: a; 2:4 p/a: b; 3:4 p/a: c");
    EXPECT_EQ(findings_of(row.check + ", ignore-templates: true", text),
              "3:4 p/a: c");
  }
  const std::string keys = "m:\n  '{{ x }}': 1\n  'y z': 2\n";
  const std::string check = "at: [m], format: annotation-key, keys: true";
  EXPECT_EQ(findings_of(check, keys), "2:3 p/a: {{ x }}; 3:3 p/a: y z");
  EXPECT_EQ(findings_of(check + ", ignore-templates: true", keys),
            "3:3 p/a: y z");
}

// Everything a hostile text could put into a message comes out escaped.
TEST(Engine, MessagesHoldNothingRaw) {
  const FileReport report = lint(
      builtin_rules(),
      "apiVersion: backstage.io/v1alpha1\nkind: \"C\\e[31m\"\nmetadata:\n"
      "  name: \"x\\n::error::\"\n  annotations:\n    \"jira/\\e[2J\": "
      "\"\\r\\b\"\n"
      "    jira/project-key: \"A\\e\\n\"\n    \"a\\nb\": 1\n"
      "    jira/label: \"\\u202e x\\e\"\n  tags: [\"\\n\\e\"]\n"
      "  links: [{url: \"\\e\"}]\nspec: {\"owner\\n\": \"\\n\"}\n\"\\e\": 1\n");
  EXPECT_GT(report.diagnostics.size(), 3U);
  for (const Diagnostic& found : report.diagnostics) {
    for (const std::string& text : {found.message, found.hint}) {
      EXPECT_EQ(text.find_first_of("\n\r\x1B\b"), std::string::npos) << text;
      EXPECT_EQ(text.find("\u202E"), std::string::npos) << text;
    }
  }
}

TEST(Engine, ByteOrderMarkInAKeyLosesTheFile) {
  const std::string entity =
      "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
      "  name: x\n  annotations: {jira/project-key: ABC}\n"
      "spec: {type: a, lifecycle: b, owner: c}\n";
  EXPECT_TRUE(lint(builtin_rules(), entity).loads);
  EXPECT_TRUE(lint(builtin_rules(), "\uFEFF" + entity).loads);
  EXPECT_FALSE(lint(builtin_rules(), "---\n\uFEFF" + entity).loads);
}

}  // namespace
}  // namespace catalint
