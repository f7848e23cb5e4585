#include "verify/jira_answers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
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

// Null where there is none.
const Json& member_of(const Json& object, const char* name) {
  static const Json kNone;
  const auto found = object.find(name);
  return found == object.end() ? kNone : *found;
}

// The texts of a list, one after the other, as far as anybody reads them;
// nothing where it says nothing.
std::optional<std::string> words_in(const Json& list) {
  constexpr std::size_t kMost = 4096;  // bytes
  std::string out;
  for (const Json& text : list) {
    if (!text.is_string() || out.size() >= kMost) continue;
    out += (out.empty() ? "" : " ") +
           text.get_ref<const std::string&>().substr(0, kMost);
    out.resize(std::min(out.size(), kMost));
  }
  if (trim(out).empty()) return std::nullopt;
  return out;
}

}  // namespace

std::optional<ListedProject> project_in(const Json& answer) {
  auto key = text_at(answer, "key");
  if (!key || key->empty()) return std::nullopt;
  return ListedProject{std::move(*key), flag_at(answer, "archived")};
}

std::optional<std::vector<std::string>> component_names_in(const Json& answer) {
  constexpr std::size_t kLongest =
      std::size_t{255} * 4;  // bytes of so many characters
  if (!answer.is_array()) return std::nullopt;
  std::vector<std::string> names;
  for (const Json& component : answer) {
    auto name = text_at(component, "name");
    if (!name || name->size() > kLongest) return std::nullopt;
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

std::optional<std::string> refusal_in(const Json& answer, std::size_t index,
                                      std::string_view query) {
  if (!answer.is_object()) return std::nullopt;
  const auto list = answer.find("queries");
  if (list == answer.end() || !list->is_array() || list->size() <= index) {
    return std::nullopt;
  }
  const Json& entry = (*list)[index];
  const auto told = text_at(entry, "query");
  if (!told || trim(*told) != trim(query)) return std::nullopt;
  const Json& errors = member_of(entry, "errors");
  if (errors.is_array() && !errors.empty()) return words_in(errors);
  const Json& structure = member_of(entry, "structure");
  const bool is_taken = structure.is_object()
                            ? errors.is_array() || errors.is_null()
                            : errors.is_array() && structure.is_null();
  return is_taken ? std::optional<std::string>("") : std::nullopt;
}

bool lacks_scope(const Json& answer) {
  const auto message = text_at(answer, "message");
  return message && message->find("scope does not match") != std::string::npos;
}

std::optional<std::string> error_message_in(const Json& answer) {
  if (!answer.is_object()) return std::nullopt;
  const auto messages = answer.find("errorMessages");
  if (messages == answer.end() || !messages->is_array()) return std::nullopt;
  return words_in(*messages);
}

}  // namespace catalint
