#include "base/base64.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

// RFC 4648, section 10, and what its other rules say.
TEST(Base64, Decodes) {
  const struct {
    const char* text;
    const char* decoded;  // null: it is no base64
  } rows[] = {
      {"Zg==", "f"},
      {"Zm8=", "fo"},
      {"Zm9v", "foo"},
      {"Zm9vYg==", "foob"},
      {"Zm9vYmE=", "fooba"},
      {"Zm9vYmFy", "foobar"},
      {"Pz8/Pj4+", "\x3F\x3F\x3F>>>"},
      {"", nullptr},
      {"Zg=", nullptr},
      {"Zg", nullptr},
      {"Zm9v ", nullptr},
      {"Zm9v\n", nullptr},
      {"Zm-_", nullptr},
      {"Z===", nullptr},
      {"=Zm9", nullptr},
  };
  for (const auto& row : rows) {
    const auto decoded = decode_base64(row.text);
    EXPECT_EQ(decoded.has_value(), row.decoded != nullptr) << row.text;
    if (decoded && row.decoded != nullptr) {
      EXPECT_EQ(*decoded, row.decoded) << row.text;
    }
  }
}

TEST(Base64, Encodes) {
  const struct {
    std::string_view text;
    std::string_view encoded;
  } rows[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foobar", "Zm9vYmFy"},
      {"\x3F\x3F\x3F>>>", "Pz8/Pj4+"},
      {std::string_view("\0\xFF", 2), "AP8="},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(encode_base64(row.text).reveal(), row.encoded);
  }
}

}  // namespace
}  // namespace catalint
