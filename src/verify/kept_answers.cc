#include "verify/kept_answers.h"

#include <nlohmann/json.hpp>

namespace catalint {
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;
constexpr std::int64_t kHour = 3600;

// Nothing where it is no moment of the last hour.
std::optional<std::int64_t> moment_in(const Json& entry, std::int64_t now) {
  if (!entry.is_object()) return std::nullopt;
  const auto at = entry.find("at");
  if (at == entry.end() || !at->is_number_integer()) return std::nullopt;
  const auto moment = at->get<std::int64_t>();
  if (moment > now || moment <= now - kHour) return std::nullopt;
  return moment;
}

bool flag_at(const Json& entry, const char* name) {
  const auto found = entry.find(name);
  return found != entry.end() && found->is_boolean() && found->get<bool>();
}

std::optional<std::string> text_at(const Json& entry, const char* name) {
  const auto found = entry.find(name);
  if (found == entry.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<std::vector<std::string>> texts_at(const Json& entry,
                                                 const char* name) {
  const auto found = entry.find(name);
  if (found == entry.end() || !found->is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const Json& text : *found) {
    if (!text.is_string()) return std::nullopt;
    texts.push_back(text.get<std::string>());
  }
  return texts;
}

// The list at a key; an empty one where there is none.
Json list_at(const Json& root, const char* name) {
  const auto found = root.find(name);
  return found != root.end() && found->is_array() ? *found : Json::array();
}

}  // namespace

std::string kept_answers_text(const KeptAnswers& kept) {
  Json root = {{"version", kVersion},
               {"projects", Json::array()},
               {"components", Json::array()},
               {"queries", Json::array()}};
  for (const auto& [key, project] : kept.projects) {
    root["projects"].push_back({{"key", key},
                                {"at", project.at},
                                {"exists", project.value.exists},
                                {"archived", project.value.archived}});
  }
  for (const auto& [key, names] : kept.components) {
    root["components"].push_back(
        {{"key", key}, {"at", names.at}, {"names", names.value}});
  }
  for (const auto& [query, refusal] : kept.queries) {
    root["queries"].push_back(
        {{"query", query}, {"at", refusal.at}, {"refusal", refusal.value}});
  }
  if (kept.all_projects) {
    Json all = {{"at", kept.all_projects->at},
                {"live", Json::array()},
                {"archived", Json::array()}};
    for (const ListedProject& project : kept.all_projects->value) {
      all[project.archived ? "archived" : "live"].push_back(project.key);
    }
    root["all_projects"] = all;
  }
  return root.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

KeptAnswers parse_kept_answers(std::string_view text, std::int64_t now) {
  KeptAnswers kept;
  const Json root = Json::parse(text, nullptr, false);
  if (!root.is_object() || root.value("version", Json()) != kVersion) {
    return kept;
  }
  for (const Json& entry : list_at(root, "projects")) {
    const auto at = moment_in(entry, now);
    if (!at) continue;
    if (const auto key = text_at(entry, "key")) {
      kept.projects[*key] = {
          *at,
          {flag_at(entry, "exists"), flag_at(entry, "archived"), std::nullopt}};
    }
  }
  for (const Json& entry : list_at(root, "components")) {
    const auto at = moment_in(entry, now);
    if (!at) continue;
    const auto key = text_at(entry, "key");
    auto names = texts_at(entry, "names");
    if (key && names) kept.components[*key] = {*at, std::move(*names)};
  }
  for (const Json& entry : list_at(root, "queries")) {
    const auto at = moment_in(entry, now);
    if (!at) continue;
    const auto query = text_at(entry, "query");
    auto refusal = text_at(entry, "refusal");
    if (query && refusal) kept.queries[*query] = {*at, std::move(*refusal)};
  }
  const auto all = root.find("all_projects");
  if (all == root.end()) return kept;
  if (const auto at = moment_in(*all, now)) {
    Kept<std::vector<ListedProject>> projects{*at, {}};
    for (const bool archived : {false, true}) {
      const auto keys = texts_at(*all, archived ? "archived" : "live");
      if (!keys) return kept;
      for (const std::string& key : *keys) {
        projects.value.push_back({key, archived});
      }
    }
    kept.all_projects = std::move(projects);
  }
  return kept;
}

}  // namespace catalint
