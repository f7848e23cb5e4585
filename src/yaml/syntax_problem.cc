#include "yaml/syntax_problem.h"

#include <algorithm>

#include "base/text.h"
#include "yaml/syntax_words.h"

namespace catalint {
namespace {

Span conflict_marker(std::string_view text) {
  for (const std::string_view marker :
       {"<<<<<<< ", ">>>>>>> ", "||||||| ", "======="}) {
    for (std::size_t at = text.find(marker); at != std::string_view::npos;
         at = text.find(marker, at + 1)) {
      if (at > 0 && text[at - 1] != '\n') continue;
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const bool is_alone = trim(text.substr(at, end - at)) == marker;
      if (marker.ends_with(' ') || is_alone) return {at, end};
    }
  }
  return {};
}

std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t newline =
      offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

// The colon of `key:value` on the line before, where a space is missing.
std::optional<std::size_t> colon_without_space(std::string_view text,
                                               std::size_t line) {
  if (line == 0) return std::nullopt;
  const std::size_t begin = line_start(text, line - 1);
  const std::string_view before = text.substr(begin, line - 1 - begin);
  const std::size_t colon = before.find(':');
  const bool has_separator = before.find(": ") != std::string_view::npos ||
                             trim(before).ends_with(':');
  if (colon == std::string_view::npos || has_separator) return std::nullopt;
  return begin + colon;
}

// What stands on the line before an offset, without the blanks at its end.
std::string_view line_before(std::string_view text, std::size_t offset) {
  const std::size_t line = line_start(text, offset);
  std::string_view before = text.substr(line, offset - line);
  while (before.ends_with(' ')) before.remove_suffix(1);
  return before;
}

// Whether a tag of a template engine stands there, or starts the line.
bool is_template_tag(std::string_view text, std::size_t at) {
  const std::size_t begin = line_start(text, at);
  const std::string_view line =
      trim(text.substr(begin, text.find('\n', begin) - begin));
  const auto is_tag = [&](std::string_view open, std::string_view close) {
    return line.starts_with(open) && line.find(close) != std::string_view::npos;
  };
  return is_tag("{%", "%}") || is_tag("{{", "}}") || is_tag("{#", "#}") ||
         text.substr(at).starts_with("%}") ||
         text.substr(at > begin ? at - 1 : at).starts_with("{%");
}

void explain_missing_key(Problem& problem, std::string_view text) {
  const std::string_view before = line_before(text, problem.span.begin);
  if (before.ends_with('"') || before.ends_with('\'')) {
    problem.detail = "text after the closing quote";
    problem.hint =
        "put the whole value into quotes of the other kind, or remove the "
        "quotes around its start";
  } else {
    problem.detail = "expected a key such as `name:` here";
    problem.hint = kCheckLine;
  }
}

void explain_unexpected_character(Problem& problem, std::string_view text,
                                  const SourceFile& source) {
  const std::size_t at = problem.span.begin;
  const char c = at < text.size() ? text[at] : '\0';
  if (source.bytes().substr(at, 1) == "%") {
    problem.detail = "`%` cannot start a value that is not quoted";
    problem.hint = "put quotes around the value";
    return;
  }
  if (c == '`') {
    problem.detail = "a backtick cannot start a value that is not quoted";
    problem.hint = "put quotes around the value";
    return;
  }
  if (c == '\t') {
    problem.detail = "a tab where the indentation must be";
    problem.hint = kIndentWithSpaces;
    return;
  }
  problem.detail = quote_for_display(text.substr(at, 1)) +
                   " cannot start a value that is not quoted";
  problem.hint = "put quotes around the value";
}

void explain_mapping_value(Problem& problem, std::string_view text) {
  const std::size_t line = line_start(text, problem.span.begin);
  const std::string_view before = text.substr(line, problem.span.begin - line);
  if (before.find(": ") != std::string_view::npos) {
    problem.detail =
        "a second `:` in one line makes a map where text was meant";
    problem.hint = "put quotes around the value";
  } else if (const auto colon = colon_without_space(text, line)) {
    problem.span.begin = *colon;
    problem.detail = "no space after this `:`, so that nothing is a key here";
    problem.hint = "write `key: value`";
  } else {
    // The key is what is wrong, not its colon.
    const std::size_t key = text.find_first_not_of(' ', line);
    problem.span.begin = std::min(key, problem.span.begin);
    problem.detail = "a key is not allowed here, below a value that has begun";
    problem.hint = kCheckLine;
  }
}

// In the words for a bracket to which a comma is missing.
void explain_open_bracket(Problem& problem, char bracket) {
  const SyntaxWords words =
      syntax_words(bracket == '{' ? "while parsing a flow mapping"
                                  : "while parsing a flow sequence",
                   "");
  problem.detail = words.detail;
  problem.hint = words.hint;
}

}  // namespace

Problem syntax_problem(const SourceFile& source, std::string_view text,
                       const yaml_parser_t& parser, const OffsetMap& offsets,
                       std::optional<std::size_t> open_bracket) {
  Problem problem;
  const Span marker = conflict_marker(source.bytes());
  if (marker.size() > 0) {
    problem.kind = ProblemKind::kConflictMarker;
    problem.span = marker;
    problem.detail = quote_for_display(source.text(marker), 20);
    return problem;
  }
  problem.kind = ProblemKind::kSyntax;
  const std::string_view what = parser.problem == nullptr ? "" : parser.problem;
  const std::string_view context =
      parser.context == nullptr ? "" : parser.context;
  std::size_t at = offsets.byte_offset(parser.problem_mark.index);
  problem.span = {at, at};
  const bool is_stray_indicator =
      what == "did not find expected node content" &&
      context == "while parsing a block node" &&
      text.find_first_of(",]}", at) == at;
  if (what == "found character that cannot start any token" ||
      is_stray_indicator) {
    explain_unexpected_character(problem, text, source);
  } else if (what == "mapping values are not allowed in this context") {
    explain_mapping_value(problem, text);
    at = problem.span.begin;
  } else if (what == "did not find expected key" &&
             context == "while parsing a block mapping") {
    explain_missing_key(problem, text);
  } else if (what == "did not find expected node content" &&
             trim(text.substr(std::min(at, text.size()))).empty() &&
             open_bracket) {
    explain_open_bracket(problem, text[*open_bracket]);
    at = *open_bracket;
  } else if (what == "did not find expected <document start>" &&
             source.bytes().starts_with('%')) {
    problem.detail = "`---` is missing after the lines that start with `%`";
    problem.hint = "add it, or remove those lines";
  } else {
    const SyntaxWords words = syntax_words(context, what);
    problem.detail = words.detail;
    problem.hint = words.hint;
    if (words.at_context) at = offsets.byte_offset(parser.context_mark.index);
  }
  // A place past the last character is shown at the end of the last line.
  const std::string_view bytes = source.bytes();
  if (at >= bytes.size()) {
    const std::size_t last = bytes.find_last_not_of(" \t\r\n");
    at = last == std::string_view::npos ? 0 : last + 1;
  }
  if (is_template_tag(bytes, at)) problem.hint = kRenderTemplate;
  std::size_t end = std::min(at + 1, bytes.size());
  while (end < bytes.size() &&
         (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) {
    ++end;
  }
  if (end > at && (bytes[at] == '\n' || bytes[at] == '\r')) end = at;
  problem.span = {at, end};
  return problem;
}

}  // namespace catalint
