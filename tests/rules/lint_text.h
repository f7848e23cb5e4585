// Lints a text with a rule pack that stands in the test.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "catalint/lint.h"
#include "rules/pack.h"

namespace catalint {

inline std::shared_ptr<const RuleSet> rules_of(const std::string& pack) {
  const auto rules = load_rules({{"p.yaml", pack}});
  if (!rules) {
    ADD_FAILURE() << rules.error().message;
    return std::make_shared<RuleSet>();
  }
  return *rules;
}

inline std::shared_ptr<const RuleSet> builtin_rules() {
  const auto rules = load_rules(builtin_packs());
  if (!rules) {
    ADD_FAILURE() << rules.error().message;
    return std::make_shared<RuleSet>();
  }
  return *rules;
}

/// `line:column rule: message` for each finding, joined by `; `.
inline std::string findings(const FileReport& report) {
  std::string out;
  for (const Diagnostic& found : report.diagnostics) {
    const Position place = report.source->position(found.primary.begin);
    out += (out.empty() ? "" : "; ") + std::to_string(place.line) + ":" +
           std::to_string(place.column) + " " + found.rule->id + ": " +
           found.message;
  }
  return out;
}

}  // namespace catalint
