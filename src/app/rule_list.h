// `catalint rules`.
#pragma once

#include <ostream>
#include <string_view>

#include "rules/check.h"

namespace catalint {

/// `format` is text, json or markdown.
void print_rules(const RuleSet& rules, std::string_view format,
                 std::ostream& out);

/// In a few words, without a period.
std::string_view what_is_lost(Loss loss);

}  // namespace catalint
