// What the Jira plugin makes of an entity's annotations.
#pragma once

#include <optional>
#include <string>

#include "catalint/entity.h"

namespace catalint {

/// What the Jira plugin (@roadiehq/backstage-plugin-jira 2.14.0) does with the
/// annotations of one entity. Texts are the annotations' values, nothing when
/// they are absent or no strings.
/// The requests are given with runs of white space as one space, but for
/// `sent_query`.
struct JiraCard {
  bool card = false;  // whether the card shows
  std::optional<std::string> project_key;
  std::optional<std::string> component;
  std::optional<std::string> label;
  std::optional<std::string> team;
  std::optional<std::string> token_type;
  bool bearer = false;
  std::optional<std::string> jql;    // what the card asks for; none, no card
  std::optional<std::string> query;  // jira/all-issues-jql, filled in
  std::optional<std::string> sent_query;  // the same, as it is sent
};

/// Computed from the annotations as the plugin's useProjectInfo does.
JiraCard jira_card(const Entity& entity);

}  // namespace catalint
