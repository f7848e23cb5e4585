// Text at which libyaml stops and the `yaml` package does not.
#include "yaml/mend.h"

#include <gtest/gtest.h>

#include "yaml/dump.h"

namespace catalint {
namespace {

struct Row {
  std::string text;
  const char* tree;
};

void expect(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(dump_tree(row.text), row.tree);
    EXPECT_EQ(dump_problems(row.text), "");
  }
}

// YAML 1.2.2, rule 146, flow mapping adjacent values are for keys like JSON's
// alone, yet the package takes them where an indicator follows.
TEST(Mend, NoSpaceBetweenAColonAndABracket) {
  expect({
      {"a: {b:{c: d}}\n",
       "map{\"a\"@1:1-1:2: flow map{\"b\"@1:5-1:6: flow map{\"c\"@1:8-1:9: "
       "\"d\"@1:11-1:12}@1:7-1:13}@1:4-1:14}@1:1-1:14"},
      {"{a:[b], c:[d]}\n",
       "flow map{\"a\"@1:2-1:3: flow list[\"b\"@1:5-1:6]@1:4-1:7, "
       "\"c\"@1:9-1:10: flow list[\"d\"@1:12-1:13]@1:11-1:14}@1:1-1:15"},
      {"{a:, b:}\n",
       "flow map{\"a\"@1:2-1:3: null \"\"@1:4-1:4, \"b\"@1:6-1:7: null "
       "\"\"@1:8-1:8}@1:1-1:9"},
      {"{é:[ü]}\n",
       "flow map{\"é\"@1:2-1:3: flow list[\"ü\"@1:5-1:6]@1:4-1:7}@1:1-1:8"},
  });
}

// Rule 193, s-l+block-node: an implicit key may be empty, and is null then.
TEST(Mend, NoKeyBeforeAColon) {
  expect({
      {": x\n", "map{null \"~\"@1:1-1:1: \"x\"@1:3-1:4}@1:1-1:4"},
      {"- : x\n- y\n",
       "list[map{null \"~\"@1:3-1:3: \"x\"@1:5-1:6}@1:3-1:6, "
       "\"y\"@2:3-2:4]@1:1-2:4"},
      {"a: b\n:\n  c: d\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5, null \"~\"@2:1-2:1: "
       "map{\"c\"@3:3-3:4: \"d\"@3:6-3:7}@3:3-3:7}@1:1-3:7"},
      {"{a, : b}\n",
       "flow map{\"a\"@1:2-1:3: null \"\"@1:3-1:3, null \"~\"@1:5-1:5: "
       "\"b\"@1:7-1:8}@1:1-1:9"},
      {"[: b]\n",
       "flow list[flow map{null \"~\"@1:2-1:2: "
       "\"b\"@1:4-1:5}@1:2-1:5]@1:1-1:6"},
  });
}

// Rules 148 and 149: in a flow map a key may have more than one line.
TEST(Mend, KeysOfFlowMapsOnTwoLines) {
  expect({
      {"{\"a\n b\": c}\n",
       "flow map{double \"a b\"@1:2-2:4: \"c\"@2:6-2:7}@1:1-2:8"},
      {"[{a: b, c\n : d}]\n",
       "flow list[flow map{\"a\"@1:3-1:4: \"b\"@1:6-1:7, \"c\"@1:9-1:10: "
       "\"d\"@2:4-2:5}@1:2-2:6]@1:1-2:7"},
      {"{&x [a\n]: b}\n",
       "flow map{&x from 1:2-1:2 flow list[\"a\"@1:6-1:7]@1:5-2:2: "
       "\"b\"@2:4-2:5}@1:1-2:6"},
  });
  EXPECT_EQ(dump_problems("[a\n : b]\n"),
            "syntax@1:1-1:2 the `[` that opens here is not closed, or a comma "
            "is missing in it");
}

TEST(Mend, TwoKeysThatAreMissingAreTheSame) {
  EXPECT_EQ(dump_problems(": a\n: b\n"),
            "duplicate-key@2:1-2:1 `` (1:1-1:1: the first one)");
}

TEST(Mend, TabsThatAreNoIndentation) {
  expect({
      {"a: b\n\t\nc: d\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5, \"c\"@3:1-3:2: "
       "\"d\"@3:4-3:5}@1:1-3:5"},
      {"-\ta\n", "list[\"a\"@1:3-1:4]@1:1-1:4"},
      {"-\t{a: b}\n",
       "list[flow map{\"a\"@1:4-1:5: \"b\"@1:7-1:8}@1:3-1:9]@1:1-1:9"},
      {"-\t\"a: b\"\n", "list[double \"a: b\"@1:3-1:9]@1:1-1:9"},
      {"?\ta\n: b\n", "map{\"a\"@1:3-1:4: \"b\"@2:3-2:4}@1:1-2:4"},
  });
}

// Rule 165, b-chomped-last: the end of the file is the end of the last line.
TEST(Mend, LastLineOfABlockWithoutALineEnd) {
  expect({
      {"a: |\n  x", "map{\"a\"@1:1-1:2: literal \"x\\n\"@1:4-2:4}@1:1-2:4"},
      {"a: >\n  x", "map{\"a\"@1:1-1:2: folded \"x\\n\"@1:4-2:4}@1:1-2:4"},
      {"a: |-\n  x", "map{\"a\"@1:1-1:2: literal \"x\"@1:4-2:4}@1:1-2:4"},
      {"a: |+\n  x\n ", "map{\"a\"@1:1-1:2: literal \"x\\n\"@1:4-3:1}@1:1-3:1"},
      {"a: b|", "map{\"a\"@1:1-1:2: \"b|\"@1:4-1:6}@1:1-1:6"},
  });
}

// Rule 102, ns-anchor-char: all but blanks and flow indicators.
TEST(Mend, NamesOfAnchors) {
  expect({
      {"a: &x/y.z 1\nb: *x/y.z\n",
       "map{\"a\"@1:1-1:2: &x/y.z from 1:4-1:4 int \"1\"@1:11-1:12, "
       "\"b\"@2:1-2:2: *x/y.z@2:4-2:10}@1:1-2:10"},
      {"[!t &é [], *é]\n",
       "flow list[&é !!t from 1:2-1:2 flow list[]@1:8-1:10, "
       "*é@1:12-1:14]@1:1-1:15"},
      {"[&a.b 1, &aQb 2, *a.b]\n",
       "flow list[&a.b from 1:2-1:2 int \"1\"@1:7-1:8, &aQb from 1:10-1:10 "
       "int \"2\"@1:15-1:16, *a.b@1:18-1:22]@1:1-1:23"},
  });
  EXPECT_EQ(dump_problems("a: &x b\n*x: c\n"), "unknown-alias@2:1-2:3 `*x:`");
  EXPECT_EQ(dump_problems("a: *.js\n"),
            "syntax@1:4-1:5 `*` starts an alias and needs a name right after "
            "it");
}

// Rule 126, ns-plain-first: `:` may start a plain scalar.
TEST(Mend, ColonsThatStartPlainScalars) {
  expect({
      {"{a: :b, :c: d}\n",
       "flow map{\"a\"@1:2-1:3: \":b\"@1:5-1:7, \":c\"@1:9-1:11: "
       "\"d\"@1:13-1:14}@1:1-1:15"},
      {"[::a, Q]\n", "flow list[\"::a\"@1:2-1:5, \"Q\"@1:7-1:8]@1:1-1:9"},
  });
}

// Rule 170, l-nb-literal-text: tabs are text behind the indentation.
TEST(Mend, TabsThatStartABlock) {
  expect({
      {"a: |\n   \tx\n    y\n",
       "map{\"a\"@1:1-1:2: literal \"\\tx\\n y\\n\"@1:4-4:1}@1:1-4:1"},
  });
  EXPECT_EQ(dump_problems("a:\n  b: |\n  \tx\n"),
            "syntax@3:3-3:4 a tab where the indentation must be");
}

TEST(Mend, LinesThatThePackageDrops) {
  expect({
      {"a: b\n? [c]\n  d: e\n\n  - f\ng: h\n",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5, flow list[\"c\"@2:4-2:5]@2:3-2:6: "
       "null \"\"@6:1-6:1, \"g\"@6:1-6:2: \"h\"@6:4-6:5}@1:1-6:5"},
      {"? 'a'\n  b", "map{single \"a\"@1:3-1:6: null \"\"@2:4-2:4}@1:1-2:4"},
  });
}

// An empty document comes first, as the package counts.
TEST(Mend, DocumentEndAtTheStart) {
  expect({
      {"...\na: b\n",
       "null \"\"@2:1-2:1 --- map{\"a\"@2:1-2:2: "
       "\"b\"@2:4-2:5}@2:1-2:5"},
      {"...\n---\na: b\n",
       "null \"\"@2:1-2:1 --- map{\"a\"@3:1-3:2: "
       "\"b\"@3:4-3:5}@3:1-3:5"},
  });
}

TEST(Mend, NothingElse) {
  const struct {
    const char* problem;
    const char* text;
    std::size_t offset;
  } rows[] = {
      {"found character that cannot start any token", "a: @b", 3},
      {"found character that cannot start any token", "a:\n\tb: c", 3},
      {"found character that cannot start any token", "-\ta: b", 1},
      {"found character that cannot start any token", "-\t&a b", 1},
      {"found character that cannot start any token", "-\t!a b", 1},
      {"found character that cannot start any token", "-\t- a", 1},
      {"found character that cannot start any token", "-\t? a", 1},
      {"found character that cannot start any token", "-\t\"a\": \"b\"", 1},
      {"found character that cannot start any token", "-\t[a]: [b]", 1},
      {"found unexpected ':'", "{a:?b}", 2},
      {"did not find expected key", "a: 'b' c", 7},
      {"did not find expected key", "a: b\n:c", 5},
      {"did not find expected key", "? [a]\n    b: c\n  d: e\n", 10},
      {"did not find expected node content", "[,]", 1},
      {"did not find expected node content", "[", 1},
  };
  for (const auto& row : rows) {
    EXPECT_FALSE(find_mend(row.problem, row.text, row.offset, std::nullopt))
        << row.text;
  }
}

}  // namespace
}  // namespace catalint
