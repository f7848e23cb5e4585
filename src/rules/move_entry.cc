#include "rules/move_entry.h"

#include <algorithm>
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

// The entry's lines with the comments right above it. Those at the start of a
// document speak of all of it, and stay.
Span with_comments_above(const SourceFile& source, Span lines,
                         std::string_view indentation) {
  const std::string_view bytes = source.bytes();
  Span all = lines;
  while (all.begin > 0) {
    const std::size_t newline = all.begin < 2
                                    ? std::string_view::npos
                                    : bytes.rfind('\n', all.begin - 2);
    const std::size_t begin =
        newline == std::string_view::npos ? 0 : newline + 1;
    const std::string_view line = bytes.substr(begin, all.begin - begin);
    if (line.starts_with("---")) return lines;
    if (!line.starts_with(std::string(indentation) + "#")) return all;
    all.begin = begin;
  }
  return lines;
}

// Lines, each without what indents it, behind another indentation.
std::string indented(std::string_view lines, std::string_view indentation,
                     std::string_view line_end) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    out.append(indentation).append(trim(lines.substr(0, end))).append(line_end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
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

// What ends the file's lines.
std::string_view line_end_of(const SourceFile& source) {
  const std::string_view bytes = source.bytes();
  const std::size_t newline = bytes.find('\n');
  const bool has_carriage_return = newline != std::string_view::npos &&
                                   newline > 0 && bytes[newline - 1] == '\r';
  return has_carriage_return ? "\r\n" : "\n";
}

// Takes whole lines away and puts text before another line. Where they are the
// last ones and end without a line end, the file still ends without one.
std::vector<Edit> move_lines(const SourceFile& source, Span taken,
                             std::size_t at, std::string text,
                             std::string_view line_end) {
  if (at > taken.begin && at < taken.end) return {};
  if (source.text(taken).ends_with('\n'))
    return {{taken, ""}, {{at, at}, text}};
  if (at >= taken.begin) {
    text.resize(text.size() - line_end.size());
    return {{taken, text}};
  }
  if (source.bytes().substr(0, taken.begin).ends_with(line_end)) {
    taken.begin -= line_end.size();
  }
  if (at > taken.begin) return {};
  return {{taken, ""}, {{at, at}, std::move(text)}};
}

bool has_anchor_or_alias(const Node& node) {
  if (node.kind == NodeKind::kAlias || !node.anchor.empty()) return true;
  const auto has = [](const Node* child) {
    return has_anchor_or_alias(*child);
  };
  return std::any_of(node.items.begin(), node.items.end(), has) ||
         std::any_of(node.members.begin(), node.members.end(),
                     [&](const Member& member) {
                       return has(member.key) || has(member.value);
                     });
}

// Lines behind more white space; lines without text stay as they are.
std::string indented_more(std::string_view lines, std::string_view indentation,
                          std::string_view line_end) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    const std::string_view line = lines.substr(0, end);
    if (!trim(line).empty()) out += indentation;
    out += line;
    lines.remove_prefix(end);
  }
  if (!out.ends_with('\n')) out += line_end;
  return out;
}

}  // namespace

std::vector<Edit> edits_to_move_map(const SourceFile& source,
                                    const Member& root_member,
                                    const Node* metadata) {
  const Node& value = *root_member.value;
  if (!is_block_mapping(&value) || !is_block_mapping(metadata) ||
      find_member(metadata, "annotations") != nullptr ||
      has_anchor_or_alias(value) || !root_member.key->anchor.empty()) {
    return {};
  }
  const auto outer = indentation_of(source, *root_member.key);
  if (!outer || !outer->empty() || !behind_line_of(source, *root_member.key)) {
    return {};
  }
  const std::string_view bytes = source.bytes();
  Span lines{root_member.key->outer, value.span.end};
  // A block of text ends where the next line starts.
  if (bytes[lines.end - 1] != '\n') {
    lines.end = std::min(bytes.find('\n', lines.end), bytes.size() - 1) + 1;
  }
  lines = with_deeper_lines(source, lines, 0);
  const std::string_view line_end = line_end_of(source);
  const auto destination = destination_in(source, metadata, line_end);
  if (!destination) return {};
  const std::string_view inner =
      std::string_view(destination->indentation)
          .substr(0, destination->indentation.size() - 2);
  const std::size_t behind_key = root_member.key->span.end;
  return move_lines(
      source, lines, destination->at,
      indented_more("annotations" + std::string(bytes.substr(
                                        behind_key, lines.end - behind_key)),
                    inner, line_end),
      line_end);
}

std::vector<Edit> edits_to_move(const SourceFile& source,
                                const MisplacedEntry& entry,
                                const Node* metadata) {
  if (!is_block_mapping(entry.parent)) return {};
  // Elsewhere the same name may stand for another anchor.
  if (entry.member->value->kind == NodeKind::kAlias) return {};
  const auto own_lines = entry_lines_with_comment(source, *entry.member);
  const auto own_indentation = indentation_of(source, *entry.member->key);
  if (!own_lines || !own_indentation) return {};
  const std::string_view text = source.text(*own_lines);
  const std::string_view line_end = line_end_of(source);
  if (text.find('\n') < text.size() - 1) return {};
  const auto destination = destination_in(source, metadata, line_end);
  if (!destination) return {};
  const Span lines = with_comments_above(source, *own_lines, *own_indentation);

  Span taken = lines;
  if (entry.parent->members.size() == 1) {
    if (entry.holder == nullptr) return {};
    const auto indentation = indentation_of(source, *entry.holder->key);
    const auto below = behind_line_of(source, *entry.holder->key);
    if (!indentation || !below || *below > lines.begin) return {};
    // Whatever stands between the two lines would be lost with them.
    const Span between{*below, lines.begin};
    const Span key_line{entry.holder->key->span.end, *below};
    if (!trim(source.text(between)).empty() ||
        source.text(key_line).find('#') != std::string_view::npos) {
      return {};
    }
    taken.begin = entry.holder->key->outer - indentation->size();
    if (with_deeper_lines(source, taken, indentation->size()) != taken) {
      return {};
    }
  }
  return move_lines(
      source, taken, destination->at,
      destination->before +
          indented(source.text(lines), destination->indentation, line_end),
      line_end);
}

}  // namespace catalint
