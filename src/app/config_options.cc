#include "app/config_options.h"

#include <algorithm>
#include <map>

namespace catalint {
namespace {

std::string_view group_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? "" : path.substr(0, dot);
}

}  // namespace

const std::vector<ConfigOption>& config_options() {
  static const std::vector<ConfigOption> kOptions = {
      {"files", OptionShape::kPatterns,
       "Descriptors besides the usual names; patterns as in .gitignore.",
       "['*.backstage.yaml', 'docs/**/entity.yaml']"},
      {"exclude", OptionShape::kPatterns,
       "Files and directories to leave out of a search.",
       "['**/skeleton/', '**/fixtures/']"},
      {"rules", OptionShape::kSeverities,
       "How grave a rule is, by its id or by a pattern.",
       "jira/project-key-missing: warning\n"
       "jira/other-plugin: off"},
      {"kinds", OptionShape::kTexts,
       "Kinds of your own that your Backstage takes.", "[Cluster, Topic]"},
      {"packs", OptionShape::kTexts,
       "Rule packs of your own; paths from this file.",
       "[rules/our-rules.yaml]"},
      {"baseline", OptionShape::kText,
       "Findings that are known already; a path from this file.",
       ".catalint-baseline.json"},
      {"jira", OptionShape::kGroup, "What your Jira is like.", ""},
      {"jira.product", OptionShape::kProduct,
       "Whose project keys count; without it, those of both.", "cloud"},
      {"jira.project-key-pattern", OptionShape::kText,
       "What a whole project key fits, in RE2's syntax, in the place of that.",
       "'[A-Z]{2,5}'"},
      {"jira.required-on", OptionShape::kGroup,
       "Which entities need a jira/project-key.", ""},
      {"jira.required-on.kinds", OptionShape::kTexts,
       "Their kinds; without it, Component.", "[Component, System]"},
      {"jira.required-on.types", OptionShape::kTexts,
       "Their spec.type; without it, any.", "[service, website]"},
  };
  return kOptions;
}

const std::vector<std::string>& keys_of_group(std::string_view group) {
  static const auto kKeys = [] {
    std::map<std::string, std::vector<std::string>, std::less<>> keys;
    for (const ConfigOption& option : config_options()) {
      keys[std::string(group_of(option.path))].emplace_back(key_of(option));
    }
    return keys;
  }();
  return kKeys.find(group)->second;
}

std::string_view key_of(const ConfigOption& option) {
  const std::string_view group = group_of(option.path);
  return option.path.substr(group.empty() ? 0 : group.size() + 1);
}

std::size_t depth_of(const ConfigOption& option) {
  return static_cast<std::size_t>(
      std::count(option.path.begin(), option.path.end(), '.'));
}

const std::vector<std::string>& severity_words() {
  static const std::vector<std::string> kWords = {"error", "warning", "note",
                                                  "off"};
  return kWords;
}

const std::vector<std::string>& jira_products() {
  static const std::vector<std::string> kProducts = {"cloud", "data-center"};
  return kProducts;
}

}  // namespace catalint
