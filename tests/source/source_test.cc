#include "catalint/source.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

std::string place(const std::string& bytes, std::size_t offset) {
  const Position position = SourceFile("x", bytes).position(offset);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

TEST(SourceFile, TellsLineAndColumn) {
  const struct {
    const char* bytes;
    std::size_t offset;
    const char* place;
  } rows[] = {
      {"", 0, "1:1"},
      {"", 99, "1:1"},
      {"abc", 0, "1:1"},
      {"abc", 3, "1:4"},
      {"abc", 99, "1:4"},  // no farther than the end
      {"a\nb", 1, "1:2"},  // the line feed is the end of its line
      {"a\nb", 2, "2:1"},
      {"a\n", 2, "2:1"},
      {"\n\n\n", 2, "3:1"},
      {"a\r\nb", 1, "1:2"},
      {"a\r\nb", 2, "1:3"},
      {"a\r\nb", 3, "2:1"},
      {"a\rb", 2, "1:3"},  // a CR alone ends nothing
      {"a\r\rb\n", 5, "2:1"},
      {"é€😀x", 2, "1:2"},
      {"é€😀x", 5, "1:3"},
      {"é€😀x", 9, "1:4"},
      {"\xEF\xBB\xBF"
       "ab",
       0, "1:1"},
      {"\xEF\xBB\xBF"
       "ab",
       3, "1:1"},
      {"\xEF\xBB\xBF"
       "ab",
       4, "1:2"},
      {"\xEF\xBB\xBF"
       "a\nb",
       6, "2:2"},
      {"a\xEF\xBB\xBF"
       "b",
       4, "1:3"},  // inside the text it counts
      {"a\u2028\u0085"
       "b",
       6, "1:4"},
      // bytes that are no UTF-8 count, a code point that is cut off once
      {"\xFF\xFEz", 2, "1:3"},
      {"\x80\xBFz", 2, "1:3"},
      {"\xE2\x82z", 2, "1:2"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(std::string(row.bytes) + " " + std::to_string(row.offset));
    EXPECT_EQ(place(row.bytes, row.offset), row.place);
  }
}

TEST(SourceFile, GivesTheBytesOfALine) {
  const SourceFile source("x", "one\r\ntwo\n\nfour\rx\r");
  const char* lines[] = {"one", "two", "", "four\rx\r"};
  for (std::size_t line = 1; line <= 4; ++line) {
    EXPECT_EQ(source.text(source.line_span(line)), lines[line - 1]) << line;
  }
  EXPECT_EQ(source.line_span(5), source.line_span(4));  // the last line stays
  EXPECT_EQ(SourceFile("x", "").line_span(1), Span());
  EXPECT_EQ(SourceFile("x", "a\n").line_span(2), (Span{2, 2}));
}

TEST(SourceFile, GivesTheFirstLineOfASpan) {
  const SourceFile source("x", "one\r\ntwo\nthree\r\r\nfour\rx\r");
  const struct {
    Span span;
    const char* text;
  } rows[] = {
      {{0, 14}, "one"}, {{1, 3}, "ne"},       {{1, 5}, "ne"},
      {{1, 4}, "ne"},   {{2, 2}, ""},         {{3, 5}, ""},
      {{4, 9}, ""},     {{5, 9}, "two"},      {{5, 8}, "two"},
      {{8, 14}, ""},    {{9, 20}, "three\r"}, {{9, 15}, "three\r"},
      {{14, 14}, ""},   {{17, 22}, "four\r"}, {{17, 24}, "four\rx\r"},
      {{24, 24}, ""},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(std::to_string(row.span.begin) + "-" +
                 std::to_string(row.span.end));
    const Span line = source.first_line_of(row.span);
    EXPECT_EQ(line.begin, row.span.begin);
    EXPECT_EQ(source.text(line), row.text);
  }
}

TEST(SourceFile, GivesTheLastVisibleLineOfASpan) {
  const std::string bytes = "one\n\ttwo\r\n \t\n\nfive\n";
  const SourceFile file("x", bytes);
  const SourceFile excerpt("x", bytes.size(),
                           {{2, 4, "\ttwo\r\n"}, {5, 14, "five\n"}});
  const struct {
    Span span;
    std::size_t line;
  } rows[] = {{{5, 13}, 2}, {{5, 14}, 2},  {{5, 15}, 5}, {{5, 19}, 5},
              {{4, 5}, 2},  {{14, 19}, 5}, {{18, 19}, 5}};
  for (const auto& row : rows) {
    SCOPED_TRACE(std::to_string(row.span.begin) + "-" +
                 std::to_string(row.span.end));
    EXPECT_EQ(file.last_visible_line(row.span), row.line);
    EXPECT_EQ(excerpt.last_visible_line(row.span), row.line);
  }
  EXPECT_EQ(file.last_visible_line({4, 14}), 2U);
  EXPECT_EQ(file.last_visible_line({10, 14}), 3U);
}

TEST(Span, HoldsItsBeginAndNotItsEnd) {
  const Span span{2, 4};
  EXPECT_EQ(span.size(), 2U);
  EXPECT_FALSE(span.contains(1));
  EXPECT_TRUE(span.contains(2));
  EXPECT_TRUE(span.contains(3));
  EXPECT_FALSE(span.contains(4));
}

// What a whole file says of a place, and its excerpts say the same.
std::string told(const SourceFile& source, std::size_t offset) {
  const Position place = source.position(offset);
  const Span line = source.line_span(place.line);
  const Span first = source.first_line_of({offset, source.size()});
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
         std::to_string(line.begin) + "-" + std::to_string(line.end) + " " +
         std::string(source.text(line)) + " " + std::to_string(first.begin) +
         "-" + std::to_string(first.end);
}

TEST(SourceFile, ExcerptsSayWhatTheFileSays) {
  for (const std::string bytes :
       {"", "a", "a\n", "ab\r\n\r\nc\rd\n\ne", "\n\n\n",
        "\xEF\xBB\xBF"
        "a\xE2\x82\n\xFF€x\n\xEF\xBB\xBFy\n"}) {
    const SourceFile file("x", bytes);
    const std::size_t lines = file.position(bytes.size()).line;
    for (unsigned kept = 0; kept < 1U << lines; ++kept) {
      SCOPED_TRACE(bytes + " " + std::to_string(kept));
      std::vector<SourceLines> runs;
      for (std::size_t i = 0; i < lines; ++i) {
        if ((kept >> i & 1U) == 0) continue;
        const std::size_t begin = file.line_span(i + 1).begin;
        const std::size_t end =
            i + 1 < lines ? file.line_span(i + 2).begin : bytes.size();
        const bool goes_on = i > 0 && (kept >> (i - 1) & 1U) != 0;
        if (!goes_on) runs.push_back({i + 1, begin, ""});
        runs.back().text += bytes.substr(begin, end - begin);
      }
      const SourceFile excerpt("x", bytes.size(), runs);
      EXPECT_EQ(excerpt.size(), bytes.size());
      for (std::size_t offset = 0; offset <= bytes.size(); ++offset) {
        const std::size_t line = file.position(offset).line - 1;
        if ((kept >> line & 1U) != 0) {
          EXPECT_TRUE(excerpt.has(offset)) << offset;
          EXPECT_EQ(told(excerpt, offset), told(file, offset)) << offset;
        } else if (offset < bytes.size()) {
          EXPECT_FALSE(excerpt.has(offset)) << offset;
          told(excerpt, offset);  // something, and no crash
        }
      }
      EXPECT_FALSE(excerpt.has(bytes.size() + 1));
    }
  }
}

}  // namespace
}  // namespace catalint
