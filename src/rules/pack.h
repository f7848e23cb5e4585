// Rule packs: YAML that becomes typed checks.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/config_node.h"
#include "base/result.h"
#include "base/settings.h"
#include "rules/check.h"
#include "rules/severities.h"

namespace catalint {

struct PackSource {
  std::string name;  // what errors call it, such as a file's path
  std::string text;
  const ConfigNode* built_in = nullptr;  // in the place of the text
};

/// The packs that are built into the program: rules/*.yaml, in the order of
/// rules/ORDER, laid out by packs_to_source.
std::vector<PackSource> builtin_packs();

/// What a configuration asks of the rules.
struct RuleOptions {
  std::vector<std::string> kinds;  // of one's own, taken with any apiVersion
  std::vector<SeverityOverride> severities;
  Settings settings;
};

/// Decodes all packs into one set. The error of a mistake holds the pack's
/// name, line and column, and what may have been meant. An id may stand once.
Result<std::shared_ptr<const RuleSet>> load_rules(
    const std::vector<PackSource>& packs, const RuleOptions& options = {});

}  // namespace catalint
