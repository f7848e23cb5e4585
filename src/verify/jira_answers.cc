#include "verify/jira_answers.h"

#include <nlohmann/json.hpp>

namespace catalint {
namespace {

using Json = nlohmann::json;

std::optional<std::string> text_at(const Json& object, const char* name) {
  if (!object.is_object()) return std::nullopt;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<std::size_t> count_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_unsigned()) {
    return std::nullopt;
  }
  return found->get<std::size_t>();
}

bool flag_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
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
    auto project = project_in(entry);
    if (!project) return std::nullopt;
    projects.push_back(std::move(*project));
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
  page.is_last = flag_at(answer, "isLast") || page.projects.empty();
  page.next = count_at(answer, "startAt").value_or(0) + page.projects.size();
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

std::optional<std::string> error_message_in(const Json& answer) {
  if (!answer.is_object()) return std::nullopt;
  const auto messages = answer.find("errorMessages");
  if (messages == answer.end() || !messages->is_array()) return std::nullopt;
  return joined_texts(*messages);
}

}  // namespace catalint
