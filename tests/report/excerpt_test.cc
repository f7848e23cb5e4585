#include "report/excerpt.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "report/make_report.h"
#include "report/raw_text.h"
#include "report/snippet.h"

namespace catalint {
namespace {

TEST(Overwritten, KeepsFourCodePointsAndTheSizesOfAll) {
  const struct {
    std::string secret;
    std::string overwritten;
  } rows[] = {
      {"", ""},
      {"abc", "abc"},
      {"abcdefgh", "abcd****"},
      {"äöüß€x😀é", "äöüß…*\U00010000·"},
      {"ab\r\ncdef\r\ng", "ab\r\n****\r\n*"},
      // Blanks at the end tell nothing.
      {"abcdef g \t\r\n ", "abcd**** \t\r\n "},
      {"ab  ", "ab  "},
      // A code point that is cut off, and bytes that never are one.
      {"abcd\xE2\x82z\xF0\x9F\x98\xC3", "abcd\xE2\x80*\xF0\x90\x80\xFF"},
      {"abcd\x81\xFE\xC0\xAF", "abcd\x80\xFF\xFF\x80"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(overwritten(row.secret), row.overwritten) << row.secret;
    EXPECT_EQ(row.overwritten.size(), row.secret.size());
  }
}

std::string dump(const std::vector<SourceLines>& runs) {
  std::string out;
  for (const SourceLines& run : runs) {
    out += std::to_string(run.number) + "@" + std::to_string(run.offset) + " " +
           escape_for_display(run.text) + ";";
  }
  return out;
}

TEST(Excerpt, HoldsWholeLinesInRuns) {
  const SourceFile source("x", "one\ntwo\r\nthree\nfour");
  EXPECT_EQ(dump(excerpt_of(source, {}, {})), "");
  EXPECT_EQ(dump(excerpt_of(source, {1, 3}, {})), "1@0 one\\n;3@9 three\\n;");
  EXPECT_EQ(dump(excerpt_of(source, {2, 3}, {})), "2@4 two\\r\\nthree\\n;");
  EXPECT_EQ(dump(excerpt_of(source, {4}, {})), "4@15 four;");
  EXPECT_EQ(dump(excerpt_of(SourceFile("x", "a\n"), {2}, {})), "2@2 ;");
  EXPECT_EQ(dump(excerpt_of(SourceFile("x", ""), {1}, {})), "1@0 ;");
}

TEST(Excerpt, HidesSecrets) {
  const SourceFile source("x", "k: abcdefgh\nl: ijklmnop\nab\ncdefgh\n");
  EXPECT_EQ(dump(excerpt_of(source, {1, 2}, {{3, 11}, {15, 23}})),
            "1@0 k: abcd****\\nl: ijkl****\\n;");
  // One that begins where no line is shown, and one whose start needs another.
  EXPECT_EQ(dump(excerpt_of(source, {2}, {{3, 23}})), "2@12 ***********\\n;");
  EXPECT_EQ(dump(excerpt_of(source, {3}, {{24, 33}})), "3@24 ab\\nc*****\\n;");
}

TEST(Excerpt, IsShownAsTheFileIs) {
  const std::string secret = "abcdefghijklmnöp";
  const std::string bytes = "a\nkey: " + secret + " and so on\nb\n";
  FileReport file = file_with("x", bytes, {});
  file.secrets = {{7, 7 + secret.size()}};
  FileReport excerpt;
  excerpt.source = std::make_unique<SourceFile>(
      "x", bytes.size(), excerpt_of(*file.source, {2}, file.secrets));
  excerpt.secrets = file.secrets;
  EXPECT_EQ(excerpt.source->bytes().find("efgh"), std::string_view::npos);
  for (std::size_t begin = 2; begin < bytes.size() - 2; ++begin) {
    const Snippet of_file = snippet_of(file, {begin, begin + 3});
    const Snippet of_excerpt = snippet_of(excerpt, {begin, begin + 3});
    EXPECT_EQ(of_excerpt.line, of_file.line) << begin;
    EXPECT_EQ(of_excerpt.carets, of_file.carets) << begin;
  }
}

TEST(RawText, ComesBackByteForByte) {
  for (const std::string text : {"", "a\n€", "\xFF\x80€", "\xE2\x82"}) {
    EXPECT_EQ(raw_text_of(Json::parse(raw_text_json(text).dump())), text);
  }
  EXPECT_EQ(raw_text_json("a\xFF").dump(), "{\"latin1\":\"aÿ\"}");
  for (const char* other :
       {"1", "null", "[]", "{}", R"({"latin1": 1})", R"({"latin1": "€"})",
        R"({"utf8": "a"})", R"({"latin1": "a", "b": 1})"}) {
    EXPECT_EQ(raw_text_of(Json::parse(other)), std::nullopt) << other;
  }
}

}  // namespace
}  // namespace catalint
