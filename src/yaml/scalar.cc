#include "yaml/scalar.h"

#include <algorithm>
#include <array>

#include "base/pattern.h"
#include "base/text.h"

namespace catalint {
namespace {

bool is_one_of(std::string_view text,
               std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_hexadecimal_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool all_of(std::string_view text, bool (*accepts)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), accepts);
}

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    text.remove_prefix(1);
  }
  return text;
}

std::size_t count_digits(std::string_view text, std::size_t from) {
  std::size_t i = from;
  while (i < text.size() && is_digit(text[i])) ++i;
  return i - from;
}

// `digits`, `digits.digits?` or `.digits`, with an exponent or without.
ScalarType decimal_type(std::string_view text) {
  const std::size_t whole = count_digits(text, 0);
  std::size_t i = whole;
  bool is_float = false;
  if (i < text.size() && text[i] == '.') {
    const std::size_t fraction = count_digits(text, i + 1);
    if (whole == 0 && fraction == 0) return ScalarType::kString;
    i += 1 + fraction;
    is_float = true;
  } else if (whole == 0) {
    return ScalarType::kString;
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    std::size_t exponent = i + 1;
    if (exponent < text.size() &&
        (text[exponent] == '-' || text[exponent] == '+')) {
      ++exponent;
    }
    const std::size_t digits = count_digits(text, exponent);
    if (digits == 0) return ScalarType::kString;
    i = exponent + digits;
    is_float = true;
  }
  if (i != text.size()) return ScalarType::kString;
  return is_float ? ScalarType::kFloat : ScalarType::kInt;
}

bool is_null_word(std::string_view text) {
  return text.empty() || is_one_of(text, {"~", "null", "Null", "NULL"});
}

bool is_infinity(std::string_view text) {
  return is_one_of(without_sign(text), {".inf", ".Inf", ".INF"});
}

bool is_nan(std::string_view text) {
  return is_one_of(text, {".nan", ".NaN", ".NAN"});
}

struct TypedPattern {
  Pattern pattern;
  ScalarType type;
};

const std::array<TypedPattern, 8>& yaml_1_1_numbers() {
  static const std::array<TypedPattern, 8> kPatterns{{
      {Pattern("^[-+]?0b[01_]+$"), ScalarType::kInt},
      {Pattern("^[-+]?0[0-7_]+$"), ScalarType::kInt},
      {Pattern("^[-+]?[0-9][0-9_]*$"), ScalarType::kInt},
      {Pattern("^[-+]?0x[0-9a-fA-F_]+$"), ScalarType::kInt},
      {Pattern(R"(^[-+]?([0-9][0-9_]*)?(\.[0-9_]*)?[eE][-+]?[0-9]+$)"),
       ScalarType::kFloat},
      {Pattern(R"(^[-+]?([0-9][0-9_]*)?\.[0-9_]*$)"), ScalarType::kFloat},
      {Pattern("^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+$"), ScalarType::kInt},
      {Pattern(R"(^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*$)"),
       ScalarType::kFloat},
  }};
  return kPatterns;
}

}  // namespace

ScalarType core_type(std::string_view plain) {
  if (plain.empty()) return ScalarType::kNull;
  const char first = plain[0];
  if (is_digit(first) || first == '-' || first == '+' || first == '.') {
    if (is_infinity(plain) || is_nan(plain)) return ScalarType::kFloat;
    if (plain.starts_with("0o")) {
      return all_of(plain.substr(2),
                    [](char c) { return c >= '0' && c <= '7'; })
                 ? ScalarType::kInt
                 : ScalarType::kString;
    }
    if (plain.starts_with("0x")) {
      return all_of(plain.substr(2), is_hexadecimal_digit)
                 ? ScalarType::kInt
                 : ScalarType::kString;
    }
    return decimal_type(without_sign(plain));
  }
  if (is_null_word(plain)) return ScalarType::kNull;
  if (is_one_of(plain, {"true", "True", "TRUE", "false", "False", "FALSE"})) {
    return ScalarType::kBool;
  }
  return ScalarType::kString;
}

ScalarType yaml_1_1_type(std::string_view plain) {
  if (is_null_word(plain)) return ScalarType::kNull;
  if (is_one_of(plain, {"Y",     "y",    "Yes", "yes", "YES",   "True",
                        "true",  "TRUE", "On",  "on",  "ON",    "N",
                        "n",     "No",   "no",  "NO",  "False", "false",
                        "FALSE", "Off",  "off", "OFF"})) {
    return ScalarType::kBool;
  }
  if (is_infinity(plain) || is_nan(plain)) return ScalarType::kFloat;
  for (const TypedPattern& number : yaml_1_1_numbers()) {
    if (number.pattern.matches(plain)) return number.type;
  }
  return ScalarType::kString;
}

}  // namespace catalint
