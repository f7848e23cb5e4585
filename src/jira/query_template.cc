#include "jira/query_template.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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
  origins_.append_copy({0, query.size()});
}

void FilledQuery::fill(
    const std::function<std::optional<std::string>(const std::string& name)>&
        value_of) {
  constexpr std::size_t kMostGrowth = 1U << 20U;
  std::string text;
  OriginMap origins;
  std::size_t done = 0;
  const auto copy_until = [&](std::size_t end) {
    text.append(text_, done, end - done);
    origins.append_part(origins_, {done, end});
  };
  // A huge value may be asked for very often.
  std::unordered_map<std::string, std::optional<std::string>> values;
  for (const QueryPlaceholder& placeholder : query_placeholders(text_)) {
    const auto [known, is_new] = values.try_emplace(placeholder.name);
    if (is_new) known->second = value_of(placeholder.name);
    const auto& value = known->second;
    if (!value || text.size() + value->size() > text_.size() + kMostGrowth) {
      continue;
    }
    copy_until(placeholder.begin);
    text += *value;
    origins.append_made(value->size(),
                        origin_of({placeholder.begin, placeholder.end}));
    done = placeholder.end;
  }
  if (done == 0) return;
  copy_until(text_.size());
  text_ = std::move(text);
  origins_ = std::move(origins);
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
