#include "rules/severities.h"

#include <algorithm>
#include <map>

#include "base/edit_distance.h"
#include "base/glob.h"
#include "base/text.h"
#include "rules/check.h"

namespace catalint {
namespace {

void set_severity(Rule& rule, Severity severity) {
  rule.info.severity = severity;
  for (Check& check : rule.checks) {
    check.wording.severity = severity;
    if (auto* cases = std::get_if<CasesVerb>(&check.verb)) {
      for (CasesVerb::Case& one : cases->cases) one.wording.severity = severity;
    }
  }
}

// The override that counts for a rule: an id beats a pattern, the later one of
// two beats the earlier.
const SeverityOverride* override_of(
    const std::string& id, const std::vector<SeverityOverride>& overrides) {
  const SeverityOverride* found = nullptr;
  for (const SeverityOverride& one : overrides) {
    const bool is_written_out = one.pattern == id;
    if (is_written_out || (glob_matches(one.pattern, id) &&
                           (found == nullptr || found->pattern != id))) {
      found = &one;
    }
  }
  return found;
}

}  // namespace

std::optional<Error> override_severities(
    RuleSet& rules, const std::vector<SeverityOverride>& overrides) {
  const std::vector<std::string> ids = rules.ids();
  for (const SeverityOverride& one : overrides) {
    const bool fits = std::any_of(
        ids.begin(), ids.end(),
        [&](const std::string& id) { return glob_matches(one.pattern, id); });
    if (fits) continue;
    return Error{one.place + ": no rule is called " +
                 quote_for_display(one.pattern) +
                 did_you_mean(one.pattern, ids)};
  }
  for (Rule& rule : rules.rules) {
    const SeverityOverride* one = override_of(rule.info.id, overrides);
    if (one != nullptr && one->severity) set_severity(rule, *one->severity);
  }
  return std::nullopt;
}

std::vector<std::string> rules_that_are_off(
    const RuleSet& rules, const std::vector<SeverityOverride>& overrides) {
  std::vector<std::string> off;
  for (const Rule& rule : rules.rules) {
    const SeverityOverride* one = override_of(rule.info.id, overrides);
    if (one != nullptr && !one->severity) off.push_back(rule.info.id);
  }
  return off;
}

}  // namespace catalint
