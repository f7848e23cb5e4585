// A rule as SARIF's `reportingDescriptor`.
#pragma once

#include "catalint/rule.h"
#include "report/json_writer.h"

namespace catalint {

/// With its help, level, tags and, where it has one, `security-severity`.
Json sarif_rule(const RuleInfo& rule);

}  // namespace catalint
