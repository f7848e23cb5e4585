#include "verify/jira_answers.h"

#include <nlohmann/json.hpp>

#include "verify/json_fields.h"

namespace catalint {
namespace {

using Json = nlohmann::json;

// Adds the project's keys, the newest first. False where it is none.
bool add_project(const Json& entry, std::vector<ListedProject>& projects) {
  constexpr std::size_t kLongest = 255;
  const auto project = project_in(entry);
  if (!project || project->key.size() > kLongest) return false;
  projects.push_back(*project);
  const auto older = entry.find("projectKeys");
  if (older == entry.end()) return true;
  if (!older->is_array()) return false;
  for (const Json& key : *older) {
    if (!key.is_string()) return false;
    auto text = key.get<std::string>();
    if (text.empty() || text.size() > kLongest) return false;
    if (text == project->key) continue;
    projects.push_back({std::move(text), project->archived});
  }
  return true;
}

// The texts of a list, one after the other.
std::string joined_texts(const Json& list) {
  std::string out;
  for (const Json& text : list) {
    if (!text.is_string()) continue;
    out += (out.empty() ? "" : " ") + text.get<std::string>();
  }
  return out;
}

}  // namespace

std::optional<ListedProject> project_in(const Json& answer) {
  auto key = text_at(answer, "key");
  if (!key || key->empty()) return std::nullopt;
  return ListedProject{std::move(*key), flag_at(answer, "archived")};
}

std::optional<std::vector<std::string>> component_names_in(const Json& answer) {
  if (!answer.is_array()) return std::nullopt;
  std::vector<std::string> names;
  for (const Json& component : answer) {
    auto name = text_at(component, "name");
    if (!name) return std::nullopt;
    names.push_back(std::move(*name));
  }
  return names;
}

std::optional<std::vector<ListedProject>> projects_in(const Json& answer) {
  if (!answer.is_array()) return std::nullopt;
  std::vector<ListedProject> projects;
  for (const Json& entry : answer) {
    if (!add_project(entry, projects)) return std::nullopt;
  }
  return projects;
}

std::optional<ProjectPage> project_page_in(const Json& answer) {
  if (!answer.is_object()) return std::nullopt;
  const auto values = answer.find("values");
  if (values == answer.end()) return std::nullopt;
  auto projects = projects_in(*values);
  if (!projects) return std::nullopt;
  ProjectPage page;
  page.projects = std::move(*projects);
  page.count = values->size();
  page.is_last = flag_at(answer, "isLast");
  return page;
}

std::optional<std::vector<std::string>> refusals_in(const Json& answer,
                                                    std::size_t queries) {
  if (!answer.is_object()) return std::nullopt;
  const auto list = answer.find("queries");
  if (list == answer.end() || !list->is_array() || list->size() != queries) {
    return std::nullopt;
  }
  std::vector<std::string> refusals;
  for (const Json& query : *list) {
    if (!text_at(query, "query")) return std::nullopt;
    const auto errors = query.find("errors");
    refusals.push_back(errors != query.end() && errors->is_array()
                           ? joined_texts(*errors)
                           : "");
  }
  return refusals;
}

bool lacks_scope(const Json& answer) {
  const auto message = text_at(answer, "message");
  return message && message->find("scope does not match") != std::string::npos;
}

std::optional<std::string> error_message_in(const Json& answer) {
  if (!answer.is_object()) return std::nullopt;
  const auto messages = answer.find("errorMessages");
  if (messages == answer.end() || !messages->is_array()) return std::nullopt;
  return joined_texts(*messages);
}

}  // namespace catalint
