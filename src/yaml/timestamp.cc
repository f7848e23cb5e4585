#include "yaml/timestamp.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "base/pattern.h"
#include "base/text.h"

namespace catalint {

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
  int year = next_number();
  if (year < 100) year += 1900;  // as JavaScript's Date.UTC has it
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
      std::int64_t zone = next_number();
      if (cursor != end) zone = zone * 60 + next_number();
      // The package takes less than half an hour for hours.
      if (zone < 30) zone *= 60;
      time -= sign * zone * 60000;
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
  const bool is_long = static_cast<int>(calendar.year()) > 9999;
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(),
                "%s%0*d-%02u-%02uT%02d:%02d:%02d.%03dZ", is_long ? "+" : "",
                is_long ? 6 : 4, static_cast<int>(calendar.year()),
                static_cast<unsigned>(calendar.month()),
                static_cast<unsigned>(calendar.day()),
                static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()),
                static_cast<int>(clock.subseconds().count()));
  return std::string(buffer.data());
}

}  // namespace catalint
