#include "yaml/parse.h"

#include <gtest/gtest.h>

#include "yaml/dump.h"

namespace catalint {
namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Parse, BlockCollections) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a", "\"a\"@1:1-1:2"},
      {"a: 1\n", "map{\"a\"@1:1-1:2: int \"1\"@1:4-1:5}@1:1-1:5"},
      {"a: 1", "map{\"a\"@1:1-1:2: int \"1\"@1:4-1:5}@1:1-1:5"},
      {"a:\n  b: c\n  d: e\nf: g\n",
       "map{\"a\"@1:1-1:2: map{\"b\"@2:3-2:4: \"c\"@2:6-2:7, \"d\"@3:3-3:4: "
       "\"e\"@3:6-3:7}@2:3-3:7, \"f\"@4:1-4:2: \"g\"@4:4-4:5}@1:1-4:5"},
      {"- a\n- - b\n  - c\n-\n- d: e\n  f: g\n",
       "list[\"a\"@1:3-1:4, list[\"b\"@2:5-2:6, \"c\"@3:5-3:6]@2:3-3:6, null "
       "\"\"@4:2-4:2, map{\"d\"@5:3-5:4: \"e\"@5:6-5:7, \"f\"@6:3-6:4: "
       "\"g\"@6:6-6:7}@5:3-6:7]@1:1-6:7"},
      {"a:\n- b\n- c\n",
       "map{\"a\"@1:1-1:2: list[\"b\"@2:3-2:4, "
       "\"c\"@3:3-3:4]@2:1-3:4}@1:1-3:4"},
      {"? a\n: b\n? [c]\n: d\n",
       "map{\"a\"@1:3-1:4: \"b\"@2:3-2:4, flow list[\"c\"@3:4-3:5]@3:3-3:6: "
       "\"d\"@4:3-4:4}@1:1-4:4"},
      {"  a: b\n  c: d\n",
       "map{\"a\"@1:3-1:4: \"b\"@1:6-1:7, \"c\"@2:3-2:4: "
       "\"d\"@2:6-2:7}@1:3-2:7"},
      {"a:    b   \nc: d\t\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:7-1:8, \"c\"@2:1-2:2: "
       "\"d\"@2:4-2:5}@1:1-2:5"},
      {"a: b\n  - c\n", "map{\"a\"@1:1-1:2: \"b - c\"@1:4-2:6}@1:1-2:6"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, FlowCollections) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"{a: 1, b: [x, 'y'], c: {}, d}\n",
       "flow map{\"a\"@1:2-1:3: int \"1\"@1:5-1:6, \"b\"@1:8-1:9: flow "
       "list[\"x\"@1:12-1:13, single \"y\"@1:15-1:18]@1:11-1:19, "
       "\"c\"@1:21-1:22: flow map{}@1:24-1:26, \"d\"@1:28-1:29: null "
       "\"\"@1:29-1:29}@1:1-1:30"},
      {"[]", "flow list[]@1:1-1:3"},
      {"a: {\n  b: c\n}\nd: e\n",
       "map{\"a\"@1:1-1:2: flow map{\"b\"@2:3-2:4: \"c\"@2:6-2:7}@1:4-3:2, "
       "\"d\"@4:1-4:2: \"e\"@4:4-4:5}@1:1-4:5"},
      {"{\"a\":1}\n",
       "flow map{double \"a\"@1:2-1:5: int \"1\"@1:6-1:7}@1:1-1:8"},
      {"[a, b, c: d]\n",
       "flow list[\"a\"@1:2-1:3, \"b\"@1:5-1:6, flow map{\"c\"@1:8-1:9: "
       "\"d\"@1:11-1:12}@1:8-1:12]@1:1-1:13"},
      {"a: [b,\n  c]\n",
       "map{\"a\"@1:1-1:2: flow list[\"b\"@1:5-1:6, "
       "\"c\"@2:3-2:4]@1:4-2:5}@1:1-2:5"},
      {"- {a: b}\n-   c\n",
       "list[flow map{\"a\"@1:4-1:5: \"b\"@1:7-1:8}@1:3-1:9, "
       "\"c\"@2:5-2:6]@1:1-2:6"},
      {"a: {{ x }}\n",
       "map{\"a\"@1:1-1:2: flow map{flow map{\"x\"@1:7-1:8: null "
       "\"\"@1:9-1:9}@1:5-1:10: null \"\"@1:10-1:10}@1:4-1:11}@1:1-1:11"},
      {"a: ${{ x }}\n", "map{\"a\"@1:1-1:2: \"${{ x }}\"@1:4-1:12}@1:1-1:12"},
      {"a: {b:c}\n",
       "map{\"a\"@1:1-1:2: flow map{\"b:c\"@1:5-1:8: null "
       "\"\"@1:8-1:8}@1:4-1:9}@1:1-1:9"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, EmptyValues) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a:\n", "map{\"a\"@1:1-1:2: null \"\"@1:3-1:3}@1:1-1:3"},
      {"a: # c\nb: ~\n",
       "map{\"a\"@1:1-1:2: null \"\"@1:3-1:3, \"b\"@2:1-2:2: null "
       "\"~\"@2:4-2:5}@1:1-2:5"},
      {"-\n- a\n", "list[null \"\"@1:2-1:2, \"a\"@2:3-2:4]@1:1-2:4"},
      {"{a, b: }\n",
       "flow map{\"a\"@1:2-1:3: null \"\"@1:3-1:3, \"b\"@1:5-1:6: null "
       "\"\"@1:8-1:8}@1:1-1:9"},
      {"a: ''\n", "map{\"a\"@1:1-1:2: single \"\"@1:4-1:6}@1:1-1:6"},
      {"a: #b\n", "map{\"a\"@1:1-1:2: null \"\"@1:3-1:3}@1:1-1:3"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, QuotedAndPlainScalars) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: 'it''s'\nb: \"x\\ty\\u00e9\"\nc: ''\n",
       "map{\"a\"@1:1-1:2: single \"it's\"@1:4-1:11, \"b\"@2:1-2:2: double "
       "\"x\\tyé\"@2:4-2:16, \"c\"@3:1-3:2: single \"\"@3:4-3:6}@1:1-3:6"},
      {"a: 'two\n  lines'\nb: c\n",
       "map{\"a\"@1:1-1:2: single \"two lines\"@1:4-2:9, \"b\"@3:1-3:2: "
       "\"c\"@3:4-3:5}@1:1-3:5"},
      {"a: one\n  two\n\n  three\nb: c\n",
       "map{\"a\"@1:1-1:2: \"one two\\nthree\"@1:4-4:8, \"b\"@5:1-5:2: "
       "\"c\"@5:4-5:5}@1:1-5:5"},
      {"a: b'c\n", "map{\"a\"@1:1-1:2: \"b'c\"@1:4-1:7}@1:1-1:7"},
      {"a: b\\\n", "map{\"a\"@1:1-1:2: \"b\\\"@1:4-1:6}@1:1-1:6"},
      {"a: b#c\n", "map{\"a\"@1:1-1:2: \"b#c\"@1:4-1:7}@1:1-1:7"},
      {"a: \"\\\n  x\"\n", "map{\"a\"@1:1-1:2: double \"x\"@1:4-2:5}@1:1-2:5"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, BlockScalars) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: |\n  x\n  y\nb: >-\n  x\n  y\n",
       "map{\"a\"@1:1-1:2: literal \"x\\ny\\n\"@1:4-4:1, \"b\"@4:1-4:2: folded "
       "\"x y\"@4:4-7:1}@1:1-7:1"},
      {"a: |+\n  x\n\nb: c\n",
       "map{\"a\"@1:1-1:2: literal \"x\\n\\n\"@1:4-4:1, \"b\"@4:1-4:2: "
       "\"c\"@4:4-4:5}@1:1-4:5"},
      {"a: |2\n   x\n",
       "map{\"a\"@1:1-1:2: literal \" x\\n\"@1:4-3:1}@1:1-3:1"},
      {"a: >\n  x\n\n  y\n    z\n",
       "map{\"a\"@1:1-1:2: folded \"x\\ny\\n  z\\n\"@1:4-6:1}@1:1-6:1"},
      {"a: |\nb: c\n",
       "map{\"a\"@1:1-1:2: literal \"\"@1:4-2:1, \"b\"@2:1-2:2: "
       "\"c\"@2:4-2:5}@1:1-2:5"},
      {"a: |", "map{\"a\"@1:1-1:2: literal \"\"@1:4-1:5}@1:1-1:5"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, Comments) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: b # c\nc: 'd' # e\n# f\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5, \"c\"@2:1-2:2: single "
       "\"d\"@2:4-2:7}@1:1-2:7"},
      {"# x\na: b\n", "map{\"a\"@2:1-2:2: \"b\"@2:4-2:5}@2:1-2:5"},
      {"a: &x\n  # c\n  b: c\n",
       "map{\"a\"@1:1-1:2: &x from 1:4-1:4 map{\"b\"@3:3-3:4: "
       "\"c\"@3:6-3:7}@3:3-3:7}@1:1-3:7"},
      {"- a\n# b\n- c\n", "list[\"a\"@1:3-1:4, \"c\"@3:3-3:4]@1:1-3:4"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, CommentBehindATab) {
  EXPECT_EQ(dump_problems("a: b\n\t# c\nc: d\n"), "");
}

