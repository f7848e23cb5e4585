#include "base/percent_encoding.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

TEST(PercentEncoding, KeepsWhatIsUnreserved) {
  const struct {
    std::string_view text;
    std::string_view kept;
    const char* encoded;
  } rows[] = {
      {"", "", ""},
      {"aZ09-._~", "", "aZ09-._~"},
      {"a b/c", "", "a%20b%2Fc"},
      {"a b/c", "/", "a%20b/c"},
      {"\u00e9%\n", "/", "%C3%A9%25%0A"},
      {std::string_view("\0\xFF", 2), "", "%00%FF"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(percent_encoded(row.text, row.kept), row.encoded) << row.text;
  }
}

}  // namespace
}  // namespace catalint
