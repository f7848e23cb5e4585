#include "base/text.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace catalint {
namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

// Every code point in hexadecimal, `?` for a byte that is none.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code_point = decode_utf8(text, i);
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%X",
                  static_cast<unsigned>(code_point));
    out += (out.empty() ? "" : " ") +
           (code_point == kNotUtf8 ? "?"s : std::string(buffer));
  }
  return out;
}

TEST(Text, DecodesUtf8) {
  const struct {
    std::string text;
    const char* code_points;
  } rows[] = {
      {"", ""},
      {"\0A\x7F"s, "0 41 7F"},
      {"\xC2\x80\xDF\xBF", "80 7FF"},
      {"\xE0\xA0\x80\xEF\xBF\xBF", "800 FFFF"},
      {"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", "10000 10FFFF"},
      {"\xED\x9F\xBF\xEE\x80\x80", "D7FF E000"},
      {"é€😀", "E9 20AC 1F600"},
      // overlong
      {"\xC0\x80", "? ?"},
      {"\xC1\xBF", "? ?"},
      {"\xE0\x9F\xBF", "? ? ?"},
      {"\xF0\x8F\xBF\xBF", "? ? ? ?"},
      // surrogates, and past the last code point
      {"\xED\xA0\x80", "? ? ?"},
      {"\xED\xBF\xBF", "? ? ?"},
      {"\xF4\x90\x80\x80", "? ? ? ?"},
      {"\xF5\x80\x80\x80", "? ? ? ?"},
      {"\xFE\xFF", "? ?"},
      // cut off, by the end and by another character
      {"\xC3", "?"},
      {"\xE2\x82", "?"},
      {"\xF0\x9F\x98", "?"},
      {"\xF0\x9F\xF0\x9F\x98", "? ?"},
      {"\xE2\x82z", "? 7A"},
      {"\xE2é", "? E9"},
      {"\x80\xBFz", "? ? 7A"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(escape_for_display(row.text));
    EXPECT_EQ(decoded(row.text), row.code_points);
  }
}

TEST(Text, EncodesWhatItDecodes) {
  for (const char32_t code_point :
       {0U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xFFFFU, 0x10000U, 0x10FFFFU}) {
    std::string text;
    append_utf8(text, code_point);
    std::size_t i = 0;
    EXPECT_EQ(decode_utf8(text, i), code_point);
    EXPECT_EQ(i, text.size());
  }
}

TEST(Text, IsSafeToPrint) {
  const struct {
    std::string text;
    const char* shown;
  } rows[] = {
      {"", ""},
      {"plain `text` \\n \"x\" é 日本 😀", "plain `text` \\n \"x\" é 日本 😀"},
      {"a\nb\r\nc\td", "a\\nb\\r\\nc\\td"},
      {"\x1B[31mred\a\b"s, "\\x1B[31mred\\x07\\x08"},
      {"\0\x7F"s, "\\x00\\x7F"},
      {"\xC2\x80\xC2\x85\xC2\x9F", "\\x80\\x85\\x9F"},
      {"\xFF\xC0\x80", "\\xFF\\xC0\\x80"},
      {"\xE2\x82", "\\xE2\\x82"},
      {"\uFFFE\uFFFF\uFDD0\uFDEF\U0001FFFE\U0010FFFF",
       "\\u{FFFE}\\u{FFFF}\\u{FDD0}\\u{FDEF}\\u{1FFFE}\\u{10FFFF}"},
      {"\uFFFD\uFDCF\uFDF0", "\uFFFD\uFDCF\uFDF0"},
      {"a\u00A0b\u00ADc", "a\\u{00A0}b\\u{00AD}c"},
      {"\u200B\u200E\u202E\u2066\u2028\u3000\uFEFF",
       "\\u{200B}\\u{200E}\\u{202E}\\u{2066}\\u{2028}\\u{3000}\\u{FEFF}"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(escape_for_display(row.text), row.shown);
  }
  EXPECT_EQ(quote_for_display("a\n"), "`a\\n`");
}

TEST(Text, CutsLongTextByCodePoints) {
  const struct {
    const char* text;
    std::size_t most;
    const char* shown;
  } rows[] = {
      {"abc", 3, "abc"}, {"abcd", 3, "abc…"}, {"éééé", 3, "ééé…"},
      {"a", 0, "…"},     {"", 0, ""},         {"\n\n\n", 2, "\\n\\n…"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(escape_for_display(row.text, row.most), row.shown);
  }
  EXPECT_EQ(escape_for_display(std::string(61, 'x')),
            std::string(60, 'x') + "…");
  EXPECT_EQ(escape_for_display(std::string(60, 'x')), std::string(60, 'x'));
}

TEST(Text, Trims) {
  const struct {
    const char* text;
    const char* trimmed;
  } rows[] = {
      {"", ""},
      {" \t\r\n", ""},
      {"a", "a"},
      {" a b\n", "a b"},
      {"\u00A0a\v", "\u00A0a\v"},
  };
  for (const auto& row : rows) EXPECT_EQ(trim(row.text), row.trimmed);
}

TEST(Text, ChangesTheCaseOfAsciiAlone) {
  EXPECT_EQ(to_lower_ascii("AbZ-É@["), "abz-É@[");
  EXPECT_EQ(to_upper_ascii("AbZ-é`{"), "ABZ-é`{");
}

TEST(Text, PutsBackslashesBeforeSomeCharacters) {
  EXPECT_EQ(with_backslashes("", "x"), "");
  EXPECT_EQ(with_backslashes("a[b]\\c\u00e9", "[]\\"), "a\\[b\\]\\\\c\u00e9");
  EXPECT_EQ(with_backslashes("a[b]", ""), "a[b]");
}

TEST(Text, KnowsControls) {
  for (const char32_t control :
       {U'\x00', U'\x09', U'\x1F', U'\x7F', U'\x80', U'\x85', U'\x9F'}) {
    EXPECT_TRUE(is_control(control)) << static_cast<unsigned>(control);
  }
  for (const char32_t other : {U'\x20', U'\x7E', U'\xA0', U'\u2028'}) {
    EXPECT_FALSE(is_control(other)) << static_cast<unsigned>(other);
  }
}

}  // namespace
}  // namespace catalint
