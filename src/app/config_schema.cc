#include "app/config_schema.h"

#include <nlohmann/json.hpp>

#include "app/config_options.h"
#include "app/inputs.h"
#include "rules/pack.h"

namespace catalint {
namespace {

using Json = nlohmann::ordered_json;

Json list_of(Json item) {
  Json list = {{"type", "array"}, {"items", item}};
  return {{"anyOf", Json::array({std::move(item), std::move(list)})}};
}

Json severities(const RuleSet& rules) {
  Json known = Json::object();
  for (const Rule& rule : rules.rules) {
    known[rule.info.id] = {{"description", rule.info.what},
                           {"enum", severity_words()}};
  }
  return {{"type", "object"},
          {"properties", std::move(known)},
          {"additionalProperties", {{"enum", severity_words()}}}};
}

Json group(std::string_view path, const RuleSet& rules);

Json value_of(const ConfigOption& option, const RuleSet& rules) {
  switch (option.shape) {
    case OptionShape::kText:
      return {{"type", "string"}, {"minLength", 1}};
    case OptionShape::kTexts:
      return list_of({{"type", "string"}, {"minLength", 1}});
    case OptionShape::kPatterns:
      return list_of({{"type", "string"}, {"pattern", "^[^!]"}});
    case OptionShape::kProduct:
      return {{"enum", jira_products()}};
    case OptionShape::kSeverities:
      return severities(rules);
    case OptionShape::kGroup:
      return group(option.path, rules);
  }
  return Json::object();
}

Json group(std::string_view path, const RuleSet& rules) {
  const std::string prefix = path.empty() ? "" : std::string(path) + ".";
  Json properties = Json::object();
  for (const std::string& key : keys_of_group(path)) {
    for (const ConfigOption& option : config_options()) {
      if (option.path != prefix + key) continue;
      Json value = {{"description", option.about}};
      value.update(value_of(option, rules));
      properties[key] = std::move(value);
    }
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"additionalProperties", false}};
}

}  // namespace

int print_config_schema(Env& env) {
  const auto rules = load_rules(builtin_packs());
  if (!rules) return usage_error(env, rules.error().message);
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "The configuration of catalint: .catalint.yaml"}};
  schema.update(group("", **rules));
  schema["type"] = {"object", "null"};  // comments alone
  env.out << schema.dump(2) << "\n";
  return kClean;
}

}  // namespace catalint
