// Small helpers for UTF-8 text. Nothing here fails or allocates more than what
// it returns.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace catalint {

/// What decode_utf8 answers for bytes that are no code point.
inline constexpr char32_t kNotUtf8 = 0xFFFFFFFF;

/// U+FEFF as it stands at the start of a file.
inline constexpr std::string_view kByteOrderMarkBytes = "\xEF\xBB\xBF";

/// The code point at `position`, which is moved past it; kNotUtf8 where the
/// bytes are no UTF-8 (overlong forms and surrogates are none). `position` is
/// then moved past as many bytes as JavaScript's TextDecoder makes one U+FFFD
/// of: the start of a code point that is cut off, else one byte. It must lie
/// inside the text.
char32_t decode_utf8(std::string_view text, std::size_t& position);

void append_utf8(std::string& out, char32_t code_point);

/// YAML's white space within a line.
inline bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The same, and its line ends.
inline bool is_white_space(char c) {
  return is_blank(c) || c == '\n' || c == '\r';
}

/// C0, DEL and C1, which a terminal may obey.
inline bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

/// Code points that print as nothing, as a blank other than the space, or that
/// turn the direction of the text around them: no-break and zero-width spaces,
/// soft hyphens, bidirectional controls, byte order marks, line separators.
bool is_invisible(char32_t code_point);

/// Text from a file, safe to print: control characters, invisible ones,
/// noncharacters and bytes that are no UTF-8 become `\n`, `\x1B` or `\u{200B}`,
/// and whatever stands past `most` code points becomes `…`.
std::string escape_for_display(std::string_view text, std::size_t most = 60);

/// The same of a file's path, which is cut later.
std::string path_for_display(std::string_view path);

/// The same in backticks.
std::string quote_path(std::string_view path);

/// A path that starts a line, where CI could take it for a command.
std::string path_for_line_start(std::string_view path);

/// The same between backticks, which messages put around what was seen.
std::string quote_for_display(std::string_view text, std::size_t most = 60);

/// Without white space (space, tab, CR, LF) at both ends.
std::string_view trim(std::string_view text);

/// The text with a backslash before each of these ASCII characters.
std::string with_backslashes(std::string_view text, std::string_view before);

/// The words with the separator between them.
std::string joined(std::span<const std::string> words,
                   std::string_view separator);

/// Whether a text is left to be filled by a template engine (`{{ }}`, `{% %}`).
bool has_template(std::string_view text);

std::string to_lower_ascii(std::string_view text);
std::string to_upper_ascii(std::string_view text);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline char to_lower_ascii(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
inline bool is_letter(char c) { return is_lower(c) || is_upper(c); }
inline bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

/// Of a hexadecimal digit; 16 where it is none.
inline int digit_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower_ascii(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

}  // namespace catalint
