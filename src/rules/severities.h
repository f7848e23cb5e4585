// Severities that a configuration gives to rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "catalint/rule.h"

namespace catalint {

class RuleSet;

struct SeverityOverride {
  std::string pattern;               // a rule's id, or `jira/*`
  std::optional<Severity> severity;  // nothing: the rule is off
  std::string place;                 // where it was written, for errors
};

/// Gives rules these severities, whatever their checks say; a later override
/// beats an earlier one, and one with an id beats one with a pattern. A rule
/// that is off still counts for the verdict. An error names a rule that does
/// not exist.
std::optional<Error> override_severities(
    RuleSet& rules, const std::vector<SeverityOverride>& overrides);

/// The ids that are off.
std::vector<std::string> rules_that_are_off(
    const RuleSet& rules, const std::vector<SeverityOverride>& overrides);

}  // namespace catalint
