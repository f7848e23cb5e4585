// What only Jira can tell of the annotations of entities.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "catalint/jira.h"

namespace catalint {

struct JiraQuestions {
  std::set<std::string> projects;  // keys
  // The names of components that are to be there, by the project's key.
  std::map<std::string, std::set<std::string>> components;
  std::set<std::string> queries;  // as the plugin sends them
};

/// What of it anybody wants to know.
struct JiraTopics {
  bool projects = true;
  bool components = true;
  bool queries = true;
};

/// Adds what the card of one entity gives rise to.
void add_questions(const JiraCard& card, const JiraTopics& topics,
                   JiraQuestions& questions);

/// Whether Jira could have a project with this key: a letter, then letters,
/// digits and `_`. Jira is asked about no other, as it would change the path of
/// the request; so would the words of Jira's own that stand where a key does,
/// as in `project/search`.
bool may_be_project_key(std::string_view key);

/// The component that the project is to have; nothing where there is none, or
/// a template that becomes one later.
std::optional<std::string> component_to_ask(const JiraCard& card);

/// The query that Jira is asked about; nothing where only the plugin can tell
/// what becomes of it (it names the user who is signed in, or a template), or
/// where it holds a credential.
std::optional<std::string> query_to_ask(const JiraCard& card);

}  // namespace catalint
