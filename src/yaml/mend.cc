#include "yaml/mend.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

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
  const std::size_t newline =
      offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
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

}  // namespace

std::optional<Mend> find_mend(std::string_view problem, std::string_view text,
                              std::size_t offset,
                              std::optional<std::size_t> key) {
  if (problem == "found character that cannot start any token" ||
      problem == "found a tab character that violates indentation") {
    return mend_tab(text, offset);
  }
  const std::string_view here = text.substr(std::min(offset, text.size()), 2);
  if (!here.starts_with(':')) return std::nullopt;
  const char next = here.size() == 2 ? here[1] : '\n';
  constexpr std::string_view kFlowIndicators = ",[]{}";
  constexpr std::string_view kBlanks = " \t\r\n";
  if (problem == "found unexpected ':'" &&
      kFlowIndicators.find(next) != std::string_view::npos) {
    return Mend{offset + 1, " ", true};
  }
  if ((problem == "did not find expected key" ||
       problem == "did not find expected node content") &&
      kBlanks.find(next) != std::string_view::npos) {
    return Mend{offset, "~", true};
  }
  if (problem == "did not find expected ',' or '}'" && key) {
    return Mend{*key, "? ", true};
  }
  return std::nullopt;
}

}  // namespace catalint
