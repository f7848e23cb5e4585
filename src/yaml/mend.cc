#include "yaml/mend.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

constexpr std::string_view kFlowIndicators = ",[]{}";
constexpr std::string_view kBlanks = " \t\r\n";

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t newline =
      offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// Whether a block collection starts here, or an anchor or tag: the package
// takes no tab before them.
bool needs_indentation(std::string_view line) {
  const char first = line.empty() ? '\0' : line[0];
  const char last = line.empty() ? '\0' : line.back();
  const bool is_quoted =
      (first == '"' || first == '\'') && line.find(first, 1) == line.size() - 1;
  const bool is_flow = (first == '{' && last == '}' &&
                        line.find("}: ") == std::string_view::npos) ||
                       (first == '[' && last == ']' &&
                        line.find("]: ") == std::string_view::npos);
  if (is_quoted || is_flow) return false;
  return first == '&' || first == '!' || line == "-" || line == "?" ||
         line.starts_with("- ") || line.starts_with("? ") || last == ':' ||
         line.find(": ") != std::string_view::npos;
}

std::optional<Mend> mend_tab(std::string_view text, std::size_t offset) {
  const std::size_t begin = line_start(text, offset);
  const std::size_t content =
      std::min(text.find_first_not_of(" \t", begin), text.size());
  const bool is_empty_line = content == text.size() || text[content] == '\n' ||
                             text[content] == '\r' || text[content] == '#';
  if (is_empty_line) {
    const std::size_t size = content - begin;
    if (text.substr(begin, size).find('\t') == std::string_view::npos) {
      return std::nullopt;
    }
    return Mend{begin, std::string(size, ' ')};
  }
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  const std::string_view before = trim(text.substr(content, offset - content));
  if ((before != "-" && before != "?") || text[offset] != '\t' ||
      needs_indentation(trim(text.substr(offset, end - offset)))) {
    return std::nullopt;
  }
  return Mend{offset, " "};
}

// The last line above that holds something; empty when there is none.
std::string_view content_above(std::string_view text, std::size_t line) {
  while (line > 0) {
    const std::size_t end = line - 1;
    line = line_start(text, end);
    const std::string_view above = text.substr(line, end - line);
    if (!trim(above).empty() && !trim(above).starts_with('#')) return above;
  }
  return {};
}

std::optional<Mend> mend_tab_in_block(std::string_view text,
                                      std::size_t offset) {
  const std::size_t line = line_start(text, offset);
  if (offset - line <= indentation(content_above(text, line))) {
    return std::nullopt;
  }
  return Mend{offset, "", Mend::Kind::kAsText};
}

// Letters take the place of what libyaml does not know in a name. An alias has
// to have its anchor: else it is text that wants quotes, such as `*.js`.
std::optional<Mend> mend_name(std::string_view text, std::size_t offset) {
  const std::size_t sign = text.find_last_of("&*", offset);
  if (sign == std::string_view::npos || sign + 1 > offset) return std::nullopt;
  std::string name;
  for (std::size_t i = sign + 1;
       i < text.size() && !is_one_of(text[i], kBlanks) &&
       !is_one_of(text[i], kFlowIndicators);
       ++i) {
    const bool is_known =
        is_alphanumeric(text[i]) || text[i] == '-' || text[i] == '_';
    name += is_known ? text[i] : 'Q';
  }
  const bool has_anchor =
      text[sign] == '&' || text.find("&" + name) != std::string_view::npos;
  if (name.empty() || !has_anchor) return std::nullopt;
  return Mend{sign + 1, name};
}

// Blanks take the place of what the package drops below `? [a]` or `? "a"`.
std::optional<Mend> mend_dropped_lines(std::string_view text,
                                       std::size_t offset) {
  const std::size_t begin = line_start(text, offset);
  const std::string_view above = content_above(text, begin);
  const std::size_t indent = indentation(above);
  const std::string_view key = trim(above);
  const std::size_t first = indentation(text.substr(begin));
  if (!key.starts_with("? ") || !is_one_of(key.back(), "]}\"'") ||
      first <= indent) {
    return std::nullopt;
  }
  std::string blanks;
  for (std::size_t i = begin; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    const std::string_view line = text.substr(i, end - i);
    if (!trim(line).empty()) {
      if (indentation(line) <= indent) break;
      if (indentation(line) < first) return std::nullopt;
    }
    blanks += std::string(line.size(), ' ') + (end < text.size() ? "\n" : "");
    i = end + 1;
  }
  return Mend{begin, blanks};
}

std::optional<Mend> mend_colon(std::string_view problem, char next,
                               std::size_t offset,
                               std::optional<std::size_t> key) {
  const bool is_free = is_one_of(next, kBlanks);
  if (problem == "found unexpected ':'" && is_one_of(next, kFlowIndicators)) {
    return Mend{offset + 1, " ", Mend::Kind::kInsert};
  }
  if ((problem == "did not find expected key" ||
       problem == "did not find expected node content") &&
      is_free) {
    return Mend{offset, "~", Mend::Kind::kInsert};
  }
  if (problem == "did not find expected node content" &&
      !is_one_of(next, kFlowIndicators)) {
    return Mend{offset, "", Mend::Kind::kAsText};
  }
  if (problem == "did not find expected ',' or '}'" && key) {
    return Mend{*key, "? ", Mend::Kind::kInsert};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Mend> find_mend(std::string_view problem, std::string_view text,
                              std::size_t offset,
                              std::optional<std::size_t> key) {
  if (problem == "found character that cannot start any token" ||
      problem == "found a tab character that violates indentation") {
    return mend_tab(text, offset);
  }
  if (problem ==
      "found a tab character where an indentation space is expected") {
    return mend_tab_in_block(text, offset);
  }
  if (problem == "did not find expected alphabetic or numeric character") {
    return mend_name(text, offset);
  }
  if (offset < text.size() && text[offset] == ':') {
    const char next = offset + 1 < text.size() ? text[offset + 1] : '\n';
    return mend_colon(problem, next, offset, key);
  }
  if (problem == "did not find expected key") {
    return mend_dropped_lines(text, offset);
  }
  return std::nullopt;
}

}  // namespace catalint
