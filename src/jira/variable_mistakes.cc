#include "jira/variable_mistakes.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

bool is_quote(char c) { return c == '"' || c == '\''; }

bool is_quoted(std::string_view text) {
  return text.size() > 1 && is_quote(text[0]) && text.back() == text[0];
}

// What a template or a shell was to fill, as `${JIRA_TOKEN}` or `<token>`.
bool is_placeholder(std::string_view text) {
  const std::size_t bracket = text.find('<');
  return (bracket != std::string_view::npos &&
          text.find('>', bracket) != std::string_view::npos) ||
         text.find("${") != std::string_view::npos ||
         text.find("$(") != std::string_view::npos ||
         text.find("{{") != std::string_view::npos;
}

}  // namespace

void VariableMistakes::add(const std::string& what) {
  all_.push_back(variable_ + (" " + what));
}

bool VariableMistakes::look_at(std::string_view value) {
  const std::string_view text = trim(value);
  if (is_quoted(text)) {
    add("has quotes around it, which would be sent too; leave them out");
    return false;
  }
  if (!text.empty() && (is_quote(text[0]) || is_quote(text.back()))) {
    add("has a quote at one end, without the other one; leave it out");
    return false;
  }
  if (is_placeholder(text)) {
    add("still holds a placeholder; put the value in its place");
    return false;
  }
  return true;
}

bool VariableMistakes::look_for_white_space(std::string_view value,
                                            const std::string& advice) {
  const std::size_t place = value.find_first_of(" \t\r\n");
  if (place == std::string_view::npos) return true;
  const std::string what = is_blank(value[place]) ? "a blank" : "a line end";
  const bool is_end = trim(value.substr(place)).empty();
  add((is_end       ? "ends with "
       : place == 0 ? "starts with "
                    : "holds ") +
      what + "; " + advice);
  return false;
}

bool has_stray_white_space(std::string_view text) {
  return trim(text) != text || text.find_first_of("\t\r\n") != text.npos;
}

bool is_readable(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_white_space(text[i])) {
      ++i;
      continue;
    }
    const char32_t code_point = decode_utf8(text, i);
    if (code_point == kNotUtf8 || is_control(code_point) ||
        is_invisible(code_point)) {
      return false;
    }
  }
  return true;
}

}  // namespace catalint
