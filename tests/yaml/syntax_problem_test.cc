// Every problem of libyaml 0.2.5 is told in words of our own.
#include "yaml/syntax_problem.h"

#include <gtest/gtest.h>

#include "yaml/dump.h"
#include "yaml/syntax_words.h"

namespace catalint {
namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

// The texts of scanner.c, parser.c and reader.c.
TEST(SyntaxWords, KnowEveryProblemOfLibyaml) {
  const struct {
    const char* context;
    const char* problem;
  } rows[] = {
      {"while scanning a simple key", "could not find expected ':'"},
      {"while scanning for the next token",
       "found character that cannot start any token"},
      {"", "block sequence entries are not allowed in this context"},
      {"", "mapping keys are not allowed in this context"},
      {"", "mapping values are not allowed in this context"},
      {"while scanning a directive", "found unknown directive name"},
      {"while scanning a directive",
       "did not find expected comment or line break"},
      {"while scanning a directive", "could not find expected directive name"},
      {"while scanning a directive",
       "found unexpected non-alphabetical character"},
      {"while scanning a %YAML directive",
       "did not find expected digit or '.' character"},
      {"while scanning a %YAML directive",
       "found extremely long version number"},
      {"while scanning a %YAML directive",
       "did not find expected version number"},
      {"while scanning a %TAG directive", "did not find expected whitespace"},
      {"while scanning a %TAG directive",
       "did not find expected whitespace or line break"},
      {"while scanning a tag directive", "did not find expected '!'"},
      {"while parsing a tag directive", "did not find expected '!'"},
      {"while parsing a %TAG directive", "did not find expected tag URI"},
      {"while parsing a %TAG directive", "did not find URI escaped octet"},
      {"while parsing a %TAG directive",
       "found an incorrect leading UTF-8 octet"},
      {"while parsing a %TAG directive",
       "found an incorrect trailing UTF-8 octet"},
      {"while scanning an anchor",
       "did not find expected alphabetic or numeric character"},
      {"while scanning an alias",
       "did not find expected alphabetic or numeric character"},
      {"while scanning a tag", "did not find expected '!'"},
      {"while scanning a tag", "did not find the expected '>'"},
      {"while scanning a tag",
       "did not find expected whitespace or line break"},
      {"while parsing a tag", "did not find expected tag URI"},
      {"while parsing a tag", "did not find URI escaped octet"},
      {"while parsing a tag", "found an incorrect leading UTF-8 octet"},
      {"while parsing a tag", "found an incorrect trailing UTF-8 octet"},
      {"while scanning a block scalar",
       "found an indentation indicator equal to 0"},
      {"while scanning a block scalar",
       "did not find expected comment or line break"},
      {"while scanning a block scalar",
       "found a tab character where an indentation space is expected"},
      {"while scanning a quoted scalar", "found unexpected document indicator"},
      {"while scanning a quoted scalar", "found unexpected end of stream"},
      {"while parsing a quoted scalar", "found unknown escape character"},
      {"while parsing a quoted scalar",
       "did not find expected hexdecimal number"},
      {"while parsing a quoted scalar",
       "found invalid Unicode character escape code"},
      {"while scanning a plain scalar", "found unexpected ':'"},
      {"while scanning a plain scalar",
       "found a tab character that violates indentation"},
      {"", "did not find expected <document start>"},
      {"while parsing a node", "found undefined tag handle"},
      {"while parsing a block node", "did not find expected node content"},
      {"while parsing a flow node", "did not find expected node content"},
      {"while parsing a block collection",
       "did not find expected '-' indicator"},
      {"while parsing a block mapping", "did not find expected key"},
      {"while parsing a flow sequence", "did not find expected ',' or ']'"},
      {"while parsing a flow mapping", "did not find expected ',' or '}'"},
      {"", "found duplicate %YAML directive"},
      {"", "found incompatible YAML document"},
      {"", "found duplicate %TAG directive"},
      {"", "control characters are not allowed"},
      {"", "expected low surrogate area"},
      {"", "incomplete UTF-16 character"},
      {"", "incomplete UTF-16 surrogate pair"},
      {"", "incomplete UTF-8 octet sequence"},
      {"", "input error"},
      {"", "input is too long"},
      {"", "invalid Unicode character"},
      {"", "invalid leading UTF-8 octet"},
      {"", "invalid length of a UTF-8 sequence"},
      {"", "invalid trailing UTF-8 octet"},
      {"", "unexpected low surrogate area"},
  };
  const SyntaxWords general = syntax_words("", "");
  for (const auto& row : rows) {
    SCOPED_TRACE(row.problem);
    const SyntaxWords words = syntax_words(row.context, row.problem);
    EXPECT_NE(words.detail, general.detail);
    EXPECT_FALSE(words.hint.empty());
    EXPECT_EQ(words.detail.find(row.problem), std::string_view::npos);
  }
}

TEST(SyntaxProblem, SaysWhatIsWrong) {
  const struct {
    std::string text;
    const char* problem;
  } rows[] = {
      {"a: {b: [",
       "syntax@1:8-1:9 the `[` that opens here is not closed, or a comma is "
       "missing in it"},
      {"a: [b, {c: d}, {\n\n",
       "syntax@1:16-1:17 the `{` that opens here is not closed, or a comma is "
       "missing in it"},
      {"a: [b,\n",
       "syntax@1:4-1:5 the `[` that opens here is not closed, or a comma is "
       "missing in it"},
      {"a: }\n", "syntax@1:4-1:5 `}` cannot start a value that is not quoted"},
      {"- ]\n", "syntax@1:3-1:4 `]` cannot start a value that is not quoted"},
      {"a: , b\n",
       "syntax@1:4-1:5 `,` cannot start a value that is not quoted"},
      {"a: |0\n  b\n", "syntax@1:5-1:6 a block cannot be indented by 0"},
      {"a: |b\n  c\n",
       "syntax@1:5-1:6 text right after the `|` or `>` of a block"},
      {"a: \"\\uD800\"\n",
       "syntax@1:7-1:8 this escape is the number of no character"},
      {"a: \"b\n---\nc\"\n",
       "syntax@1:4-1:5 the quote that opens here is never closed"},
      {"a: !<x\n", "syntax@1:4-1:5 `!` starts a tag, and this is none"},
      {"a: !x%zz b\n", "syntax@1:4-1:5 `!` starts a tag, and this is none"},
      {"%TAG a b\n---\nc\n",
       "syntax@1:1-1:2 this %TAG line is not `%TAG !handle! prefix`"},
      {"%TAG !a! b\n%TAG !a! c\n---\nd\n",
       "syntax@2:1-2:2 a second %TAG line for the same handle"},
      {"%YAML 1.1\na: b\n",
       "syntax@2:1-2:2 `---` is missing after the lines "
       "that start with `%`"},
      {"a: {b:?c}\n", "syntax@1:6-1:7 no space after this `:`"},
      {"a: ? b\n",
       "syntax@1:4-1:5 `? ` starts a key, which is not allowed here"},
      {"a: [b, -]\n",
       "syntax@1:8-1:9 a list item cannot stand between "
       "brackets"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_problems(row.text), row.problem) << row.text;
  }
}

TEST(SyntaxProblem, KnowsTheTagsOfTemplates) {
  const struct {
    const char* text;
    bool is_template;
  } rows[] = {
      {"a:\n  {%- if b %}\n  c: d\n", true},
      {"a: {% if b %}c{% endif %}\n", true},
      {"a:\n  {{- if .b }}\n  c: d\n", true},
      {"a:\n  {#- b -#}\n  c: d\n", true},
      {"a: %}\n", true},
      {"a: %b\n", false},
      {"a: 'b' {{ c }}\n", false},
      {"a: @b # {% c %}\n", false},
      {"a: b: c # {% d %}\n", false},
      {"a: \"{% b %}\" c\n", false},
      {"{{}: 1\n", false},
      {"a: [b, {c: d}, {\n", false},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    const SourceFile source("x.yaml", row.text);
    const YamlStream stream = parse_yaml(source);
    ASSERT_EQ(stream.problems.size(), 1U);
    EXPECT_EQ(stream.problems.front().hint == kRenderTemplate, row.is_template)
        << stream.problems.front().hint;
  }
}

}  // namespace
}  // namespace catalint
