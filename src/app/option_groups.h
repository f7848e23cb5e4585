// Options that several commands share.
#pragma once

#include <string>

#include "app/commands.h"

namespace catalint {

/// Takes no empty value: a variable that a script forgot to set is no way to
/// leave an option out.
CLI::Validator not_empty(const std::string& expected);

/// How the report is printed, where else it goes, and what fails a run.
void add_report_options(CLI::App& command, Options& options, RawWords& raw);

void add_pack_option(CLI::App& command, Options& options);
void add_kind_option(CLI::App& command, Options& options);

/// Which rules there are, and which of them count.
void add_rule_options(CLI::App& command, Options& options);

/// What stands in for a live Jira.
void add_known_projects_option(CLI::App& command, Options& options);

void add_config_options(CLI::App& command, Options& options);

/// Which findings may stay.
void add_gate_options(CLI::App& command, Options& options);

}  // namespace catalint
