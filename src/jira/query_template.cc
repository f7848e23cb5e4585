#include "jira/query_template.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace catalint {
namespace {

// What `\s` matches in a JavaScript pattern.
bool is_javascript_space(char32_t c) {
  return (c >= '\t' && c <= '\r') || c == ' ' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::string_view trim_javascript(std::string_view text) {
  std::size_t first = text.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (is_javascript_space(decode_utf8(text, i))) continue;
    first = std::min(first, begin);
    last = i;
  }
  return text.substr(first, last < first ? 0 : last - first);
}

constexpr std::array<std::string_view, 11> kInheritedFunctions{
    "constructor",          "toString",
    "toLocaleString",       "valueOf",
    "hasOwnProperty",       "isPrototypeOf",
    "propertyIsEnumerable", "__defineGetter__",
    "__defineSetter__",     "__lookupGetter__",
    "__lookupSetter__"};

std::optional<std::string> inherited_value(std::string_view name) {
  if (name == "__proto__") return "[object Object]";
  if (!is_inherited_name(name)) return std::nullopt;
  return "function " + std::string(name == "constructor" ? "Object" : name) +
         "() { [native code] }";
}

std::optional<std::string> not_empty(const std::optional<std::string>& text) {
  return text && !text->empty() ? text : std::nullopt;
}

}  // namespace

std::vector<QueryPlaceholder> query_placeholders(std::string_view query) {
  std::vector<QueryPlaceholder> found;
  for (std::size_t i = query.find("{{"); i != std::string_view::npos;
       i = query.find("{{", i)) {
    while (query.substr(i).starts_with("{{{")) ++i;
    const std::size_t close = query.find("}}", i + 2);
    if (close == std::string_view::npos) break;
    const std::size_t inner = query.rfind("{{", close);
    found.push_back({inner, close + 2,
                     std::string(trim_javascript(
                         query.substr(inner + 2, close - inner - 2)))});
    i = close + 2;
  }
  return found;
}

std::optional<std::string> placeholder_value(const JiraCard& card,
                                             std::string_view name) {
  if (name == "projectKey") return not_empty(card.project_key);
  if (name == "component") return not_empty(card.component);
  if (name == "label") return not_empty(card.label);
  if (name == "team") return not_empty(card.team);
  return inherited_value(name);
}

bool is_user_placeholder(std::string_view name) {
  return name == "userEmail" || name == "userDisplayName";
}

bool is_inherited_name(std::string_view name) {
  return name == "__proto__" ||
         std::find(kInheritedFunctions.begin(), kInheritedFunctions.end(),
                   name) != kInheritedFunctions.end();
}

const std::vector<std::string>& placeholder_names() {
  static const std::vector<std::string> kNames = {
      "projectKey", "component", "label",
      "team",       "userEmail", "userDisplayName"};
  return kNames;
}

FilledQuery::FilledQuery(std::string_view query) : text_(query) {
  if (!query.empty()) pieces_.push_back({0, {0, query.size()}, true});
}

const FilledQuery::Piece& FilledQuery::piece_at(std::size_t offset) const {
  const auto next = std::upper_bound(
      pieces_.begin(), pieces_.end(), offset,
      [](std::size_t at, const Piece& piece) { return at < piece.begin; });
  return *std::prev(next);
}

Span FilledQuery::origin_of(Span range) const {
  if (pieces_.empty()) return {};
  const std::size_t last =
      std::min(std::max(range.begin + 1, range.end), text_.size()) - 1;
  range.begin = std::min(range.begin, last);
  const Piece& first = piece_at(range.begin);
  const Piece& final = piece_at(last);
  const std::size_t begin =
      first.origin.begin + (first.is_copy ? range.begin - first.begin : 0);
  return {begin, final.is_copy ? final.origin.begin + (last - final.begin) + 1
                               : final.origin.end};
}

void FilledQuery::append_copy(const FilledQuery& from, Span range) {
  while (range.begin < range.end) {
    const Piece& piece = from.piece_at(range.begin);
    const bool is_last = &piece == &from.pieces_.back();
    const std::size_t end =
        is_last ? range.end : std::min(range.end, (&piece + 1)->begin);
    Span origin = piece.origin;
    if (piece.is_copy) origin = from.origin_of({range.begin, end});
    pieces_.push_back({text_.size(), origin, piece.is_copy});
    text_.append(from.text_, range.begin, end - range.begin);
    range.begin = end;
  }
}

void FilledQuery::fill(
    const std::function<std::optional<std::string>(const std::string& name)>&
        value_of) {
  constexpr std::size_t kMostGrowth = 1U << 20U;
  FilledQuery filled;
  std::size_t done = 0;
  for (const QueryPlaceholder& placeholder : query_placeholders(text_)) {
    const auto value = value_of(placeholder.name);
    if (!value ||
        filled.text_.size() + value->size() > text_.size() + kMostGrowth) {
      continue;
    }
    filled.append_copy(*this, {done, placeholder.begin});
    if (!value->empty()) {
      filled.pieces_.push_back({filled.text_.size(),
                                origin_of({placeholder.begin, placeholder.end}),
                                false});
      filled.text_ += *value;
    }
    done = placeholder.end;
  }
  if (done == 0) return;
  filled.append_copy(*this, {done, text_.size()});
  *this = std::move(filled);
}

FilledQuery fill_query(std::string_view query, const JiraCard& card,
                       const std::optional<QueryUser>& user) {
  FilledQuery filled(query);
  filled.fill(
      [&](const std::string& name) { return placeholder_value(card, name); });
  if (!user) return filled;
  filled.fill([&](const std::string& name) -> std::optional<std::string> {
    if (name == "userEmail") return user->email;
    if (name == "userDisplayName") return user->display_name;
    // The second pass too looks a name up with `in`, which sees what every
    // object inherits.
    return inherited_value(name);
  });
  return filled;
}

}  // namespace catalint
