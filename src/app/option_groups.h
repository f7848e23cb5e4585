// Options that several commands share, and how their words are decoded.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

#include "app/options.h"

namespace catalint {

/// What options are read into before they are decoded.
struct RawWords {
  std::vector<std::string> outputs;
  std::string fail_on = "error";
  std::string color = "auto";
  std::optional<std::string> shard;
};

/// How the report is printed, where else it goes, and what fails a run.
void add_report_options(CLI::App& command, Options& options, RawWords& raw);

/// Which rules there are, and which of them count.
void add_rule_options(CLI::App& command, Options& options);

/// Which findings may stay.
void add_gate_options(CLI::App& command, Options& options);

/// Decodes the words; answers what is wrong with one.
std::optional<std::string> decode(const RawWords& raw, Options& options);

}  // namespace catalint
