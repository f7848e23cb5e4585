// What every command begins with: the configuration, the rules, and what
// standard input holds.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/config.h"
#include "app/env.h"
#include "app/options.h"
#include "rules/check.h"
#include "rules/pack.h"
#include "rules/select.h"

namespace catalint {

/// Prints a mistake of the user and gives its exit status.
int usage_error(Env& env, const std::string& message);

/// The same for what could not be read or written.
int failure(Env& env, const std::string& message);

/// The configuration that the options ask for; an empty one when there is none.
Result<Config> config_of(const Options& options, const Env& env);

/// The rules of all these packs.
Result<std::shared_ptr<const RuleSet>> read_rules(const Options& options,
                                                  const Config& config,
                                                  const Env& env);

/// What rules are made of.
struct RuleSources {
  std::vector<PackSource> packs;
  RuleOptions options;
};

/// The packs that are built in, those of the configuration and those of the
/// options, with what the configuration asks of the rules.
Result<RuleSources> rule_sources(const Options& options, const Config& config,
                                 const Env& env);

/// An identity of rules, of those among them that are selected, and of what is
/// known of a Jira: what has the same one finds the same.
std::string rules_identity(const RuleSources& sources, const RuleSet& rules,
                           const Selection& selection,
                           const std::string& known_projects);

/// All of a stream; an error when there are more bytes than `most`.
Result<std::string> read_standard_input(std::istream& in, std::size_t most);

}  // namespace catalint
