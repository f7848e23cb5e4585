#include "jira/confusable.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/text.h"

namespace catalint {
namespace {

struct LookAlike {
  char32_t code_point;
  char ascii;
};

// Unicode's confusables (UTS #39), of Greek, Cyrillic and dashes those that
// look like a letter of a project key or of `Bearer`.
constexpr std::array<LookAlike, 53> kLookAlikes{{
    {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'},
    {0x0399, 'I'}, {0x039A, 'K'}, {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'},
    {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'}, {0x03BF, 'o'},
    {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'},
    {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'},
    {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'}, {0x0425, 'X'},
    {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'},
    {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'},
    {0x04BB, 'h'}, {0x051A, 'Q'}, {0x051C, 'W'}, {0x2010, '-'}, {0x2011, '-'},
    {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2212, '-'}, {0x0433, 'r'},
    {0x0417, '3'}, {0x0261, 'g'}, {0x0501, 'd'},
}};

char ascii_of(char32_t code_point) {
  if (code_point >= 0xFF01 && code_point <= 0xFF5E) {  // full-width forms
    return static_cast<char>(code_point - 0xFF01 + '!');
  }
  const auto found = std::find_if(
      kLookAlikes.begin(), kLookAlikes.end(),
      [&](LookAlike entry) { return entry.code_point == code_point; });
  return found == kLookAlikes.end() ? '\0' : found->ascii;
}

}  // namespace

std::optional<Confusable> find_confusable(std::string_view text) {
  Confusable found;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t code_point = decode_utf8(text, i);
    if (code_point < 0x80) {
      found.ascii += static_cast<char>(code_point);
      continue;
    }
    const char ascii = ascii_of(code_point);
    if (ascii == '\0') return std::nullopt;
    found.ascii += ascii;
    if (!found.description.empty()) continue;
    found.begin = begin;
    found.end = i;
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "U+%04X",
                  static_cast<unsigned>(code_point));
    found.description = quote_for_display(text.substr(begin, i - begin)) +
                        " is " + number.data() + ", not the ASCII `" + ascii +
                        "`";
  }
  if (found.description.empty()) return std::nullopt;
  return found;
}

}  // namespace catalint
