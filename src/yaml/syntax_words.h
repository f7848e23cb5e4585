// What libyaml 0.2.5 calls a problem, in words for people.
#pragma once

#include <string_view>

namespace catalint {

struct SyntaxWords {
  std::string_view detail;
  std::string_view hint;
  bool at_context = false;  // points at the start of what libyaml was reading
};

inline constexpr std::string_view kIndentWithSpaces =
    "YAML is indented with spaces; replace the tab";
inline constexpr std::string_view kCheckLine =
    "check the indentation, the quotes and the `: ` of this line and the one "
    "above";
inline constexpr std::string_view kRenderTemplate =
    "this is a template that was never rendered; lint what it makes, and leave "
    "it out with `exclude` in .catalint.yaml";

/// `context` and `problem` are texts of yaml_parser_t, or empty. Every problem
/// that libyaml 0.2.5 knows has words of its own, others have general ones.
SyntaxWords syntax_words(std::string_view context, std::string_view problem);

}  // namespace catalint
