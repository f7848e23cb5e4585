#include "yaml/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>

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

std::optional<std::string> timestamp_as_json(std::string_view plain) {
  // year, month, day, then optionally hour, minute, second, fraction and zone
  static const Pattern kDate(R"(^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$)");
  static const Pattern kDateTime(
      R"(^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:t|T|[ \t]+))"
      R"([0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?)"
      R"((?:[ \t]*(?:Z|[-+][012]?[0-9](?::[0-9]{2})?))?$)");
  const bool has_time = kDateTime.matches(plain);
  if (!has_time && !kDate.matches(plain)) return std::nullopt;
  const char* cursor = plain.data();
  const char* const end = plain.data() + plain.size();
  const auto next_number = [&] {
    while (cursor != end && !is_digit(*cursor)) ++cursor;
    int number = 0;
    cursor = std::from_chars(cursor, end, number).ptr;
    return number;
  };
  const int year = next_number();
  const int month = next_number();
  const int day = next_number();
  using std::chrono::milliseconds;
  std::int64_t time = 0;
  if (has_time) {
    const std::int64_t hour = next_number();
    const std::int64_t minute = next_number();
    const std::int64_t second = next_number();
    time = ((hour * 60 + minute) * 60 + second) * 1000;
    if (cursor != end && *cursor == '.') {
      ++cursor;
      for (std::int64_t unit = 100; cursor != end && is_digit(*cursor);
           ++cursor, unit /= 10) {
        time += (*cursor - '0') * unit;
      }
    }
    while (cursor != end && (*cursor == ' ' || *cursor == '\t')) ++cursor;
    if (cursor != end && *cursor != 'Z') {
      const std::int64_t sign = *cursor == '-' ? -1 : 1;
      const std::int64_t zone_hour = next_number();
      const std::int64_t zone_minute = cursor == end ? 0 : next_number();
      time -= sign * (zone_hour * 60 + zone_minute) * 60000;
    }
  }
  // Months and days past their ends carry over, as in JavaScript's Date.UTC.
  const std::chrono::year_month first_of_month =
      std::chrono::year(year) / std::chrono::January +
      std::chrono::months(month - 1);
  const std::chrono::sys_days date =
      std::chrono::sys_days(first_of_month / 1) + std::chrono::days(day - 1);
  const std::chrono::sys_time<milliseconds> instant =
      std::chrono::sys_time<milliseconds>(date) + milliseconds(time);
  const auto days = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day calendar(days);
  const std::chrono::hh_mm_ss clock(instant - days);
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(),
                "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                static_cast<int>(calendar.year()),
                static_cast<unsigned>(calendar.month()),
                static_cast<unsigned>(calendar.day()),
                static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()),
                static_cast<int>(clock.subseconds().count()));
  return std::string(buffer.data());
}

double number_value(std::string_view text, ScalarType type) {
  const bool negative = !text.empty() && text[0] == '-';
  const std::string_view magnitude = without_sign(text);
  double number = 0;
  if (type == ScalarType::kInt &&
      (magnitude.starts_with("0x") || magnitude.starts_with("0o"))) {
    const double base = magnitude[1] == 'x' ? 16 : 8;
    for (const char c : magnitude.substr(2)) {
      const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
      number = number * base + digit;
    }
  } else if (is_infinity(magnitude)) {
    number = std::numeric_limits<double>::infinity();
  } else if (is_nan(magnitude)) {
    return std::numeric_limits<double>::quiet_NaN();
  } else {
    const auto parsed = std::from_chars(
        magnitude.data(), magnitude.data() + magnitude.size(), number);
    if (parsed.ec == std::errc::result_out_of_range) {
      const std::size_t exponent = magnitude.find_first_of("eE");
      const bool tiny = exponent != std::string_view::npos &&
                        magnitude.substr(exponent + 1).starts_with('-');
      number = tiny ? 0 : std::numeric_limits<double>::infinity();
    }
  }
  return negative ? -number : number;
}

std::string number_as_javascript(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  if (number == 0) return "0";
  std::array<char, 64> buffer{};
  const double magnitude = std::fabs(number);
  const bool fixed = magnitude >= 1e-6 && magnitude < 1e21;
  auto* end =
      std::to_chars(
          buffer.data(), buffer.data() + buffer.size(), number,
          fixed ? std::chars_format::fixed : std::chars_format::scientific)
          .ptr;
  std::string text(buffer.data(), end);
  if (fixed) return text;
  const std::size_t exponent = text.find('e') + 2;  // JavaScript pads nothing
  if (text[exponent] == '0' && exponent + 1 < text.size()) {
    text.erase(exponent, 1);
  }
  return text;
}

}  // namespace catalint
