// What the Jira plugin (@roadiehq/backstage-plugin-jira 2.14.0) sends to Jira
// for the card of an entity.
#pragma once

#include <string>
#include <string_view>

#include "catalint/jira.h"

namespace catalint {

/// Paths are those of Jira's REST API. The plugin pastes the key in without
/// escaping it; URL parsing then takes out tabs and line breaks, and spaces at
/// the end, and writes other spaces as `%20`. What else it changes is left as
/// it was pasted.
struct JiraRequests {
  std::string project;   // a path
  std::string statuses;  // a path
  // The query of the activity stream; in brackets, what is there only when the
  // plugin asks for some of the issues alone.
  std::string activity;
};

/// Of a card that shows: its project key must be there.
JiraRequests jira_requests(const JiraCard& card);

/// The first character of a key that makes the paths lead elsewhere, as one of
/// `/ ? # %` or `..`; empty when there is none.
std::string_view path_changer_in(std::string_view project_key);

}  // namespace catalint
