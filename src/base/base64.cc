#include "base/base64.h"

#include <cstdint>

#include "base/text.h"

namespace catalint {

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && text[text.size() - 1 - padding] == '=') ++padding;
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  std::size_t count = 0;
  for (const char c : text.substr(0, text.size() - padding)) {
    std::uint32_t value = 0;
    if (is_upper(c)) {
      value = static_cast<std::uint32_t>(c - 'A');
    } else if (is_lower(c)) {
      value = static_cast<std::uint32_t>(c - 'a' + 26);
    } else if (is_digit(c)) {
      value = static_cast<std::uint32_t>(c - '0' + 52);
    } else if (c == '+') {
      value = 62;
    } else if (c == '/') {
      value = 63;
    } else {
      return std::nullopt;
    }
    bits = (bits << 6U) | value;
    if (++count % 4 == 0) {
      for (int shift = 16; shift >= 0; shift -= 8) {
        out +=
            static_cast<char>((bits >> static_cast<unsigned>(shift)) & 0xFFU);
      }
      bits = 0;
    }
  }
  if (padding == 1) {
    out += static_cast<char>((bits >> 10U) & 0xFFU);
    out += static_cast<char>((bits >> 2U) & 0xFFU);
  } else if (padding == 2) {
    out += static_cast<char>((bits >> 4U) & 0xFFU);
  }
  return out;
}

Secret encode_base64(std::string_view text) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((text.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const std::string_view group = text.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t at = 0; at < 3; ++at) {
      const char c = at < group.size() ? group[at] : '\0';
      bits = (bits << 8U) | static_cast<unsigned char>(c);
    }
    for (std::size_t digit = 0; digit < 4; ++digit) {
      const std::size_t value = (bits >> (18 - 6 * digit)) & 0x3FU;
      out += digit <= group.size() ? kDigits[value] : '=';
    }
  }
  Secret encoded(out);
  wipe(out);
  return encoded;
}

}  // namespace catalint
