#include "jira/confusable.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

std::string described(std::string_view text) {
  const auto found = find_confusable(text);
  if (!found) return "none";
  return std::to_string(found->begin) + "-" + std::to_string(found->end) + " " +
         found->ascii + ": " + found->description;
}

TEST(Confusable, FindsTheFirstLookAlike) {
  const struct {
    const char* text;
    const char* described;
  } rows[] = {
      {"", "none"},
      {"ABC", "none"},
      {"\u0410BC", "0-2 ABC: `\u0410` is U+0410, not the ASCII `A`"},
      {"A\u0412\u0421", "1-3 ABC: `\u0412` is U+0412, not the ASCII `B`"},
      {"\u0391B\u03A7", "0-2 ABX: `\u0391` is U+0391, not the ASCII `A`"},
      {"B\u0435arer", "1-3 Bearer: `\u0435` is U+0435, not the ASCII `e`"},
      {"\uFF21\uFF22\uFF11", "0-3 AB1: `\uFF21` is U+FF21, not the ASCII `A`"},
      {"A\u2013B", "1-4 A-B: `\u2013` is U+2013, not the ASCII `-`"},
      // a text in another alphabet or with other characters is left alone
      {"\u0410\u0411\u0412", "none"},
      {"É\u0410", "none"},
      {"\u0410 日本", "none"},
      {"A\u200BB", "none"},
      {"\u0410\xFF", "none"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(described(row.text), row.described) << row.text;
  }
}

}  // namespace
}  // namespace catalint
