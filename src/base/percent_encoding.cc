#include "base/percent_encoding.h"

#include "base/text.h"

namespace catalint {

std::string percent_encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view kHexadecimal = "0123456789ABCDEF";
  constexpr std::string_view kUnreserved = "-._~";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alphanumeric(c) || kUnreserved.find(c) != std::string_view::npos ||
        kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kHexadecimal[byte >> 4U];
      out += kHexadecimal[byte & 0x0FU];
    }
  }
  return out;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());  // so that whoever wipes it wipes all
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() &&
        digit_value(text[i + 1]) < 16 && digit_value(text[i + 2]) < 16) {
      out += static_cast<char>(digit_value(text[i + 1]) * 16 +
                               digit_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace catalint