TEST(Parse, AnchorsAndAliases) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: &x 1\nb: *x\nc: &y\n  d: e\nf: *y\n",
       "map{\"a\"@1:1-1:2: &x from 1:4-1:4 int \"1\"@1:7-1:8, \"b\"@2:1-2:2: "
       "*x@2:4-2:6, \"c\"@3:1-3:2: &y from 3:4-3:4 map{\"d\"@4:3-4:4: "
       "\"e\"@4:6-4:7}@4:3-4:7, \"f\"@5:1-5:2: *y@5:4-5:6}@1:1-5:6"},
      {"&r\na: b\n",
       "&r from 1:1-1:1 map{\"a\"@2:1-2:2: \"b\"@2:4-2:5}@2:1-2:5"},
      {"a: &e\nb: *e\n",
       "map{\"a\"@1:1-1:2: &e from 1:4-1:4 null \"\"@1:6-1:6, \"b\"@2:1-2:2: "
       "*e@2:4-2:6}@1:1-2:6"},
      {"&k a: b\nc: *k\n*k : d\n",
       "map{&k from 1:1-1:1 \"a\"@1:4-1:5: \"b\"@1:7-1:8, \"c\"@2:1-2:2: "
       "*k@2:4-2:6, *k@3:1-3:3: \"d\"@3:6-3:7}@1:1-3:7"},
      {"a: &x 1\nb: &x 2\nc: *x\n",
       "map{\"a\"@1:1-1:2: &x from 1:4-1:4 int \"1\"@1:7-1:8, \"b\"@2:1-2:2: "
       "&x from 2:4-2:4 int \"2\"@2:7-2:8, \"c\"@3:1-3:2: *x@3:4-3:6}@1:1-3:6"},
      {"- &a x\n---\n- *a\n",
       "list[&a from 1:3-1:3 \"x\"@1:6-1:7]@1:1-1:7 --- "
       "list[*a?@3:3-3:5]@3:1-3:5"},
      {"a: [&x b, *x]\n",
       "map{\"a\"@1:1-1:2: flow list[&x from 1:5-1:5 \"b\"@1:8-1:9, "
       "*x@1:11-1:13]@1:4-1:14}@1:1-1:14"},
      {"a: *x\n", "map{\"a\"@1:1-1:2: *x?@1:4-1:6}@1:1-1:6"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

// Types are what `yaml` 2.9.1 resolves; a tag that does not fit is a warning.
TEST(Parse, Tags) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: !!str 1\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:str from 1:4-1:4 "
       "\"1\"@1:10-1:11}@1:1-1:11"},
      {"a: !!str\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:str from 1:4-1:4 "
       "\"\"@1:9-1:9}@1:1-1:9"},
      {"a: !!int '2'\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:int from 1:4-1:4 single int "
       "\"2\"@1:10-1:13}@1:1-1:13"},
      {"a: !!int x\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:int from 1:4-1:4 "
       "\"x\"@1:10-1:11}@1:1-1:11"},
      {"a: !!int\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:int from 1:4-1:4 "
       "\"\"@1:9-1:9}@1:1-1:9"},
      {"a: !foo 3\n",
       "map{\"a\"@1:1-1:2: !!foo from 1:4-1:4 \"3\"@1:9-1:10}@1:1-1:10"},
      {"a: ! 12\n",
       "map{\"a\"@1:1-1:2: !! from 1:4-1:4 \"12\"@1:6-1:8}@1:1-1:8"},
      {"a: !!null ''\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:null from 1:4-1:4 single null "
       "\"\"@1:11-1:13}@1:1-1:13"},
      {"a: !!null x\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:null from 1:4-1:4 "
       "\"x\"@1:11-1:12}@1:1-1:12"},
      {"a: !!bool 'true'\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:bool from 1:4-1:4 single bool "
       "\"true\"@1:11-1:17}@1:1-1:17"},
      {"a: !!bool yes\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:bool from 1:4-1:4 "
       "\"yes\"@1:11-1:14}@1:1-1:14"},
      {"a: !!float 1.5\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:float from 1:4-1:4 float "
       "\"1.5\"@1:12-1:15}@1:1-1:15"},
      {"a: !!float 1\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:float from 1:4-1:4 "
       "\"1\"@1:12-1:13}@1:1-1:13"},
      {"a: !!binary aGk=\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:binary from 1:4-1:4 other "
       "\"aGk=\"@1:13-1:17}@1:1-1:17"},
      {"a: !!timestamp 2013-01-01\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:timestamp from 1:4-1:4 "
       "\"2013-01-01T00:00:00.000Z\"@1:16-1:26}@1:1-1:26"},
      {"a: !<tag:yaml.org,2002:str> 1\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:str from 1:4-1:4 "
       "\"1\"@1:29-1:30}@1:1-1:30"},
      {"%TAG ! tag:x.org,2024:\n---\na: !y z\n",
       "map{\"a\"@3:1-3:2: !tag:x.org,2024:y from 3:4-3:4 "
       "\"z\"@3:7-3:8}@3:1-3:8"},
      {"!!map {a: b}\n",
       "!tag:yaml.org,2002:map from 1:1-1:1 flow map{\"a\"@1:8-1:9: "
       "\"b\"@1:11-1:12}@1:7-1:13"},
      {"a: !!seq {b: c}\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:seq from 1:4-1:4 flow "
       "map{\"b\"@1:11-1:12: \"c\"@1:14-1:15}@1:10-1:16}@1:1-1:16"},
      {"a: !!str &x 1\n",
       "map{\"a\"@1:1-1:2: &x !tag:yaml.org,2002:str from 1:4-1:4 "
       "\"1\"@1:13-1:14}@1:1-1:14"},
      {"a: &x !!str 1\n",
       "map{\"a\"@1:1-1:2: &x !tag:yaml.org,2002:str from 1:4-1:4 "
       "\"1\"@1:13-1:14}@1:1-1:14"},
      {"a: !!str |\n  1\n",
       "map{\"a\"@1:1-1:2: !tag:yaml.org,2002:str from 1:4-1:4 literal "
       "\"1\\n\"@1:10-3:1}@1:1-3:1"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, Documents) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a\n---\nb\n", "\"a\"@1:1-1:2 --- \"b\"@3:1-3:2"},
      {"---\na\n...\n---\n...\n---\n# x\nb\n",
       "\"a\"@2:1-2:2 --- null \"\"@5:1-5:1 --- \"b\"@8:1-8:2"},
      {"--- a\n--- b\n---\n",
       "\"a\"@1:5-1:6 --- \"b\"@2:5-2:6 --- null \"\"@4:1-4:1"},
      {"a: b\n---\n\n---\nc: d\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5}@1:1-1:5 --- null \"\"@4:1-4:1 --- "
       "map{\"c\"@5:1-5:2: \"d\"@5:4-5:5}@5:1-5:5"},
      {"---\n", "null \"\"@2:1-2:1"},
      {"", ""},
      {"# c\n", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, NonAsciiText) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"é: ü\nb: 日本 # x\nc: 😀\n",
       "map{\"é\"@1:1-1:2: \"ü\"@1:4-1:5, \"b\"@2:1-2:2: \"日本\"@2:4-2:6, "
       "\"c\"@3:1-3:2: \"😀\"@3:4-3:5}@1:1-3:5"},
      {"\uFEFFa: b\nc: é\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5, \"c\"@2:1-2:2: "
       "\"é\"@2:4-2:5}@1:1-2:5"},
      {"\uFEFF# c\na: b\n", "map{\"a\"@2:1-2:2: \"b\"@2:4-2:5}@2:1-2:5"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, WindowsLineEnds) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: b\r\nc: d\r\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5, \"c\"@2:1-2:2: "
       "\"d\"@2:4-2:5}@1:1-2:5"},
      {"a: |\r\n  x\r\n  y\r\nb: 'c\r\n  d'\r\n",
       "map{\"a\"@1:1-1:2: literal \"x\\ny\\n\"@1:4-4:1, \"b\"@4:1-4:2: single "
       "\"c d\"@4:4-5:5}@1:1-5:5"},
      {"\uFEFF# c\r\na: b\r\n", "map{\"a\"@2:1-2:2: \"b\"@2:4-2:5}@2:1-2:5"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, TypesOfYaml11) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"%YAML 1.1\n---\na: NO\nb: 'NO'\nc: !!str NO\n",
       "%1.1 map{\"a\"@3:1-3:2: bool \"NO\"@3:4-3:6, \"b\"@4:1-4:2: single "
       "\"NO\"@4:4-4:8, \"c\"@5:1-5:2: !tag:yaml.org,2002:str from 5:4-5:4 "
       "\"NO\"@5:10-5:12}@3:1-5:12"},
      {"%YAML 1.1\n---\na: 12:30\nb: 0b1\nc: 0o7\n",
       "%1.1 map{\"a\"@3:1-3:2: int \"12:30\"@3:4-3:9, \"b\"@4:1-4:2: int "
       "\"0b1\"@4:4-4:7, \"c\"@5:1-5:2: \"0o7\"@5:4-5:7}@3:1-5:7"},
      {"%YAML 1.1\n---\na: 2013-01-01\nb: '2013-01-01'\n",
       "%1.1 map{\"a\"@3:1-3:2: \"2013-01-01T00:00:00.000Z\"@3:4-3:14, "
       "\"b\"@4:1-4:2: single \"2013-01-01\"@4:4-4:16}@3:1-4:16"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, VersionStaysForLaterDocuments) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"%YAML 1.1\n---\na: NO\n---\nb: NO\n...\n---\nc: yes\n",
       "%1.1 map{\"a\"@3:1-3:2: bool \"NO\"@3:4-3:6}@3:1-3:6 --- %1.1 "
       "map{\"b\"@5:1-5:2: bool \"NO\"@5:4-5:6}@5:1-5:6 --- %1.1 "
       "map{\"c\"@8:1-8:2: bool \"yes\"@8:4-8:7}@8:1-8:7"},
      {"%YAML 1.1\n---\na: NO\n...\n%YAML 1.2\n---\nb: NO\n",
       "%1.1 map{\"a\"@3:1-3:2: bool \"NO\"@3:4-3:6}@3:1-3:6 --- "
       "map{\"b\"@7:1-7:2: \"NO\"@7:4-7:6}@7:1-7:6"},
      {"%YAML 2.0\n---\na: NO\n", "map{\"a\"@3:1-3:2: \"NO\"@3:4-3:6}@3:1-3:6"},
      {"%YAML 1.3 # c\n---\na: NO\n",
       "map{\"a\"@3:1-3:2: \"NO\"@3:4-3:6}@3:1-3:6"},
      {"%YAML 1.10\n---\na: NO\n",
       "map{\"a\"@3:1-3:2: \"NO\"@3:4-3:6}@3:1-3:6"},
      {"a: |\n  %YAML 1.1\nb: NO\n",
       "map{\"a\"@1:1-1:2: literal \"%YAML 1.1\\n\"@1:4-3:1, \"b\"@3:1-3:2: "
       "\"NO\"@3:4-3:6}@1:1-3:6"},
      {"%FOO bar\n---\na: b\n", "map{\"a\"@3:1-3:2: \"b\"@3:4-3:5}@3:1-3:5"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, UnknownVersionIsAsIfItWereAbsent) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"%YAML 1.1\n---\nNO\n...\n%YAML 2.0\n---\nNO\n",
       "%1.1 bool \"NO\"@3:1-3:3 --- %1.1 bool \"NO\"@7:1-7:3"},
      {"%YAML 1.1\n---\nNO\n...\n%TAG ! x\n%YAML 2.0\n---\nNO\n---\nNO\n",
       "%1.1 bool \"NO\"@3:1-3:3 --- %1.1 bool \"NO\"@8:1-8:3 --- %1.1 bool "
       "\"NO\"@10:1-10:3"},
      {"%YAML 2.0\n%YAML 1.1\n---\nNO\n", "%1.1 bool \"NO\"@4:1-4:3"},
      {"%YAML 1.1\n%YAML 2.0\n---\nNO\n", "%1.1 bool \"NO\"@4:1-4:3"},
      {"%YAML 2.0\n---\nNO\n...\n%YAML 1.1\n---\nNO\n",
       "\"NO\"@3:1-3:3 --- %1.1 bool \"NO\"@7:1-7:3"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, SyntaxErrorKeepsTheDocumentsBeforeIt) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: b\n---\nc: 'd\n", "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5}@1:1-1:5"},
      {"a: b\n---\nc: @d\n---\ne: f\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5}@1:1-1:5"},
      {"a\n---\nb\n--- {\n", "\"a\"@1:1-1:2 --- \"b\"@3:1-3:2"},
      {"a: @b\n---\nc: d\n", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_tree(row.text), row.dump) << row.text;
  }
}

