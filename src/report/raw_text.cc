#include "report/raw_text.h"

#include "base/text.h"

namespace catalint {
namespace {

constexpr const char* kLatin1 = "latin1";

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (decode_utf8(text, i) == kNotUtf8) return false;
  }
  return true;
}

Json raw_text_json(std::string_view text) {
  if (is_utf8(text)) return text;
  std::string latin1;
  for (const char c : text) append_utf8(latin1, static_cast<unsigned char>(c));
  return {{kLatin1, std::move(latin1)}};
}

std::optional<std::string> raw_text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_object() || value.size() != 1) return std::nullopt;
  const auto latin1 = value.find(kLatin1);
  if (latin1 == value.end() || !latin1->is_string()) return std::nullopt;
  const std::string& text = latin1->get_ref<const std::string&>();
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code_point = decode_utf8(text, i);
    if (code_point > 0xFF) return std::nullopt;
    bytes += static_cast<char>(static_cast<unsigned char>(code_point));
  }
  return bytes;
}

}  // namespace catalint
