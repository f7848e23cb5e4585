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

namespace catalint {

/// Prints a mistake of the user and gives its exit status.
int usage_error(Env& env, const std::string& message);

/// The same for what could not be read or written.
int failure(Env& env, const std::string& message);

/// The configuration that the options ask for; an empty one when there is none.
Result<Config> config_of(const Options& options, const Env& env);

/// The packs that are built in, those of the configuration and those of the
/// options, with the severities that the configuration gives.
Result<std::shared_ptr<const RuleSet>> read_rules(const Options& options,
                                                  const Config& config,
                                                  const Env& env);

/// All of a stream; an error when there is more than a descriptor may have.
Result<std::string> read_standard_input(std::istream& in);

}  // namespace catalint
