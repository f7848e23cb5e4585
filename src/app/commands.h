// The commands: what they take, and what the help says of it. The completions
// and the man page are made of the same.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

#include "app/options.h"

namespace catalint {

/// One of a few words, told with the nearest one when it is another. The
/// validator is called kOneOf and described by its words, with `|` between
/// them.
CLI::Validator one_of(std::vector<std::string> words);

inline constexpr const char* kOneOf = "one of";

/// What is decoded once the whole line is read.
struct RawWords {
  std::vector<std::string> outputs;
  std::string fail_on = "error";
  std::string color = "auto";
  std::optional<std::string> shard;
};

/// All that a line may hold. What it is given is read into `options` and `raw`,
/// which must outlive the app.
void describe_command_line(CLI::App& app, Options& options, RawWords& raw);

/// The commands `check`, `merge` and `verify`, as parts of that.
void add_check_command(CLI::App& app, Options& options, RawWords& raw);
void add_merge_command(CLI::App& app, Options& options, RawWords& raw);
void add_verify_command(CLI::App& app, Options& options, RawWords& raw);

/// The command `credentials` and those below it.
void add_credentials_command(CLI::App& app, Options& options);

/// The command of a line that has been parsed.
Command command_of(const CLI::App& app);

}  // namespace catalint
