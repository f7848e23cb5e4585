// jira/all-issues-jql: how the plugin fills its placeholders
// (@roadiehq/backstage-plugin-jira 2.14.0).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/jira.h"
#include "catalint/source.h"
#include "source/origin_map.h"

namespace catalint {

/// One `{{ name }}` of a query. Whatever stands between the braces counts,
/// names that the plugin does not know too.
struct QueryPlaceholder {
  std::size_t begin = 0;  // bytes into the query, braces included
  std::size_t end = 0;
  std::string name;  // without what JavaScript takes for white space
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

/// The user who is signed in, as the identity API of Backstage tells.
struct QueryUser {
  std::string email;
  std::string display_name;
};

/// A query with its placeholders filled in, which remembers where every part
/// of it came from.
class FilledQuery {
 public:
  explicit FilledQuery(std::string_view query);

  [[nodiscard]] const std::string& text() const { return text_; }

  /// The bytes of the query that a range of text() came from: the same ones
  /// where nothing was filled in, and the whole placeholder where one was.
  [[nodiscard]] Span origin_of(Span range) const {
    return origins_.origin_of(range);
  }

  /// One pass: replaces every placeholder for whose name `value_of` has a
  /// value. What would make the text more than 1 MiB longer stays as it is.
  void fill(
      const std::function<std::optional<std::string>(const std::string& name)>&
          value_of);

 private:
  std::string text_;
  OriginMap origins_;
};

/// What the plugin sends, white space as it is: the first pass puts in the
/// annotations, the second one the user, in what the annotations brought too.
/// Without a user there is no second pass.
FilledQuery fill_query(std::string_view query, const JiraCard& card,
                       const std::optional<QueryUser>& user = std::nullopt);

}  // namespace catalint