TEST(Parse, SyntaxProblems) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: b\n---\nc: 'd\n",
       "syntax@3:4-3:5 in 1 the quote that opens here is never closed"},
      {"a: 'x\nb: c\n",
       "syntax@1:4-1:5 the quote that opens here is never closed"},
      {"a: \"x\n", "syntax@1:4-1:5 the quote that opens here is never closed"},
      {"a: \"\\q\"\n",
       "syntax@1:5-1:6 this backslash escape does not exist in double quotes"},
      {"a: \"\\xZZ\"\n", "syntax@1:7-1:8 this escape needs hexadecimal digits"},
      {"a b\nc: d\n",
       "syntax@2:1-2:2 a key is not allowed here, below a value that has "
       "begun"},
      {"a: b\n\tc: d\n", "syntax@2:1-2:2 a tab where the indentation must be"},
      {"a:\n\tb: c\n", "syntax@2:1-2:2 a tab where the indentation must be"},
      // s-line-prefix(n,c): an empty line of a scalar holds spaces alone
      {"a: b\n\t\n   c\n",
       "syntax@2:1-2:2 a tab where the indentation must be"},
      {"a: b\n \t\n   c\n", ""},
      {"a:\n  b: c\n  \t\n    d\n",
       "syntax@3:3-3:4 a tab where the indentation must be"},
      {"a: 'b\n\t\n   c'\n",
       "syntax@2:1-2:2 a tab where the indentation must be"},
      {"a: b\n  \t\n   c\n", ""},
      {"a: 'b\n  \t\n   c'\n", ""},
      {"a: 'b\n\r c'\n",
       "syntax@2:1-2:2 this line belongs to the quotes that open above, and is "
       "not indented deeper than their key; control-character@2:1-2:2 a "
       "carriage return alone"},
      {"a: [b, -]\n",
       "syntax@1:8-1:9 a list item cannot stand between brackets"},
      {"? [c\n]\n: d\n", ""},
      {"a: &x b\nc: *x\r\r\n",
       "syntax@2:6-2:7 a carriage return alone after an alias; "
       "control-character@2:6-2:7 a carriage return alone"},
      {"a: &x\r\r\n  b: c\n",
       "syntax@1:6-1:7 a carriage return alone after an anchor or a tag; "
       "control-character@1:6-1:7 a carriage return alone"},
      {"{-: b}\n", ""},
      {"a: |\n\tb\n", "syntax@2:1-2:2 a tab where the indentation must be"},
      {"a: | x\n", "syntax@1:6-1:7 text right after the `|` or `>` of a block"},
      {"a: {b: c\nd: e\n",
       "syntax@1:4-1:5 the `{` that opens here is not closed, or a comma is "
       "missing in it"},
      {"a: [b\nc: d\n",
       "syntax@1:4-1:5 the `[` that opens here is not closed, or a comma is "
       "missing in it"},
      {"a: [b, c\n",
       "syntax@1:4-1:5 the `[` that opens here is not closed, or a comma is "
       "missing in it"},
      {"a: [b,,c]\n",
       "syntax@1:7-1:8 a value is missing between these brackets or commas"},
      {"a: *\n",
       "syntax@1:4-1:5 `*` starts an alias and needs a name right after it"},
      {"a: &\n",
       "syntax@1:4-1:5 `&` starts an anchor and needs a name right after it"},
      {"a: !x!y z\n",
       "syntax@1:4-1:5 `!` starts a tag, and no %TAG line declares this one"},
      {"a: !y|z b\n", "syntax@1:4-1:5 `!` starts a tag, and this is none"},
      {"a: - b\n", "syntax@1:4-1:5 a list item is not allowed here"},
      {"a: b\n  c: d\n",
       "syntax@2:3-2:4 a key is not allowed here, below a value that has "
       "begun"},
      {"a: b: c\n",
       "syntax@1:5-1:6 a second `:` in one line makes a map where text was "
       "meant"},
      {"a: @b\n", "syntax@1:4-1:5 `@` cannot start a value that is not quoted"},
      {"a: %b\n", "syntax@1:4-1:5 `%` cannot start a value that is not quoted"},
      {"- a\nb: c\n",
       "syntax@2:1-2:2 expected a list item that starts with `- ` here"},
      {"a: b\n- c\n", "syntax@2:1-2:2 expected a key such as `name:` here"},
      {"a: 'b' c\n", "syntax@1:8-1:9 text after the closing quote"},
      {"a: \"b\"#c\n", "syntax@1:7-1:8 a comment needs a space before its `#`"},
      {"{a: b}\nc\n", "syntax@2:1-2:2 in 1 text after the end of the document"},
      {"a:\n  b: c\n d: e\n",
       "syntax@3:2-3:3 expected a key such as `name:` here"},
      {"%YAML abc\n---\na\n",
       "syntax@1:1-1:2 this %YAML line has no version such as 1.2"},
      {"%YAML\n---\na\n",
       "syntax@1:1-1:2 this %YAML line has no version such as 1.2"},
      {"\n\n  @\n",
       "syntax@3:3-3:4 `@` cannot start a value that is not quoted"},
      {"é: é\nü: 'x\n",
       "syntax@2:4-2:5 the quote that opens here is never closed"},
      {"a: é\u2028b: c\n",
       "syntax@1:7-1:8 a second `:` in one line makes a map where text was "
       "meant"},
      {"a: b\rc: d\n",
       "syntax@1:7-1:8 a second `:` in one line makes a map where text was "
       "meant; control-character@1:5-1:6 a carriage return alone"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_problems(row.text), row.dump) << row.text;
  }
}

