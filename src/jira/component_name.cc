#include "jira/component_name.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

// In lower case, with one character for each code point beyond ASCII.
std::string folded(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t code_point = decode_utf8(name, i);
    out += code_point < 0x80 ? static_cast<char>(code_point) : '\x80';
  }
  return to_lower_ascii(out);
}

}  // namespace

bool may_name_component(std::string_view name,
                        std::span<const std::string> components) {
  if (std::all_of(name.begin(), name.end(), is_digit)) return true;
  const std::string wanted = folded(name);
  return std::any_of(
      components.begin(), components.end(),
      [&](const std::string& known) { return folded(known) == wanted; });
}

}  // namespace catalint
