// Rule packs: YAML that becomes typed checks.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "rules/check.h"

namespace catalint {

struct PackSource {
  std::string name;  // what errors call it, such as a file's path
  std::string text;
};

/// The packs that are built into the program: rules/*.yaml, in the order of
/// rules/ORDER.
std::vector<PackSource> builtin_packs();

/// Decodes all packs into one set. The error of a mistake holds the pack's
/// name, line and column, and what may have been meant. An id may stand once.
/// Custom kinds are taken with any apiVersion.
Result<std::shared_ptr<const RuleSet>> load_rules(
    const std::vector<PackSource>& packs,
    const std::vector<std::string>& custom_kinds = {});

}  // namespace catalint