TEST(Parse, ConflictMarkers) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
       "conflict-marker@1:1-1:13 `<<<<<<< HEAD`"},
      {"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n",
       "conflict-marker@2:1-2:13 `<<<<<<< HEAD`"},
      {"a: |\n  <<<<<<< HEAD\nb: c\n", ""},
      {"a: <<<<<<< x\n", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_problems(row.text), row.dump) << row.text;
  }
}

// Keys are equal where `===` of JavaScript says so.
TEST(Parse, DuplicateKeys) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: 1\na: 2\n", "duplicate-key@2:1-2:2 `a` (1:1-1:2: the first one)"},
      {"a: 1\n'a': 2\n\"a\": 3\n",
       "duplicate-key@2:1-2:4 `'a'` (1:1-1:2: the first one); "
       "duplicate-key@3:1-3:4 `\"a\"` (1:1-1:2: the first one)"},
      {"a: {b: 1, b: 2}\n",
       "duplicate-key@1:11-1:12 `b` (1:5-1:6: the first one)"},
      {"1: a\n\"1\": b\n", ""},
      {"1: a\n0x1: b\n1.0: c\n",
       "duplicate-key@2:1-2:4 `0x1` (1:1-1:2: the first one); "
       "duplicate-key@3:1-3:4 `1.0` (1:1-1:2: the first one)"},
      {"-0: a\n0: b\n", "duplicate-key@2:1-2:2 `0` (1:1-1:3: the first one)"},
      {"~: a\nnull: b\n",
       "duplicate-key@2:1-2:5 `null` (1:1-1:2: the first one)"},
      {"true: a\nTrue: b\n'true': c\n",
       "duplicate-key@2:1-2:5 `True` (1:1-1:5: the first one)"},
      {".nan: a\n.nan: b\n", ""},
      {"? [a]\n: 1\n? [a]\n: 2\n", ""},
      {"&a a: 1\n*a : 2\n", ""},
      {"!!str 1: a\n1: b\n", ""},
      {"a: 1\n!x a: 2\n", "duplicate-key@2:4-2:5 `a` (1:1-1:2: the first one)"},
      {"a: 1\nA: 2\n", ""},
      {"a: 1\n---\na: 2\n", ""},
      {"- a: 1\n- a: 2\n", ""},
      {"k0: v\nk1: v\nk2: v\nk3: v\nk4: v\nk5: v\nk6: v\nk7: v\nk8: v\nk9: "
       "v\nk10: v\nk11: v\nk12: v\nk13: v\nk14: v\nk15: v\nk16: v\nk17: "
       "v\nk18: v\nk19: v\nk7: v\n",
       "duplicate-key@21:1-21:3 `k7` (8:1-8:3: the first one)"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_problems(row.text), row.dump) << row.text;
  }
}

