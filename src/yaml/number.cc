#include "yaml/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/text.h"

namespace catalint {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Digits of base 2, 8 or 16, rounded once and to even, as parseInt does.
double binary_value(std::string_view digits, int bits) {
  if (digits.empty()) return kNaN;
  std::uint64_t number = 0;
  int dropped = 0;
  for (const char c : digits) {
    const auto digit = static_cast<std::uint64_t>(
        is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    if (number >> 60U == 0) {
      number = (number << static_cast<unsigned>(bits)) | digit;
    } else {
      dropped += bits;
      if (digit != 0) number |= 1;  // keeps it from being a tie
    }
  }
  return std::ldexp(static_cast<double>(number), dropped);
}

double decimal_value(std::string_view text) {
  double number = 0;
  const auto parsed =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec == std::errc::invalid_argument) return kNaN;
  if (parsed.ec == std::errc::result_out_of_range) {
    const std::size_t exponent = text.find_first_of("eE");
    const bool is_tiny = exponent != std::string_view::npos &&
                         text.substr(exponent + 1).starts_with('-');
    return is_tiny ? 0 : std::numeric_limits<double>::infinity();
  }
  return number;
}

double base_60_value(std::string_view text) {
  double number = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(':', begin), text.size());
    number = number * 60 + decimal_value(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return number;
}

double magnitude_of(std::string_view written, bool yaml_1_1) {
  std::string text(written);
  std::erase(text, '_');
  const std::string_view digits =
      std::string_view(text).substr(std::min<std::size_t>(text.size(), 2));
  if (text.starts_with("0x")) return binary_value(digits, 4);
  if (text.starts_with("0o")) return binary_value(digits, 3);
  if (text.starts_with("0b")) return binary_value(digits, 1);
  const bool is_octal = yaml_1_1 && written.size() > 1 && text[0] == '0' &&
                        text.find_first_not_of("01234567") == std::string::npos;
  if (is_octal) return binary_value(std::string_view(text).substr(1), 3);
  if (text.find(':') != std::string::npos) return base_60_value(text);
  if (to_lower_ascii(text) == ".inf") {
    return std::numeric_limits<double>::infinity();
  }
  return decimal_value(text);
}

}  // namespace

double number_value(std::string_view text, bool yaml_1_1) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const double magnitude = magnitude_of(text, yaml_1_1);
  return negative ? -magnitude : magnitude;
}

std::string number_as_javascript(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  if (number == 0) return "0";
  std::array<char, 64> buffer{};
  const auto* const end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                    std::fabs(number), std::chars_format::scientific)
          .ptr;
  // d.ddde+x: its digits, and where the point stands among them
  const std::string_view text(buffer.data(),
                              static_cast<std::size_t>(end - buffer.data()));
  const std::size_t e = text.find('e');
  std::string digits(text.substr(0, e));
  std::erase(digits, '.');
  int exponent = 0;
  const std::size_t first = text[e + 1] == '+' ? e + 2 : e + 1;
  std::from_chars(text.data() + first, end, exponent);
  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1;
  const auto zeros = [](int many) {
    return std::string(static_cast<std::size_t>(many), '0');
  };
  std::string out = number < 0 ? "-" : "";
  if (point > 21 || point < -5) {
    out += digits.substr(0, 1);
    if (count > 1) out += "." + digits.substr(1);
    return out + (exponent < 0 ? "e-" : "e+") +
           std::to_string(std::abs(exponent));
  }
  if (point <= 0) return out + "0." + zeros(-point) + digits;
  if (count <= point) return out + digits + zeros(point - count);
  digits.insert(static_cast<std::size_t>(point), ".");
  return out + digits;
}

}  // namespace catalint
