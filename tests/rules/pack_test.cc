#include "rules/pack.h"

#include <gtest/gtest.h>

#include "base/pattern.h"

namespace catalint {
namespace {

std::string error_of(const std::string& text) {
  const auto rules = load_rules({{"p.yaml", text}});
  return rules ? "none" : rules.error().message;
}

// A pack of one rule; `checks` starts on line 6, column 5.
std::string pack(const std::string& checks, const std::string& more = "") {
  return "pack: p\nrules:\n- id: p/r\n  what: w\n  why: y\n  checks:\n" +
         checks + more;
}

TEST(Pack, ErrorsOfPacksAndRules) {
  const struct {
    std::string text;
    const char* error;
  } rows[] = {
      {"pack: p\nrules: []\n", "none"},
      {pack("  - {at: k, secret: true, message: m}\n"), "none"},
      {"", "p.yaml: a rule pack must be a map of keys and values"},
      {"- a\n", "p.yaml:1:1: a rule pack must be a map of keys and values"},
      {"rules: []\n", "p.yaml:1:1: a rule pack needs the key `pack`"},
      {"pack: p\n", "p.yaml:1:1: a rule pack needs the key `rules`, a list"},
      {"pack: p\nrules: {}\n",
       "p.yaml:1:1: a rule pack needs the key `rules`, a list"},
      {"pack: p\nruels: []\n",
       "p.yaml:2:1: a rule pack has no key `ruels`; did you mean `rules`?"},
      {"pack: p\nrules: [a]\n",
       "p.yaml:2:9: a rule must be a map of keys and values"},
      {"pack: p\nrules:\n- what: w\n", "p.yaml:3:3: a rule needs the key `id`"},
      {"pack: p\nrules:\n- id: r\n",
       "p.yaml:3:7: `r` is not of the form `pack/rule-name`, in lower case"},
      {"pack: p\nrules:\n- id: p/R\n",
       "p.yaml:3:7: `p/R` is not of the form `pack/rule-name`, in lower case"},
      {"pack: p\nrules:\n- id: p/r\n",
       "p.yaml:3:3: a rule needs the key `what`"},
      {"pack: p\nrules:\n- id: p/r\n  what: w\n",
       "p.yaml:3:3: a rule needs the key `why`"},
      {"pack: p\nrules:\n- id: p/r\n  what: w\n  why: y\n",
       "p.yaml:3:3: a rule needs the key `checks`, a list that is not empty"},
      {"pack: p\nrules:\n- id: p/r\n  what: w\n  why: y\n  checks: []\n",
       "p.yaml:3:3: a rule needs the key `checks`, a list that is not empty"},
      {"pack: p\nrules:\n- id: q/r\n  what: w\n  why: y\n  checks:\n"
       "  - {at: k, secret: true, message: m}\n",
       "p.yaml:3:3: the id `q/r` must start with the pack's name, `p/`"},
      {pack("  - {at: k, secret: true, message: m}\n",
            "- id: p/r\n  what: w\n  why: y\n  checks:\n"
            "  - {at: k, secret: true, message: m}\n"),
       "p.yaml:8:3: a rule with the id `p/r` is there already"},
      {pack("  - {at: k, secret: true, message: m}\n", "  severity: bad\n"),
       "p.yaml:8:13: `severity` is `bad`; expected one of error, warning, "
       "note"},
      {pack("  - {at: k, secret: true, message: m}\n",
            "  security-severity: '10.0'\n"),
       "none"},
      {pack("  - {at: k, secret: true, message: m}\n",
            "  security-severity: high\n"),
       "p.yaml:8:22: `security-severity` is `high`; expected a score from 0.1 "
       "to 10.0 with one decimal"},
      {pack("  - {at: k, secret: true, message: m}\n", "  loses: flie\n"),
       "p.yaml:8:10: `loses` is `flie`; expected one of nothing, card, entity, "
       "file; did you mean `file`?"},
      {pack("  - {at: k, secret: true, message: m}\n",
            "  unless: {same-valu: a}\n"),
       "p.yaml:8:12: unless has no key `same-valu`; did you mean "
       "`same-value`?"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(error_of(row.text), row.error);
  }
}

TEST(Pack, ErrorsOfChecks) {
  const struct {
    const char* check;
    const char* error;  // all in line 7
  } rows[] = {
      {"{message: m}", "5: a check needs one of the keys "},
      {"{at: k, secret: true}", "5: a check needs the key `message`"},
      {"{at: k, secret: true, type: string, message: m}",
       "21: a check does one thing; this one has `type` and `secret`"},
      {"{secert: true, message: m}",
       "6: a check has no key `secert`; did you mean `secret`?"},
      {"{at: k, secret: true, message: '{vlaue}'}",
       "36: no placeholder is called `{vlaue}`; did you mean `value`?"},
      {"{at: k, secret: true, message: m, hint: '{x}'}",
       "45: no placeholder is called `{x}`"},
      {"{problem: sintax, message: m}",
       "15: `problem` is `sintax`; expected one of syntax, "},
      {"{at: k, required: x, message: m}",
       "23: `required` is `x`; expected one of in-its-map, with-its-map"},
      {"{at: k, type: strnig, message: m}",
       "19: `type` is `strnig`; expected one of string, number, boolean, null, "
       "map, list, falsy; did you mean `string`?"},
      {"{at: k, format: nmae, message: m}", "21: no format is called `nmae`"},
      {"{at: k, jql: x, message: m}",
       "18: `jql` is `x`; expected one of component, label, query"},
      {"{at: k, cases: [], message: m}",
       "20: `cases` must be a list that is not empty"},
      {"{at: k, cases: [{when: '('}], message: m}",
       "28: this pattern is not one that RE2 takes: missing ): ("},
      {"{at: k, cases: [{when: a}]}",
       "21: a case needs the key `message`, or `fine: true`"},
      {"{at: k, cases: [{wen: a}], message: m}",
       "22: a case has no key `wen`; did you mean `when`?"},
      {"{at: k, cases: [{fine: 1}], message: m}",
       "28: `fine` must be true or false"},
      {"{at: k, confusable: '[', message: m}",
       "25: this pattern is not one that RE2 takes: missing ]: ["},
      {"{at: k, known-keys: {prefix: a, kyes: []}, message: m}",
       "37: known-keys has no key `kyes`; did you mean `keys`?"},
      {"{at: k, needs: {for: a}, message: m}", "20: needs needs the key `key`"},
      {"{at: k, any-key: '', message: m}",
       "22: `any-key` must be text, and not empty"},
      {"{at: {a: b}, secret: true, message: m}",
       "10: `at` must be a list of texts"},
      {"{at: k, secret: true, message: m, fix: {do: quote, safety: safe}}",
       "44: a fix needs the key `title`"},
      {"{at: k, secret: true, message: m, fix: {do: qote, safety: safe, title: "
       "t}}",
       "49: `do` is `qote`; expected one of quote, trim, upper-case, replace, "
       "extract, extract-upper-case, suggestion, rename-key, remove, move; did "
       "you mean "
       "`quote`?"},
      {"{at: k, secret: true, message: m, fix: {do: trim, safety: no, title: "
       "t}}",
       "63: `safety` is `no`; expected one of safe, unsafe"},
      {"{at: k, secret: true, message: m, fix: {do: replace, safety: safe, "
       "title: t}}",
       "44: a fix that does `replace` needs the key `with`"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.check);
    const std::string error =
        error_of(pack(std::string("  - ") + row.check + "\n"));
    EXPECT_TRUE(error.starts_with(std::string("p.yaml:7:") + row.error))
        << error;
  }
}

TEST(Pack, BuiltInPacksAreOnesThatLoad) {
  const auto packs = builtin_packs();
  ASSERT_EQ(packs.size(), 3U);
  const auto rules = load_rules(packs);
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_TRUE((*rules)->ids().front().starts_with("yaml/"));
  EXPECT_TRUE((*rules)->ids().back().starts_with("jira/"));
}

TEST(Pack, BuiltInRulesNameTheVersionThatTheyWereReadFrom) {
  const auto rules = load_rules(builtin_packs());
  ASSERT_TRUE(rules) << rules.error().message;
  const Pattern version(R"(\b\d+\.\d+)");
  for (const Rule& rule : (*rules)->rules) {
    EXPECT_TRUE(version.matches(rule.info.why))
        << rule.info.id << ": " << rule.info.why;
  }
}

TEST(Pack, OnlySecretsAreSecurityProblems) {
  const auto rules = load_rules(builtin_packs());
  ASSERT_TRUE(rules) << rules.error().message;
  for (const Rule& rule : (*rules)->rules) {
    EXPECT_EQ(rule.info.security_severity,
              rule.info.id == "jira/secret" ? "8.0" : "")
        << rule.info.id;
  }
}

TEST(Pack, RulesSayWhatTheirGravestCheckDoes) {
  const auto rules = load_rules({{"p.yaml", pack(R"(  - at: [k]
    severity: note
    message: m
    cases:
    - {when: a, fine: true, severity: error, loses: file}
    - {when: b, severity: warning, loses: card}
    - when: c
      fix: {do: trim, safety: unsafe, title: t}
  - at: [k]
    type: string
    severity: note
    loses: nothing
    message: m
    fix: {do: quote, safety: safe, title: t}
)")}});
  ASSERT_TRUE(rules) << rules.error().message;
  const RuleInfo& info = (*rules)->rules.at(0).info;
  EXPECT_EQ(info.severity, Severity::kWarning);
  EXPECT_EQ(info.loses, Loss::kCard);
  EXPECT_EQ(info.fixable, Fixable::kSafe);
}

}  // namespace
}  // namespace catalint