TEST(Parse, UnknownAliasesAndCycles) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: *x\n", "unknown-alias@1:4-1:6 `*x`"},
      {"a: *x\nb: &x 1\n", "unknown-alias@1:4-1:6 `*x`"},
      {"- &a x\n---\n- *a\n", "unknown-alias@3:3-3:5 in 1 `*a`"},
      {"a: &x [*x]\n", "alias-cycle@1:8-1:10 `*x`"},
      {"a: &x\n  b: *x\n", "alias-cycle@2:6-2:8 `*x`"},
      {"&r\na: *r\n", "alias-cycle@2:4-2:6 `*r`"},
      {"&x a: {b: *x}\n", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_problems(row.text), row.dump) << row.text;
  }
}

TEST(Parse, MergeKeys) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"a: &b {x: y}\n<<: *b\n", "merge-key@2:1-2:3"},
      {"a: {b: c, <<: {d: e}}\n", "merge-key@1:11-1:13"},
      {"'<<': {a: b}\n", ""},
      {"a: <<\n", ""},
      {"a: b\n\"<<\": {c: d}\n", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_problems(row.text), row.dump) << row.text;
  }
}

TEST(Parse, MergeKeyMayBeTheOnlyKey) {
  EXPECT_EQ(dump_problems("b: &b {x: y}\na:\n  <<: *b\n"), "merge-key@3:3-3:5");
}

