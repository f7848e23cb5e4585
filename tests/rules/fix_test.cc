// Each fix is applied to the text, which is then read again.
#include "rules/fix.h"

#include "rules/lint_text.h"
#include "yaml/dump.h"

namespace catalint {
namespace {

// The text with the fix of the only finding, and the value of `k` in it; or
// "no finding", "no fix".
std::string fixed(const std::string& check, const std::string& text) {
  const auto rules =
      rules_of("pack: p\nrules:\n- {id: p/r, what: w, why: y, checks: [" +
               check + "]}\n");
  const FileReport report = Linter(rules).lint("x.yaml", text);
  if (report.diagnostics.size() != 1) {
    return std::to_string(report.diagnostics.size()) + " findings";
  }
  const auto& fix = report.diagnostics[0].fix;
  if (!fix) return "no fix";
  std::string out = text;
  for (auto edit = fix->edits.rbegin(); edit != fix->edits.rend(); ++edit) {
    out.replace(edit->span.begin, edit->span.size(), edit->text);
  }
  const SourceFile source("x.yaml", out);
  const YamlStream stream = parse_yaml(source);
  if (stream.documents.size() != 1) return out + " is no document";
  const Node* value = find(stream.documents[0].root, "k");
  if (value == nullptr) return out;
  return out + name_of(value->type) + " " + escape_for_display(value->value);
}

struct Row {
  const char* text;
  const char* outcome;
};

void expect(const std::string& check, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(fixed(check, row.text), row.outcome) << row.text;
  }
}

std::string cases(const std::string& when, const std::string& fix) {
  return "{at: [k], message: m, cases: [{when: '" + when + "', fix: {" + fix +
         ", safety: safe, title: t}}]}";
}

TEST(Fix, Quotes) {
  expect(
      "{at: [k], type: string, message: m, fix: {do: quote, safety: safe, "
      "title: t}}",
      {{"k: 123\n", "k: \"123\"\nstring 123"},
       {"k: 0x1F # c\n", "k: \"0x1F\" # c\nstring 0x1F"},
       {"{k: true}\n", "{k: \"true\"}\nstring true"},
       {"k: ~\n", "no fix"},  // nobody means the text `~`
       {"k: 1.10\r\n", "k: \"1.10\"\r\nstring 1.10"},
       {"a: é\nk: 1E5\n", "a: é\nk: \"1E5\"\nstring 1E5"},
       {"a: &a 7\nk: *a\n", "no fix"},
       {"k:\n", "no fix"},
       {"k: !!int 7\n", "no fix"},
       {"k: !!int '7'\n", "no fix"},
       {"k: [7]\n", "no fix"},
       {"k: {a: b}\n", "no fix"}});
}

// It would change every alias of the anchor as well.
TEST(Fix, ChangesNoValueWithAnAnchor) {
  expect(
      "{at: [k], type: string, message: m, fix: {do: quote, safety: safe, "
      "title: t}}",
      {{"k: &a 7\nb: *a\n", "no fix"}});
}

TEST(Fix, Trims) {
  expect(cases("^\\s|\\s$|\\x{200B}", "do: trim"),
         {{"k: ' a '\n", "k: 'a'\nstring a"},
          {"k: \" a\\t\"\n", "k: \"a\"\nstring a"},
          {"k: \"\\u200Ba b\\u00A0\\u200B\"\n", "k: \"a b\"\nstring a b"},
          {"k: a\u200B\n", "k: a\nstring a"},
          {"k: NO\u200B\n", "k: \"NO\"\nstring NO"},
          {"k: 12\u200B\n", "k: \"12\"\nstring 12"},
          {"k: it's\u200B\n", "k: \"it's\"\nstring it's"},
          {"k: ' it''s '\n", "k: 'it''s'\nstring it's"},
          {"k: \" a\\\"b\\\\ \"\n", "k: \"a\\\"b\\\\\"\nstring a\"b\\"},
          {"k: ' '\n", "no fix"},
          // the last line break of a block goes with its sign alone
          {"k: |\n  a\n", "k: |-\n  a\nstring a"},
          {"k: >\n  a\n", "k: >-\n  a\nstring a"},
          {"k: |+\n  a\n\n", "k: |-\n  a\n\nstring a"},
          {"k: |2\n  a\n", "k: |2-\n  a\nstring a"},
          {"k: |+2\n  a\n", "k: |-2\n  a\nstring a"},
          {"k: &a |\n  a\n", "no fix"},
          {"k: | # c\n  a\n", "k: |- # c\n  a\nstring a"},
          {"k: |-\n  a \n", "no fix"},
          {"k: \" a\\nb \"\n", "no fix"},
          {"a: &a 'x '\nk: *a\n", "no fix"}});
}

TEST(Fix, WritesUpperCase) {
  expect(cases("[a-z]", "do: upper-case"),
         {{"k: abc\n", "k: ABC\nstring ABC"},
          {"k: 'abc' # d\n", "k: 'ABC' # d\nstring ABC"},
          {"k: no\n", "k: \"NO\"\nstring NO"},
          {"k: 12e\n", "k: 12E\nstring 12E"},
          {"k: é a\n", "k: \"é A\"\nstring é A"},
          {"k: |-\n  abc\n", "no fix"}});
}

TEST(Fix, Replaces) {
  expect(cases("^bearer$", "do: replace, with: Bearer"),
         {{"k: bearer\n", "k: Bearer\nstring Bearer"},
          {"k: \"bearer\"\n", "k: \"Bearer\"\nstring Bearer"}});
  expect(cases("^a$", "do: replace, with: '1'"),
         {{"k: a\n", "k: \"1\"\nstring 1"}});
}

TEST(Fix, Extracts) {
  expect(cases("^([A-Z]+)-[0-9]+$|^x$", "do: extract"),
         {{"k: ABC-12\n", "k: ABC\nstring ABC"},
          {"k: 'ABC-12'\n", "k: 'ABC'\nstring ABC"},
          {"k: x\n", "no fix"}});
}

TEST(Fix, ExtractsInUpperCase) {
  expect(cases("^([a-z]+)-[0-9]+$|^x$", "do: extract-upper-case"),
         {{"k: abc-12\n", "k: ABC\nstring ABC"},
          {"k: 'no-12'\n", "k: 'NO'\nstring NO"},
          {"k: no-12\n", "k: \"NO\"\nstring NO"},
          {"k: x\n", "no fix"}});
}

TEST(Fix, TakesSuggestions) {
  expect(
      "{at: [k], confusable: '^[A-Z]+$', message: m, fix: {do: suggestion, "
      "safety: unsafe, title: t}}",
      {{"k: \u0410BC\n", "k: ABC\nstring ABC"},
       {"k: '\u0410\u0412C'\n", "k: 'ABC'\nstring ABC"},
       {"k: \"\\u0410BC\"\n", "k: \"ABC\"\nstring ABC"},
       {"k: |-\n  \u0410BC\n", "no fix"}});
}

TEST(Fix, RenamesKeys) {
  const std::string check =
      "{at: [m], known-keys: {prefix: jira/, keys: [jira/label, jira/team]}, "
      "message: m, fix: {do: rename-key, safety: unsafe, title: t}}";
  expect(
      check,
      {{"m:\n  jira/labels: a\nk: b\n", "m:\n  jira/label: a\nk: b\nstring b"},
       {"m: {'jira/labels': a}\n", "m: {'jira/label': a}\n"},
       {"m: {\"jira/laebl\": a}\n", "m: {\"jira/label\": a}\n"},
       {"m:\n  ? jira/labels\n  : a\n", "m:\n  ? jira/label\n  : a\n"},
       {"m:\n  jira/label_s: |\n    a\n", "m:\n  jira/label: |\n    a\n"},
       {"m: {jira/zzzzzzzz: a}\n", "no fix"}});
}

TEST(Fix, RenamesNoKeyToOneThatIsThere) {
  EXPECT_EQ(
      fixed("{at: [m], known-keys: {prefix: jira/, keys: [jira/label]}, "
            "message: m, fix: {do: rename-key, safety: unsafe, title: t}}",
            "m: {jira/label: a, jira/labels: b}\n"),
      "no fix");
}

TEST(Fix, ReplacesThePlaceholderAlone) {
  const std::string check =
      "{at: [metadata, annotations, jira/all-issues-jql], jql: query, message: "
      "m, fix: {do: suggestion, safety: safe, title: t}}";
  const std::string before =
      "metadata:\n annotations:\n  jira/project-key: A\n  jira/component: "
      "b c\n  jira/all-issues-jql: ";
  const struct {
    const char* value;
    const char* fixed;
  } rows[] = {
      {"'project = {{ project }} AND a = \"b\"'",
       "'project = {{ projectKey }} AND a = \"b\"'"},
      {"\"project = {{ project }}\"", "\"project = {{ projectKey }}\""},
      {"\"a = \\\"b\\\" AND c = {{key}}\"",
       "\"a = \\\"b\\\" AND c = {{ projectKey }}\""},
      {"project = {{ project }}", "project = {{ projectKey }}"},
      {"project = ${KEY}", "project = {{ projectKey }}"},
      {"'project = $KEY'", "'project = {{ projectKey }}'"},
      {"|\n   project =\n   {{ project }}",
       "|\n   project =\n   {{ projectKey }}"},
      {">-\n   project =\n   {{ project }}",
       ">-\n   project =\n   {{ projectKey }}"},
      {"'component = {{ component }}'", "'component = \"{{ component }}\"'"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(fixed(check, before + row.value + "\n"),
              before + row.fixed + "\n");
  }
  for (const char* value :
       {"project = $KEY",                           // braces where none are yet
        "$KEY = a",                                 // which would start a map
        "\"component = {{ component }}\"",          // quotes in quotes
        "\"project = {{\\x20project }} \xFF\""}) {  // not what is written
    EXPECT_EQ(fixed(check, before + value + "\n"), "no fix") << value;
  }
}

}  // namespace
}  // namespace catalint
