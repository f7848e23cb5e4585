// The list of a Jira's projects that `verify --write-known-projects` makes and
// `check --known-projects` reads: JSON, one project a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "jira/facts.h"

namespace catalint {

/// The projects that exist, in the order of their keys; one that was renamed
/// is there by each of its keys.
std::string known_projects_text(const JiraFacts& facts);

/// How many keys that are.
std::size_t count_known_projects(const JiraFacts& facts);

/// An error says why it is no such list; it begins with "it ".
Result<JiraFacts> parse_known_projects(std::string_view text);

}  // namespace catalint