// `!!merge` and YAML 1.1 do merge (`yaml` 2.9.1, merge: false).
TEST(Parse, MergeKeysThatMergeAreNone) {
  EXPECT_EQ(dump_problems("a: b\n!!merge <<: {c: d}\n"), "");
  EXPECT_EQ(dump_problems("%YAML 1.1\n---\na: b\n<<: {c: d}\n"),
            "version-directive@1:1-1:10");
}

// The other tags that do not fit are warnings, as this one is in YAML 1.1.
TEST(Parse, TimestampTagNeedsADate) {
  EXPECT_EQ(dump_problems("a: !!timestamp x\n"),
            "syntax@1:16-1:17 !!timestamp wants a date such as 2013-01-01");
  EXPECT_EQ(dump_problems("a: !!timestamp 2013-01-01\n"), "");
  EXPECT_EQ(dump_problems("%YAML 1.1\n---\na: !!timestamp x\n"),
            "version-directive@1:1-1:10");
}

TEST(Parse, VersionDirectives) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"%YAML 1.1\n---\na\n", "version-directive@1:1-1:10"},
      {"# c\n%YAML 1.1 # d\n---\na\n", "version-directive@2:1-2:14"},
      {"a\n...\n%YAML 1.1\n---\nb\n", "version-directive@3:1-3:10 in 1"},
      {"%YAML 1.2\n---\na\n", ""},
      {"%YAML 2.0\n---\na\n", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_problems(row.text), row.dump) << row.text;
  }
}

