#include "yaml/mend.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

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
  // `-` and a tab: fine before a scalar, not before a map or another list.
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  const std::string_view before = text.substr(content, offset - content);
  const std::string_view after = trim(text.substr(offset, end - offset));
  const bool starts_collection = after.find(": ") != std::string_view::npos ||
                                 after.ends_with(':') ||
                                 after.starts_with("- ") || after == "-";
  if (trim(before) != "-" || starts_collection || text[offset] != '\t') {
    return std::nullopt;
  }
  return Mend{offset, " "};
}

}  // namespace

std::optional<Mend> find_mend(std::string_view problem, std::string_view text,
                              std::size_t offset) {
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
  return std::nullopt;
}

}  // namespace catalint
