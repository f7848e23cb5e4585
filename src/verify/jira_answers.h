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

/// Of `project/KEY/components`.
std::optional<std::vector<std::string>> component_names_in(
    const nlohmann::json& answer);

std::optional<ProjectPage> project_page_in(const nlohmann::json& answer);

/// Of `project`, which lists all. A key is nothing that no Jira would have.
std::optional<std::vector<ListedProject>> projects_in(
    const nlohmann::json& answer);

/// Of `jql/parse`: what Jira has against each of so many queries, in their
/// order; empty where nothing.
std::optional<std::vector<std::string>> refusals_in(
    const nlohmann::json& answer, std::size_t queries);

/// Whether Atlassian's gateway says that the token lacks a scope.
bool lacks_scope(const nlohmann::json& answer);

/// Jira's own words in an answer that is an error; nothing where it is none of
/// Jira's.
std::optional<std::string> error_message_in(const nlohmann::json& answer);

}  // namespace catalint
