// jira/all-issues-jql: how the plugin fills its placeholders
// (@roadiehq/backstage-plugin-jira 2.14.0).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/jira.h"

namespace catalint {

/// One `{{ name }}` of a query. Whatever stands between the braces counts,
/// names that the plugin does not know too.
struct QueryPlaceholder {
  std::size_t begin = 0;  // bytes into the query, braces included
  std::size_t end = 0;
  std::string name;  // without white space
};

std::vector<QueryPlaceholder> query_placeholders(std::string_view query);

/// What the plugin puts in: an annotation's value, or the source of a function
/// where the name is one that every JavaScript object inherits. Nothing when
/// the placeholder stays as it is.
std::optional<std::string> placeholder_value(const JiraCard& card,
                                             std::string_view name);

/// Whether the name stands for the user who is signed in.
bool is_user_placeholder(std::string_view name);

/// Whether the name is inherited by every JavaScript object.
bool is_inherited_name(std::string_view name);

/// The names that the plugin knows.
const std::vector<std::string>& placeholder_names();

/// The query after the first pass; placeholders of the user stay, unless a
/// text for them is given.
std::string fill_query(std::string_view query, const JiraCard& card,
                       std::optional<std::string_view> user = std::nullopt);

}  // namespace catalint
