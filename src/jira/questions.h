// What only Jira can tell of the annotations of entities.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "catalint/jira.h"

namespace catalint {

struct JiraQuestions {
  std::set<std::string> projects;         // keys
  std::set<std::string> with_components;  // those whose components count
  std::set<std::string> queries;          // as the plugin sends them
};

/// Adds what the card of one entity gives rise to.
void add_questions(const JiraCard& card, JiraQuestions& questions);

/// Whether Jira could have a project with this key: a letter, then letters,
/// digits and `_`. Jira is asked about no other, as it would change the path of
/// the request.
bool may_be_project_key(std::string_view key);

/// The query that Jira is asked about; nothing where only the plugin can tell
/// what becomes of it (it names the user who is signed in, or a template), or
/// where it holds a credential.
std::optional<std::string> query_to_ask(const JiraCard& card);

}  // namespace catalint
