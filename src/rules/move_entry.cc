#include "rules/move_entry.h"

#include <optional>
#include <string>

#include "base/text.h"
#include "yaml/entry_lines.h"

namespace catalint {
namespace {

bool is_block_mapping(const Node* node) {
  return node != nullptr && node->is_mapping() &&
         node->style == NodeStyle::kBlock && !node->members.empty();
}

// Where a line below a key goes: behind the key's own line.
std::optional<std::size_t> behind_line_of(const SourceFile& source,
                                          const Node& key) {
  const std::string_view bytes = source.bytes();
  const std::size_t line_end = bytes.find('\n', key.span.end);
  if (line_end == std::string_view::npos) return std::nullopt;
  std::string_view rest =
      trim(bytes.substr(key.span.end, line_end - key.span.end));
  if (!rest.starts_with(':')) return std::nullopt;
  rest = trim(rest.substr(1));
  if (!rest.empty() && !rest.starts_with('#')) return std::nullopt;
  return line_end + 1;
}

// Behind the last entry that takes a line of its own.
std::optional<std::size_t> behind_last_line_in(const SourceFile& source,
                                               const Node& mapping) {
  for (auto member = mapping.members.rbegin(); member != mapping.members.rend();
       ++member) {
    const auto lines = entry_lines_with_comment(source, *member);
    if (lines && source.text(*lines).ends_with('\n')) return lines->end;
  }
  return std::nullopt;
}

struct Destination {
  std::size_t at = 0;
  std::string before;       // what goes in before the entry
  std::string indentation;  // of the entry
};

std::optional<Destination> destination_in(const SourceFile& source,
                                          const Node* metadata,
                                          std::string_view line_end) {
  if (!is_block_mapping(metadata)) return std::nullopt;
  const Node& first = *metadata->members.front().key;
  const auto outer = indentation_of(source, first);
  if (!outer) return std::nullopt;
  if (const Member* known = find_member(metadata, "annotations")) {
    const auto first_line = behind_line_of(source, *known->key);
    const bool is_empty = known->value->is_null() &&
                          known->value->value.empty() &&
                          known->value->anchor.empty();
    if (is_empty && first_line) {
      return Destination{*first_line, "", std::string(*outer) + "  "};
    }
    if (!is_block_mapping(known->value)) return std::nullopt;
    const auto inner =
        indentation_of(source, *known->value->members.front().key);
    if (!inner || !first_line) return std::nullopt;
    const std::size_t at =
        behind_last_line_in(source, *known->value).value_or(*first_line);
    return Destination{at, "", std::string(*inner)};
  }
  // A new map goes in behind the last entry of metadata that takes a line,
  // else before the first.
  Destination made;
  made.at = first.outer - outer->size();
  if (const auto at = behind_last_line_in(source, *metadata)) made.at = *at;
  made.before = std::string(*outer) + "annotations:" + std::string(line_end);
  made.indentation = std::string(*outer) + "  ";
  return made;
}

}  // namespace

std::vector<Edit> edits_to_move(const SourceFile& source,
                                const MisplacedEntry& entry,
                                const Node* metadata) {
  if (!is_block_mapping(entry.parent)) return {};
  const auto lines = entry_lines_with_comment(source, *entry.member);
  if (!lines) return {};
  std::string_view text = source.text(*lines);
  const std::string_view line_end = text.ends_with("\r\n") ? "\r\n" : "\n";
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  text.remove_prefix(text.find_first_not_of(' '));
  if (text.find('\n') != std::string_view::npos) return {};
  const auto destination = destination_in(source, metadata, line_end);
  if (!destination) return {};

  Span taken = *lines;
  if (entry.parent->members.size() == 1) {
    if (entry.holder == nullptr) return {};
    const auto indentation = indentation_of(source, *entry.holder->key);
    const auto below = behind_line_of(source, *entry.holder->key);
    // Whatever stands between the two lines would be lost with them.
    if (!indentation || below != lines->begin) return {};
    taken.begin = entry.holder->key->outer - indentation->size();
    const Span key_line{entry.holder->key->span.end, lines->begin};
    if (source.text(key_line).find('#') != std::string_view::npos) return {};
  }
  if (destination->at > taken.begin && destination->at < taken.end) return {};
  std::string moved = destination->before + destination->indentation +
                      std::string(text) + std::string(line_end);
  return {{taken, ""}, {{destination->at, destination->at}, std::move(moved)}};
}

}  // namespace catalint