TEST(Parse, NothingToRead) {
  const struct {
    std::string text;
    const char* dump;
  } rows[] = {
      {"", "empty@1:1-1:1"},
      {"\n", "empty@1:1-1:1"},
      {"# c\n", "empty@1:1-1:1"},
      {"---\n", "empty@1:1-1:1"},
      {"---\n...\n", "empty@1:1-1:1"},
      {"null\n", "empty@1:1-1:1"},
      {"~\n", "empty@1:1-1:1"},
      {"--- \n--- ~\n", "empty@1:1-1:1"},
      {"\uFEFF", "empty@1:1-1:1"},
      {"---\na\n---\n", ""},
      {"''\n", ""},
      {"[]\n", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(dump_problems(row.text), row.dump) << row.text;
  }
}

TEST(Parse, CountsAliasesAsTheYamlPackage) {
  const auto problems = [](int times) {
    return dump_problems("a: &a x\nb: [" + repeat("*a,", times) + "]\n");
  };
  EXPECT_EQ(problems(99), "");
  EXPECT_EQ(problems(100), "alias-bomb@2:302-2:304 `*a`");
  EXPECT_EQ(problems(101), "alias-bomb@2:302-2:304 `*a`");
}

TEST(Parse, CountsAliasesOfAliases) {
  const std::string laughs =
      "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\n"
      "e: &e [*d,*d]\n";
  EXPECT_EQ(dump_problems(laughs), "");
  EXPECT_EQ(dump_problems(laughs + "f: [*e,*e]\n"), "alias-bomb@6:5-6:7 `*e`");
}

TEST(Parse, StopsAt128Levels) {
  const auto nested = [](int levels) {
    return repeat("[", levels) + repeat("]", levels) + "\n";
  };
  EXPECT_EQ(dump_problems(nested(128)), "");
  EXPECT_EQ(dump_problems(nested(129)), "too-deep@1:129-1:130 128");
  EXPECT_EQ(dump_problems("a: b\n---\n" + nested(129)),
            "too-deep@3:129-3:130 in 1 128");
  EXPECT_EQ(dump_tree("a\n---\n" + nested(129)), "\"a\"@1:1-1:2");
  EXPECT_EQ(dump_problems(repeat("- ", 129) + "a\n"),
            "too-deep@1:257-1:258 128");
  EXPECT_EQ(dump_problems(repeat("[", 100'000)), "too-deep@1:129-1:130 128");
}

// libyaml counts code points; every 256th has its byte kept.
TEST(Parse, OffsetsAreRightBehindLongTextThatIsNotAscii) {
  for (const int length : {0, 1, 253, 254, 255, 256, 257, 511, 512, 1000}) {
    for (const char* letter : {"e", "é", "日", "😀"}) {
      const std::string before = "# " + repeat(letter, length) + "é\n";
      const SourceFile source("x", before + "k: 'vä' # €\nl: w\n");
      const YamlStream stream = parse_yaml(source);
      ASSERT_EQ(stream.documents.size(), 1U);
      const auto& members = stream.documents[0].root->members;
      ASSERT_EQ(members.size(), 2U);
      EXPECT_EQ(source.text(members[0].key->span), "k");
      EXPECT_EQ(source.text(members[0].value->span), "'vä'");
      EXPECT_EQ(source.text(members[1].key->span), "l");
      EXPECT_EQ(source.text(members[1].value->span), "w");
      EXPECT_EQ(members[1].value->span.end + 1, source.bytes().size());
    }
  }
}

// These end soon only where no step is taken for every pair.
TEST(Parse, TakesTimeInProportionToTheText) {
  constexpr int kMany = 100'000;
  std::string keys;
  for (int i = 0; i < kMany; ++i) keys += "k" + std::to_string(i) + ": v\n";
  EXPECT_EQ(dump_problems(keys), "");
  EXPECT_EQ(dump_problems(keys + "k0: v\n"),
            "duplicate-key@100001:1-100001:3 `k0` (1:1-1:3: the first one)");
  EXPECT_EQ(dump_problems("a: &a []\nb:\n" + repeat("- *a\n", kMany)), "");
  EXPECT_EQ(dump_problems(repeat("- &a []\n- *a\n", kMany / 2)), "");
  EXPECT_EQ(dump_problems(repeat("- x\x01\n", kMany)),
            "control-character@1:4-1:5 \\x01");
  EXPECT_EQ(dump_problems(repeat("---\n", kMany) + "a\n"), "");
  EXPECT_EQ(dump_problems("a: \"" + repeat("é\\n", kMany) + "\"\n"), "");
  EXPECT_EQ(dump_problems("a: " + repeat("b ", kMany) + "\n"), "");
}

}  // namespace
}  // namespace catalint
