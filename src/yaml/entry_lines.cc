#include "yaml/entry_lines.h"

#include <algorithm>

namespace catalint {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::optional<Span> lines_of(const SourceFile& source, const Member& member,
                             bool with_comment) {
  const Node& key = *member.key;
  const Node& value = *member.value;
  const bool is_one_text = value.kind == NodeKind::kAlias ||
                           (value.is_scalar() && !value.is_block_scalar());
  if (!is_one_text || !key.is_scalar() || key.is_block_scalar() ||
      !key.anchor.empty() || !value.anchor.empty()) {
    return std::nullopt;
  }
  const auto indentation = indentation_of(source, key);
  if (!indentation) return std::nullopt;
  const std::string_view bytes = source.bytes();
  const std::size_t value_end = std::max(key.span.end, value.span.end);
  const std::string_view between = bytes.substr(
      key.span.end, std::max(value.outer, key.span.end) - key.span.end);
  if (between.find('#') != std::string_view::npos) return std::nullopt;
  std::size_t line_end = std::min(bytes.find('\n', value_end), bytes.size());
  std::string_view rest = bytes.substr(value_end, line_end - value_end);
  // An empty value ends before its colon or right behind it.
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const std::size_t comment = rest.find('#');
  if (!is_blank(rest.substr(0, std::min(comment, rest.size()))) ||
      (comment != std::string_view::npos && !with_comment)) {
    return std::nullopt;
  }
  if (line_end < bytes.size()) ++line_end;
  const Span lines{key.outer - indentation->size(), line_end};
  if (with_deeper_lines(source, lines, indentation->size()) != lines) {
    return std::nullopt;
  }
  return lines;
}

}  // namespace

Span with_deeper_lines(const SourceFile& source, Span lines,
                       std::size_t indentation) {
  const std::string_view bytes = source.bytes();
  for (std::size_t at = lines.end; at < bytes.size();) {
    const std::size_t end =
        std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(at, end - at);
    const std::size_t spaces =
        std::min(line.find_first_not_of(' '), line.size());
    const std::size_t text =
        std::min(line.find_first_not_of(" \t\r\n"), line.size());
    if (text < line.size() && line[text] != '#') break;
    const bool has_tab = spaces < line.size() && line[spaces] == '\t';
    if (spaces > indentation || has_tab) {
      lines.end = end;
    } else if (text < line.size()) {
      break;
    }
    at = end;
  }
  return lines;
}

std::optional<std::string_view> indentation_of(const SourceFile& source,
                                               const Node& key) {
  const std::string_view bytes = source.bytes();
  const std::size_t newline = key.outer == 0 ? std::string_view::npos
                                             : bytes.rfind('\n', key.outer - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  const std::string_view before = bytes.substr(begin, key.outer - begin);
  if (before.find_first_not_of(' ') != std::string_view::npos) {
    return std::nullopt;
  }
  return before;
}

std::optional<Span> entry_lines(const SourceFile& source,
                                const Member& member) {
  return lines_of(source, member, false);
}

std::optional<Span> entry_lines_with_comment(const SourceFile& source,
                                             const Member& member) {
  return lines_of(source, member, true);
}

}  // namespace catalint
