#include "jira/known_projects.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/text.h"

namespace catalint {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kListVersion = 1;

// What is no UTF-8 becomes U+FFFD.
std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<JiraProject> project_of(const Json& entry, const std::string& key) {
  JiraProject project;
  if (const auto found = entry.find("archived"); found != entry.end()) {
    if (!found->is_boolean()) {
      return Error{"it says of " + quote_for_display(key) +
                   " that `archived` is neither true nor false"};
    }
    project.archived = found->get<bool>();
  }
  const auto components = entry.find("components");
  if (components == entry.end()) return project;
  std::vector<std::string> names;
  const Error wrong{"it says of " + quote_for_display(key) +
                    " that `components` is no list of names"};
  if (!components->is_array()) return wrong;
  for (const Json& name : *components) {
    if (!name.is_string()) return wrong;
    names.push_back(name.get<std::string>());
  }
  project.components = component_names(std::move(names));
  return project;
}

}  // namespace

std::string known_projects_text(const JiraFacts& facts) {
  std::string out = "{\n  \"version\": " + std::to_string(kListVersion) +
                    ",\n  \"projects\": [";
  const char* separator = "\n    ";
  for (const auto& [key, project] : facts.projects) {
    if (!project.exists) continue;
    Json entry = {{"key", key}};
    if (project.archived) entry["archived"] = true;
    if (project.components) entry["components"] = *project.components;
    out += separator + dumped(entry);
    separator = ",\n    ";
  }
  return out + "\n  ]\n}\n";
}

std::size_t count_known_projects(const JiraFacts& facts) {
  return static_cast<std::size_t>(
      std::count_if(facts.projects.begin(), facts.projects.end(),
                    [](const auto& entry) { return entry.second.exists; }));
}

Result<JiraFacts> parse_known_projects(std::string_view text) {
  const Json root = Json::parse(text, nullptr, false);
  if (root.is_discarded()) return Error{"it is not JSON"};
  const auto version = root.find("version");
  if (!root.is_object() || version == root.end()) {
    return Error{"it has no `version`"};
  }
  if (*version != kListVersion) return Error{"it has a version other than 1"};
  const auto projects = root.find("projects");
  if (projects == root.end() || !projects->is_array()) {
    return Error{"it has no list `projects`"};
  }
  JiraFacts facts;
  facts.are_listed = true;
  facts.settle_projects = true;
  facts.settle_components = true;
  for (const Json& entry : *projects) {
    const auto key = entry.find("key");
    if (!entry.is_object() || key == entry.end() || !key->is_string()) {
      return Error{"it has a project without `key`"};
    }
    auto project = project_of(entry, key->get<std::string>());
    if (!project) return project.error();
    if (!project->components) facts.settle_components = false;
    facts.projects.insert_or_assign(key->get<std::string>(),
                                    std::move(*project));
  }
  return facts;
}

}  // namespace catalint
