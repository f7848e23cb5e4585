// What is known of a Jira: because it was asked, or from a list that somebody
// made who asked it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace catalint {

/// Never changed once they are there, and shared by all who know them.
using ComponentNames = std::shared_ptr<const std::vector<std::string>>;

inline ComponentNames component_names(std::vector<std::string> names) {
  return std::make_shared<const std::vector<std::string>>(std::move(names));
}

struct JiraProject {
  bool exists = true;  // and the account that asked may see it
  bool archived = false;
  ComponentNames components;  // null where nobody asked
};

struct JiraFacts {
  std::map<std::string, JiraProject> projects;  // by key
  // What Jira has against a query, by the query; empty where it takes it.
  std::map<std::string, std::string> queries;
  // The facts are a list, and a project that is not in it does not exist.
  bool are_listed = false;
  // Whether nothing that the descriptors name is left open.
  bool settle_projects = false;
  bool settle_components = false;
  bool settle_queries = false;

  /// Null where nobody knows.
  [[nodiscard]] const JiraProject* project(const std::string& key) const {
    static const JiraProject kMissing{false, false, nullptr};
    const auto found = projects.find(key);
    if (found != projects.end()) return &found->second;
    return are_listed ? &kMissing : nullptr;
  }
};

}  // namespace catalint
