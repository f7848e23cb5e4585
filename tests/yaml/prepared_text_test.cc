// Bytes that libyaml refuses and Backstage takes: they come back exactly.
#include "yaml/prepared_text.h"

#include <gtest/gtest.h>

#include "yaml/dump.h"

namespace catalint {
namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

TEST(PreparedText, LineSeparatorsAreText) {
  const struct {
    std::string text;
    const char* tree;
    const char* problems;
  } rows[] = {
      {"a: x\xC2\x85y\nb: 'p\u2028q\u2029r'\n",
       "map{\"a\"@1:1-1:2: \"x\\x85y\"@1:4-1:7, \"b\"@2:1-2:2: single "
       "\"p\\u{2028}q\\u{2029}r\"@2:4-2:11}@1:1-2:11",
       ""},
      {"a: x\xC2\x85y z\xC2\x85\nb: \"\u2028\"\n",
       "map{\"a\"@1:1-1:2: \"x\\x85y z\\x85\"@1:4-1:10, \"b\"@2:1-2:2: double "
       "\"\\u{2028}\"@2:4-2:7}@1:1-2:7",
       ""},
      {"a: |\n  x\u2028y\n  z\xC2\x85\n",
       "map{\"a\"@1:1-1:2: literal "
       "\"x\\u{2028}y\\nz\\x85\\n\"@1:4-4:1}@1:1-4:1",
       ""},
      {"# \u2028 x: [\na: b\n", "map{\"a\"@2:1-2:2: \"b\"@2:4-2:5}@2:1-2:5",
       ""},
      {"a: [x\u2028, y]\n",
       "map{\"a\"@1:1-1:2: flow list[\"x\\u{2028}\"@1:5-1:7, "
       "\"y\"@1:9-1:10]@1:4-1:11}@1:1-1:11",
       ""},
      {"? k\u2028l\n: v\n",
       "map{\"k\\u{2028}l\"@1:3-1:6: \"v\"@2:3-2:4}@1:1-2:4", ""},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(dump_tree(row.text), row.tree);
    EXPECT_EQ(dump_problems(row.text), row.problems);
  }
}

TEST(PreparedText, ControlCharactersAreText) {
  const struct {
    std::string text;
    const char* tree;
    const char* problems;
  } rows[] = {
      {"a: x\x02y\n", "map{\"a\"@1:1-1:2: \"x\\x02y\"@1:4-1:7}@1:1-1:7",
       "control-character@1:5-1:6 \\x02"},
      {"a: \x01"
       "b\x7F"
       "c\nd: \x1B[0m\n",
       "map{\"a\"@1:1-1:2: \"\\x01b\\x7Fc\"@1:4-1:8, \"d\"@2:1-2:2: "
       "\"\\x1B[0m\"@2:4-2:8}@1:1-2:8",
       "control-character@1:4-1:5 \\x01"},
      {"a: \0b\n"s, "map{\"a\"@1:1-1:2: \"\\x00b\"@1:4-1:6}@1:1-1:6",
       "control-character@1:4-1:5 \\x00"},
      {"a: b\0\0\0\0\n"s,
       "map{\"a\"@1:1-1:2: \"b\\x00\\x00\\x00\\x00\"@1:4-1:9}@1:1-1:9",
       "control-character@1:5-1:6 \\x00"},
      {"a: \xC2\x80\xC2\x9F\n",
       "map{\"a\"@1:1-1:2: \"\\x80\\x9F\"@1:4-1:6}@1:1-1:6",
       "control-character@1:4-1:5 \\x80"},
      {"a: \uFFFE\uFFFF\n",
       "map{\"a\"@1:1-1:2: \"\\u{FFFE}\\u{FFFF}\"@1:4-1:6}@1:1-1:6",
       "control-character@1:4-1:5 \\u{FFFE}"},
      {"a: \"x\\x01y\x02\"\n",
       "map{\"a\"@1:1-1:2: double \"x\\x01y\\x02\"@1:4-1:13}@1:1-1:13",
       "control-character@1:11-1:12 \\x02"},
      {"? \x02k\n: v\n", "map{\"\\x02k\"@1:3-1:5: \"v\"@2:3-2:4}@1:1-2:4",
       "control-character@1:3-1:4 \\x02"},
      {"a: b\x0C\n", "map{\"a\"@1:1-1:2: \"b\\x0C\"@1:4-1:6}@1:1-1:6",
       "control-character@1:5-1:6 \\x0C"},
      {"a: |\n  x\x02\n  y\x03\n",
       "map{\"a\"@1:1-1:2: literal \"x\\x02\\ny\\x03\\n\"@1:4-4:1}@1:1-4:1",
       "control-character@2:4-2:5 \\x02"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(dump_tree(row.text), row.tree);
    EXPECT_EQ(dump_problems(row.text), row.problems);
  }
}

TEST(PreparedText, BytesThatAreNoUtf8BecomeReplacements) {
  const struct {
    std::string text;
    const char* tree;
    const char* problems;
  } rows[] = {
      {"a: \xFF\xFEz\nc: \xC3\n",
       "map{\"a\"@1:1-1:2: \"��z\"@1:4-1:7, \"c\"@2:1-2:2: "
       "\"�\"@2:4-2:5}@1:1-2:5",
       "utf-8@1:4-1:5 \\xFF"},
      {"a: 'caf\xE9'\n",
       "map{\"a\"@1:1-1:2: single \"caf�\"@1:4-1:10}@1:1-1:10",
       "utf-8@1:8-1:9 \\xE9"},
      {"a: \xED\xA0\x80\n", "map{\"a\"@1:1-1:2: \"���\"@1:4-1:7}@1:1-1:7",
       "utf-8@1:4-1:5 \\xED"},
      // cut off: one for all that is there
      {"a: \xE2\x82 \xF0\x9F\x98z \xF0\x9F\nb: c\n",
       "map{\"a\"@1:1-1:2: \"� �z �\"@1:4-1:10, \"b\"@2:1-2:2: "
       "\"c\"@2:4-2:5}@1:1-2:5",
       "utf-8@1:4-1:5 \\xE2\\x82"},
      {"a: \xFF\n\xFF: b\n",
       "map{\"a\"@1:1-1:2: \"�\"@1:4-1:5, \"�\"@2:1-2:2: "
       "\"b\"@2:4-2:5}@1:1-2:5",
       "utf-8@1:4-1:5 \\xFF"},
      {"\xEF\xBB", "\"�\"@1:1-1:2", "utf-8@1:1-1:2 \\xEF\\xBB"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(dump_tree(row.text), row.tree);
    EXPECT_EQ(dump_problems(row.text), row.problems);
  }
}

TEST(PreparedText, LoneCarriageReturnsAreText) {
  const struct {
    std::string text;
    const char* tree;
    const char* problems;
  } rows[] = {
      {"a: x\ry\nb: c\n",
       "map{\"a\"@1:1-1:2: \"x\\ry\"@1:4-1:7, \"b\"@2:1-2:2: "
       "\"c\"@2:4-2:5}@1:1-2:5",
       "control-character@1:5-1:6 a carriage return alone"},
      {"a: b\r\r\nc: d\n",
       "map{\"a\"@1:1-1:2: \"b\\r\"@1:4-1:6, \"c\"@2:1-2:2: "
       "\"d\"@2:4-2:5}@1:1-2:5",
       "control-character@1:5-1:6 a carriage return alone"},
      {"a: 'x\r'\n", "map{\"a\"@1:1-1:2: single \"x\\r\"@1:4-1:8}@1:1-1:8",
       "control-character@1:6-1:7 a carriage return alone"},
      {"a: b\r\nc: d\r",
       "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5, \"c\"@2:1-2:2: "
       "\"d\\r\"@2:4-2:6}@1:1-2:6",
       "control-character@2:5-2:6 a carriage return alone"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(dump_tree(row.text), row.tree);
    EXPECT_EQ(dump_problems(row.text), row.problems);
  }
}

TEST(PreparedText, ByteOrderMarksInsideAreText) {
  const struct {
    std::string text;
    const char* tree;
    const char* problems;
  } rows[] = {
      {"\uFEFF\uFEFFa: b\n",
       "map{\"\\u{FEFF}a\"@1:1-1:3: \"b\"@1:5-1:6}@1:1-1:6",
       "byte-order-mark@1:1-1:2 U+FEFF"},
      {"a: x\uFEFFy\n", "map{\"a\"@1:1-1:2: \"x\\u{FEFF}y\"@1:4-1:7}@1:1-1:7",
       "byte-order-mark@1:5-1:6 U+FEFF"},
      {"é\uFEFF: \uFEFFx\n",
       "map{\"é\\u{FEFF}\"@1:1-1:3: \"\\u{FEFF}x\"@1:5-1:7}@1:1-1:7",
       "byte-order-mark@1:2-1:3 U+FEFF"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(dump_tree(row.text), row.tree);
    EXPECT_EQ(dump_problems(row.text), row.problems);
  }
}

TEST(PreparedText, WholeFilesOfOtherKinds) {
  const struct {
    std::string text;
    const char* tree;
    const char* problems;
  } rows[] = {
      {"\xFF\xFE"
       "a\0:\0"s,
       "", "utf-16@1:1-1:3"},
      {"\xFE\xFF\0a\0:"s, "", "utf-16@1:1-1:3"},
      {"a\0:\0 \0b\0\n\0"s, "", "utf-16@1:1-1:3"},
      {"\0a\0:\0 \0b\0\n"s, "", "utf-16@1:1-1:3"},
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\0"s, "",
       "binary@1:1-1:2"},
      // a small text with a mistake or two is none
      {"a: 'b\0\n"s, "",
       "syntax@1:4-1:5 the quote that opens here is never closed; "
       "control-character@1:6-1:7 \\x00"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(dump_tree(row.text), row.tree);
    EXPECT_EQ(dump_problems(row.text), row.problems);
  }
}

// `yaml` keeps it as the first character of the key, which is then no
// apiVersion.
TEST(PreparedText, ByteOrderMarkAfterADocumentStartIsText) {
  EXPECT_EQ(dump_tree("\uFEFFa: b\n---\n\uFEFFc: d\n"),
            "map{\"a\"@1:1-1:2: \"b\"@1:4-1:5}@1:1-1:5 --- "
            "map{\"\\u{FEFF}c\"@3:1-3:3: \"d\"@3:5-3:6}@3:1-3:6");
}

// Characters stand for replaced bytes; here the text has them already.
TEST(PreparedText, NoLetterOfTheTextIsTakenForAReplacedByte) {
  const struct {
    std::string text;
    const char* tree;
  } rows[] = {
      {"a: QZJWKVGHqzjwkgh\x01\n",
       "map{\"a\"@1:1-1:2: \"QZJWKVGHqzjwkgh\\x01\"@1:4-1:20}@1:1-1:20"},
      {"Q\x01Q: \x02Q\n",
       "map{\"Q\\x01Q\"@1:1-1:4: \"\\x02Q\"@1:6-1:8}@1:1-1:8"},
      {"'Q''\x01\n  Q\x02'", "single \"Q'\\x01 Q\\x02\"@1:1-2:6"},
      {"\"\\x51\x01\\u0051\x02\\U00000051Q\\\\\x03\\nQ\\\n Q\x04\"",
       "double \"Q\\x01Q\\x02QQ\\\\x03\\nQQ\\x04\"@1:1-2:5"},
      {"a: | # Q\n Q\x01\n\n Q\n# Q\nb: Q\x02\n",
       "map{\"a\"@1:1-1:2: literal \"Q\\x01\\n\\nQ\\n\"@1:4-5:1, "
       "\"b\"@6:1-6:2: \"Q\\x02\"@6:4-6:6}@1:1-6:6"},
      {"'\u0250\u0085\u0250\uE000\u2028\uE000'",
       "single \"\u0250\\x85\u0250\uE000\\u{2028}\uE000\"@1:1-1:9"},
      {"\"\\u0250\u0085\\uE000\u2028\"",
       "double \"\u0250\\x85\uE000\\u{2028}\"@1:1-1:17"},
      {"&Q !Q Q\x01", "&Q !!Q from 1:1-1:1 \"Q\\x01\"@1:7-1:9"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(dump_tree(row.text), row.tree);
  }
}

TEST(PreparedText, ReportsTheFirstPlaceOfEachKind) {
  EXPECT_EQ(dump_problems("a: \x01\nb: \xFF\x02\nc: \xFE d\uFEFF\uFEFF\n"),
            "control-character@1:4-1:5 \\x01; utf-8@2:4-2:5 \\xFF; "
            "byte-order-mark@3:7-3:8 U+FEFF");
}

TEST(PreparedText, KeepsEveryOffset) {
  const std::string text = "é: \x01\xFF\r\u2028x\u0085 \uFEFF\n%YAML 33.7\n\0"s;
  const PreparedText prepared(text);
  EXPECT_EQ(prepared.text().size(), text.size());
  EXPECT_EQ(prepared.text().find('\n'), text.find('\n'));
  EXPECT_FALSE(prepared.is_ascii());
  EXPECT_TRUE(prepared.has_replacements());
}

TEST(PreparedText, LeavesPlainTextAlone) {
  const std::string text = "a: b\n\tc\n";
  const PreparedText prepared(text);
  EXPECT_EQ(prepared.text().data(), text.data());
  EXPECT_TRUE(prepared.is_ascii());
  EXPECT_FALSE(prepared.has_replacements());
}

}  // namespace
}  // namespace catalint
