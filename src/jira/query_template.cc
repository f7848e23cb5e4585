#include "jira/query_template.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace catalint {
namespace {

bool is_word(char c) { return is_alphanumeric(c) || c == '_'; }

constexpr std::array<std::string_view, 11> kInheritedFunctions{
    "constructor",          "toString",
    "toLocaleString",       "valueOf",
    "hasOwnProperty",       "isPrototypeOf",
    "propertyIsEnumerable", "__defineGetter__",
    "__defineSetter__",     "__lookupGetter__",
    "__lookupSetter__"};

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
    found.push_back(
        {inner, close + 2,
         std::string(trim(query.substr(inner + 2, close - inner - 2)))});
    i = close + 2;
  }
  return found;
}

std::optional<std::string> placeholder_value(const JiraCard& card,
                                             std::string_view name) {
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_word)) {
    return std::nullopt;
  }
  if (name == "projectKey") return not_empty(card.project_key);
  if (name == "component") return not_empty(card.component);
  if (name == "label") return not_empty(card.label);
  if (name == "team") return not_empty(card.team);
  if (name == "__proto__") return "[object Object]";
  if (is_inherited_name(name)) {
    return "function " + std::string(name == "constructor" ? "Object" : name) +
           "() { [native code] }";
  }
  return std::nullopt;
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

std::string fill_query(std::string_view query, const JiraCard& card,
                       std::optional<std::string_view> user) {
  // Long values in many places multiply, and Jira takes no such query.
  constexpr std::size_t kLongest = std::size_t{1} << 20U;
  std::string out;
  std::size_t done = 0;
  for (const QueryPlaceholder& placeholder : query_placeholders(query)) {
    auto value = placeholder_value(card, placeholder.name);
    if (!value && user && is_user_placeholder(placeholder.name)) value = *user;
    if (!value) continue;
    if (out.size() + value->size() > kLongest) break;
    out += query.substr(done, placeholder.begin - done);
    out += *value;
    done = placeholder.end;
  }
  out += query.substr(done);
  return out;
}

}  // namespace catalint
