// The commands: what they take, and what the help says of it. The completions
// and the man page are made of the same.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <string_view>
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
/// which must outlive the app. Where the first word of the line is a command,
/// the others are there without what they take: to describe all of them would
/// cost each start time.
void describe_command_line(CLI::App& app, Options& options, RawWords& raw,
                           std::string_view first_word = "");

/// What these commands take, as parts of that.
void describe_check(CLI::App& check, Options& options, RawWords& raw);
void describe_merge(CLI::App& merge, Options& options, RawWords& raw);
void describe_verify(CLI::App& verify, Options& options, RawWords& raw);
void describe_credentials(CLI::App& credentials, Options& options,
                          RawWords& raw);

/// The command of a line that has been parsed.
Command command_of(const CLI::App& app);

}  // namespace catalint
