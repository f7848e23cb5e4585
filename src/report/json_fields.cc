#include "report/json_fields.h"

#include <cstdint>

#include "base/text.h"
#include "report/raw_text.h"

namespace catalint {
namespace {

// What doubles hold exactly, so that no reader of JSON rounds it.
constexpr std::uint64_t kLargest = std::uint64_t{1} << 53U;

[[noreturn]] void fail_at(std::string_view name, std::string_view expected) {
  throw JsonMistake("`" + std::string(name) + "` is not " +
                    std::string(expected));
}

// Nothing that moves a cursor, or starts a line that is a command of CI.
void check_is_line(std::string_view text, std::string_view name) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code_point = decode_utf8(text, i);
    const bool is_control = code_point < 0x20 ||
                            (code_point >= 0x7F && code_point < 0xA0) ||
                            code_point == 0x2028 || code_point == 0x2029;
    if (is_control) fail_at(name, "a text without control characters");
  }
}

}  // namespace

std::size_t count_of(const Json& value, std::string_view name) {
  const bool is_count =
      value.is_number_unsigned() && value.get<std::uint64_t>() <= kLargest;
  if (!is_count) fail_at(name, "a whole number from 0 to 2^53");
  return value.get<std::size_t>();
}

Span span_of(const Json& value, std::string_view name) {
  if (!value.is_array() || value.size() != 2) {
    fail_at(name, "an array of two offsets");
  }
  const Span span{count_of(value[0], name), count_of(value[1], name)};
  if (span.begin > span.end) fail_at(name, "an array of two rising offsets");
  return span;
}

JsonFields::JsonFields(const Json& value, std::string_view name)
    : value_(value) {
  if (!value.is_object()) fail_at(name, "an object");
}

void JsonFields::fail(const char* key, std::string_view expected) const {
  if (find(key) == nullptr) {
    throw JsonMistake("`" + std::string(key) + "` is missing; expected " +
                      std::string(expected));
  }
  fail_at(key, expected);
}

const Json* JsonFields::find(const char* key) const {
  const auto found = value_.find(key);
  return found == value_.end() ? nullptr : &*found;
}

const Json& JsonFields::at(const char* key) const {
  const Json* found = find(key);
  if (found == nullptr) {
    throw JsonMistake("`" + std::string(key) + "` is missing");
  }
  return *found;
}

std::size_t JsonFields::count(const char* key) const {
  return count_of(at(key), key);
}

bool JsonFields::flag(const char* key) const {
  const Json* found = find(key);
  if (found == nullptr || !found->is_boolean()) fail(key, "true or false");
  return found->get<bool>();
}

std::string JsonFields::text(const char* key) const {
  const Json* found = find(key);
  if (found == nullptr || !found->is_string()) fail(key, "a text");
  return found->get<std::string>();
}

std::string JsonFields::line(const char* key) const {
  std::string out = text(key);
  check_is_line(out, key);
  return out;
}

std::optional<std::string> JsonFields::text_or_null(const char* key) const {
  if (at(key).is_null()) return std::nullopt;
  return text(key);
}

std::string JsonFields::raw_text(const char* key) const {
  auto text = raw_text_of(at(key));
  if (!text) fail(key, "a text");
  return std::move(*text);
}

std::vector<std::string> JsonFields::texts(const char* key) const {
  std::vector<std::string> out;
  for (const Json& item : list_or_empty(key)) {
    if (!item.is_string()) fail(key, "an array of texts");
    out.push_back(item.get<std::string>());
  }
  return out;
}

std::vector<std::string> JsonFields::lines(const char* key) const {
  std::vector<std::string> out = texts(key);
  for (const std::string& line : out) check_is_line(line, key);
  return out;
}

std::vector<std::string> JsonFields::raw_texts(const char* key) const {
  std::vector<std::string> out;
  for (const Json& item : list_or_empty(key)) {
    auto text = raw_text_of(item);
    if (!text) fail(key, "an array of texts");
    out.push_back(std::move(*text));
  }
  return out;
}

JsonFields JsonFields::object(const char* key) const { return {at(key), key}; }

Span JsonFields::span(const char* key) const { return span_of(at(key), key); }

const Json& JsonFields::list_or_empty(const char* key) const {
  static const Json kEmpty = Json::array();
  const Json* found = find(key);
  if (found == nullptr) return kEmpty;
  if (!found->is_array()) fail(key, "an array");
  return *found;
}

}  // namespace catalint
