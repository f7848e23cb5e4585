// What `catalint explain RULE` prints.
#pragma once

#include <ostream>

#include "catalint/rule.h"

namespace catalint {

/// `is_off`: the configuration turns the rule off.
void print_rule(const RuleInfo& rule, bool is_off, std::ostream& out);

}  // namespace catalint
