#include "report/sarif_rule.h"

#include "base/text.h"

namespace catalint {
namespace {

std::string fenced(const std::string& yaml) {
  const bool ends_line = !yaml.empty() && yaml.back() == '\n';
  return "```yaml\n" + yaml + (ends_line ? "" : "\n") + "```\n";
}

// "jira/token-type" is JiraTokenType.
std::string pascal_case(std::string_view id) {
  std::string name;
  bool starts_word = true;
  for (const char c : id) {
    if (!is_alphanumeric(c)) {
      starts_word = true;
      continue;
    }
    name += starts_word ? to_upper_ascii({&c, 1}) : std::string(1, c);
    starts_word = false;
  }
  return name;
}

}  // namespace

Json sarif_rule(const RuleInfo& rule) {
  const std::string pack = rule.id.substr(0, rule.id.find('/'));
  std::string markdown = rule.why + "\n";
  if (!rule.bad.empty()) markdown += "\nBad:\n\n" + fenced(rule.bad);
  if (!rule.good.empty()) markdown += "\nGood:\n\n" + fenced(rule.good);
  Json json = {{"id", rule.id},
               {"name", pascal_case(rule.id)},
               {"shortDescription", {{"text", rule.what}}},
               {"fullDescription", {{"text", rule.why}}},
               {"help", {{"text", rule.why}, {"markdown", markdown}}}};
  if (!rule.docs.empty()) json["helpUri"] = rule.docs;
  json["defaultConfiguration"] = {{"level", name_of(rule.severity)}};
  Json tags = Json::array({"backstage"});
  if (pack != "backstage") tags.push_back(pack);
  // Code scanning reads the one only beside the other.
  if (!rule.security_severity.empty()) tags.push_back("security");
  json["properties"] = {{"tags", std::move(tags)}, {"precision", "very-high"}};
  if (!rule.security_severity.empty()) {
    json["properties"]["security-severity"] = rule.security_severity;
  }
  return json;
}

}  // namespace catalint
