#include "report/line_hash.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <unordered_map>

#include "base/text.h"

namespace catalint {
namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kMultiplier = 37;
constexpr char16_t kEndOfFile = 0xFFFF;

// Past a sequence that is cut short, which counts as one U+FFFD. `position` is
// just past its first byte.
void skip_truncated(std::string_view bytes, std::size_t& position) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
  };
  const unsigned lead = byte(position - 1);
  if (lead < 0xC2 || lead > 0xF4) return;
  const std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t i = 0; i < more && position < bytes.size(); ++i) {
    if (byte(position) < lowest || byte(position) > highest) return;
    lowest = 0x80;
    highest = 0xBF;
    ++position;
  }
}

// What is hashed of a file, with the zeros that fill the last windows.
std::u16string hashed_units(std::string_view bytes) {
  std::u16string units;
  bool after_return = false;
  for (std::size_t i = 0; i < bytes.size();) {
    char32_t c = decode_utf8(bytes, i);
    const bool ends_return = after_return && c == '\n';
    after_return = c == '\r';
    if (c == ' ' || c == '\t' || ends_return) continue;
    if (c == '\r') c = '\n';
    if (c == kNotUtf8) {
      skip_truncated(bytes, i);
      c = 0xFFFD;
    }
    if (c < 0x10000) {
      units += static_cast<char16_t>(c);
    } else {
      units += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U));
      units += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  units += kEndOfFile;
  units.append(kWindow, 0);
  return units;
}

}  // namespace

std::map<std::size_t, std::string> line_hashes(
    std::string_view bytes, const std::set<std::size_t>& lines) {
  std::map<std::size_t, std::string> found;
  if (lines.empty()) return found;
  const std::u16string units = hashed_units(bytes);
  std::uint64_t hash = 0;    // of the window that starts at `i`
  std::uint64_t weight = 1;  // of the unit that leaves it
  for (std::size_t i = 0; i < kWindow; ++i) {
    hash = hash * kMultiplier + units[i];
    weight *= kMultiplier;
  }
  std::unordered_map<std::uint64_t, std::size_t> counts;
  std::size_t line = 0;
  for (std::size_t i = 0; i + kWindow < units.size(); ++i) {
    if (i == 0 || units[i - 1] == '\n') {
      ++line;
      const std::size_t count = ++counts[hash];
      if (lines.count(line) > 0) {
        std::array<char, 48> text{};
        std::snprintf(text.data(), text.size(), "%llx:%zu",
                      static_cast<unsigned long long>(hash), count);
        found.emplace(line, text.data());
        if (line == *lines.rbegin()) break;
      }
    }
    hash = hash * kMultiplier + units[i + kWindow] - weight * units[i];
  }
  return found;
}

}  // namespace catalint
