// Jira's answers, decoded. The shapes are those of Atlassian's published REST
// API (Cloud, v2) and of Jira Data Center's; anything else is nothing.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

/// A project that was renamed has its older keys too, which Jira answers to
/// still: each is listed.
struct ListedProject {
  std::string key;
  bool archived = false;
};

/// Of `project/search`.
struct ProjectPage {
  std::vector<ListedProject> projects;
  std::size_t count = 0;  // of projects, however many keys they have
  bool is_last = false;
};

/// Of `project/KEY`; the key that counts may be a newer one.
std::optional<ListedProject> project_in(const nlohmann::json& answer);

/// Of `project/KEY/components`. A name is nothing that no component could have.
std::optional<std::vector<std::string>> component_names_in(
    const nlohmann::json& answer);

std::optional<ProjectPage> project_page_in(const nlohmann::json& answer);

/// Of `project`, which lists all. A key is nothing that no Jira would have.
std::optional<std::vector<ListedProject>> projects_in(
    const nlohmann::json& answer);

/// Of `jql/parse`: what Jira has against the query that was asked at `index`;
/// empty where it takes it. Nothing where it tells neither, or tells it of
/// another query.
std::optional<std::string> refusal_in(const nlohmann::json& answer,
                                      std::size_t index,
                                      std::string_view query);

/// Whether Atlassian's gateway says that the token lacks a scope.
bool lacks_scope(const nlohmann::json& answer);

/// Jira's own words in an answer that is an error, 4 KiB at most; nothing where
/// it has none, as only what is not Jira's.
std::optional<std::string> error_message_in(const nlohmann::json& answer);

}  // namespace catalint
