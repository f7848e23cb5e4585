#include "jira/component_name.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

bool is_combining_mark(char32_t code_point) {
  return code_point >= 0x300 && code_point <= 0x36F;
}

// In lower case, with one character for each code point beyond ASCII, and one
// blank for several. A letter and the marks on it are one code point or more.
std::string folded(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t code_point = decode_utf8(name, i);
    if (is_combining_mark(code_point)) {
      if (!out.empty()) out.back() = '\x80';
    } else if (code_point >= 0x80) {
      out += '\x80';
    } else if (code_point != ' ' || !out.ends_with(' ')) {
      out += static_cast<char>(code_point);
    }
  }
  return to_lower_ascii(out);
}

}  // namespace

bool may_name_component(std::string_view name,
                        std::span<const std::string> components) {
  if (std::all_of(name.begin(), name.end(), is_digit)) return true;
  // JQL reads an escape here, and this does not.
  if (name.find('\\') != std::string_view::npos) return true;
  const std::string wanted = folded(name);
  return std::any_of(
      components.begin(), components.end(),
      [&](const std::string& known) { return folded(known) == wanted; });
}

}  // namespace catalint
