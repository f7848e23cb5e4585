#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace catalint {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 13> kInvisible{{
    {0x00A0, 0x00A0},
    {0x00AD, 0x00AD},
    {0x034F, 0x034F},
    {0x061C, 0x061C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x2000, 0x200F},
    {0x2028, 0x202F},
    {0x205F, 0x206F},
    {0x3000, 0x3000},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
}};

void append_hexadecimal(std::string& out, const char* format, unsigned value) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  out += buffer.data();
}

// Code points that Unicode will never give a character.
bool is_noncharacter(char32_t code_point) {
  return (code_point & 0xFFFEU) == 0xFFFE ||
         (code_point >= 0xFDD0 && code_point <= 0xFDEF);
}

}  // namespace

char32_t decode_utf8(std::string_view text, std::size_t& position) {
  const auto lead = static_cast<unsigned char>(text[position++]);
  if (lead < 0x80) return lead;
  std::size_t following = 0;
  char32_t code_point = 0;
  // What the second byte may be: no overlong form, no surrogate, nothing past
  // U+10FFFF.
  unsigned lowest = 0x80;
  unsigned highest = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    following = 1, code_point = lead & 0x1FU;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    following = 2, code_point = lead & 0x0FU;
    if (lead == 0xE0) lowest = 0xA0;
    if (lead == 0xED) highest = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    following = 3, code_point = lead & 0x07U;
    if (lead == 0xF0) lowest = 0x90;
    if (lead == 0xF4) highest = 0x8F;
  } else {
    return kNotUtf8;
  }
  for (; following > 0; --following) {
    if (position == text.size()) return kNotUtf8;
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte < lowest || byte > highest) return kNotUtf8;
    code_point = (code_point << 6U) | (byte & 0x3FU);
    lowest = 0x80;
    highest = 0xBF;
    ++position;
  }
  return code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

bool is_invisible(char32_t code_point) {
  return std::any_of(kInvisible.begin(), kInvisible.end(), [&](Range range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

namespace {

// Runners of CI look for these anywhere in a line.
bool starts_ci_command(std::string_view text) {
  return text.starts_with("##[") ||
         to_lower_ascii(text.substr(0, 6)) == "##vso[";
}

}  // namespace

std::string escape_for_display(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    if (count == most) {
      out += "…";
      break;
    }
    const std::size_t begin = i;
    const char32_t code_point = decode_utf8(text, i);
    if (code_point == '#' && starts_ci_command(text.substr(begin))) {
      out += "\\x23";
    } else if (code_point == '\n') {
      out += "\\n";
    } else if (code_point == '\r') {
      out += "\\r";
    } else if (code_point == '\t') {
      out += "\\t";
    } else if (code_point == kNotUtf8) {
      for (const char byte : text.substr(begin, i - begin)) {
        append_hexadecimal(out, "\\x%02X", static_cast<unsigned char>(byte));
      }
    } else if (is_control(code_point)) {
      append_hexadecimal(out, "\\x%02X", code_point);
    } else if (is_invisible(code_point) || is_noncharacter(code_point)) {
      append_hexadecimal(out, "\\u{%04X}", code_point);
    } else {
      out += text.substr(begin, i - begin);
    }
  }
  return out;
}

std::string path_for_display(std::string_view path) {
  constexpr std::size_t kLongestPath = 4096;
  return escape_for_display(path, kLongestPath);
}

std::string quote_path(std::string_view path) {
  return "`" + path_for_display(path) + "`";
}

std::string path_for_line_start(std::string_view path) {
  // Runners skip white space before a command.
  const bool is_risky = path.find_first_of(" \t:#") == 0;
  return (is_risky ? "./" : "") + path_for_display(path);
}

std::string quote_for_display(std::string_view text, std::size_t most) {
  return "`" + escape_for_display(text, most) + "`";
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string with_backslashes(std::string_view text, std::string_view before) {
  std::string out;
  for (const char c : text) {
    if (before.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string joined(std::span<const std::string> words,
                   std::string_view separator) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

bool has_template(std::string_view text) {
  return text.find("{{") != std::string_view::npos ||
         text.find("{%") != std::string_view::npos;
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower_ascii(c);
  return out;
}

std::string to_upper_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

}  // namespace catalint
