#include "app/cli.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <optional>

#include "app/commands.h"
#include "app/usage_mistake.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "catalint/version.h"
#include "report/format.h"

namespace catalint {
namespace {

const std::map<std::string, int> kFailOn = {
    {"error", static_cast<int>(Severity::kError)},
    {"warning", static_cast<int>(Severity::kWarning)},
    {"note", static_cast<int>(Severity::kNote)},
    {"never", Options::kNever},
};

const std::map<std::string, ColorWhen> kColors = {
    {"auto", ColorWhen::kAuto},
    {"always", ColorWhen::kAlways},
    {"never", ColorWhen::kNever},
};

// `sarif=report.sarif`, decoded; an error says what is wrong.
Result<OutputFile> output_of(const std::string& given) {
  const std::vector<std::string> names = format_names();
  const std::size_t equals = given.find('=');
  const std::string name = given.substr(0, equals);
  if (equals == std::string::npos || equals + 1 == given.size()) {
    return Error{"--output is " + quote_for_display(given) +
                 "; expected a format and a file, as in sarif=report.sarif"};
  }
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    return Error{"--output has the format " + quote_for_display(name) +
                 "; expected one of " + joined(names, ", ") +
                 did_you_mean(name, names)};
  }
  return OutputFile{name, given.substr(equals + 1)};
}

Result<std::vector<OutputFile>> outputs_of(const RawWords& raw) {
  std::vector<OutputFile> outputs;
  for (const std::string& given : raw.outputs) {
    auto output = output_of(given);
    if (!output) return output.error();
    outputs.push_back(std::move(*output));
  }
  return outputs;
}

// What cannot be told of a part, or would be told wrong.
std::optional<std::string> contradiction_in_shard(const Options& options,
                                                  bool reads_stdin) {
  if (options.fix || options.diff) {
    return "--shard makes a part of a report, and fixes nothing; leave out "
           "--fix and --diff";
  }
  if (!options.baseline.empty() || !options.write_baseline.empty() ||
      options.prune_baseline || !options.since.empty()) {
    return "--shard makes a part of a report, with all findings; give "
           "--baseline, --write-baseline, --prune-baseline and --since to "
           "`catalint merge`";
  }
  if (reads_stdin) {
    return "--shard splits files by their paths, and `-` has none";
  }
  if (options.writes("sarif") && !options.partial_sarif) {
    return "--shard leaves files out, and code scanning would close their "
           "alerts; let `catalint merge` write SARIF, or add --partial-sarif "
           "for SARIF that is not uploaded";
  }
  if (!options.writes("jsonl")) {
    return "--shard makes a part for `catalint merge`, which reads jsonl; add "
           "--format jsonl, or -o jsonl=FILE";
  }
  return std::nullopt;
}

// What no single option can tell by itself.
std::optional<std::string> contradiction_in(const Options& options,
                                            bool names_stdin) {
  const bool reads_stdin = std::find(options.paths.begin(), options.paths.end(),
                                     "-") != options.paths.end();
  if (names_stdin && !reads_stdin) {
    return "--stdin-filename names what `-` reads; add `-` to the paths";
  }
  if (options.no_config && !options.config.empty()) {
    return "--config and --no-config contradict each other; give one";
  }
  const bool reads_gate = !options.baseline.empty() || options.prune_baseline ||
                          !options.since.empty() || options.fix || options.diff;
  if (!options.write_baseline.empty() && reads_gate) {
    return "--write-baseline stands alone: without --baseline, "
           "--prune-baseline, --since, --fix and --diff";
  }
  if (!options.outputs.empty() &&
      (options.diff || !options.write_baseline.empty())) {
    return "--output writes a report, and with --diff or --write-baseline "
           "there is none";
  }
  if (options.unsafe_fixes && !options.fix && !options.diff) {
    return "--unsafe-fixes needs --fix or --diff";
  }
  if (options.fix && !options.diff && reads_stdin) {
    return "--fix cannot write standard input; --diff prints a patch";
  }
  if (!options.since.empty() && options.writes("sarif") &&
      !options.partial_sarif) {
    return "--since leaves findings out, and code scanning would close their "
           "alerts; leave out --since, or add --partial-sarif for SARIF that "
           "is not uploaded";
  }
  return options.shard ? contradiction_in_shard(options, reads_stdin)
                       : std::nullopt;
}

}  // namespace

ParsedCommandLine parse_command_line(Env& env) {
  ParsedCommandLine parsed;
  Options options;
  RawWords raw;
  CLI::App app;
  describe_command_line(
      app, options, raw,
      env.arguments.empty() ? "" : std::string_view(env.arguments.front()));
  const auto fail = [&](const std::string& mistake) {
    env.err << "catalint: " << mistake << "\n";
    parsed.exit_status = kUsage;
    return parsed;
  };
  if (const auto mistake = wrong_command(env, app)) return fail(*mistake);
  try {
    // CLI11 takes its arguments last first.
    app.parse(
        std::vector<std::string>(env.arguments.rbegin(), env.arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    const auto subcommands = app.get_subcommands();
    env.out << (subcommands.empty() ? app.help() : subcommands.front()->help());
    return parsed;
  } catch (const CLI::CallForVersion&) {
    env.out << "catalint " << kVersion << "\n";
    return parsed;
  } catch (const CLI::ParseError& error) {
    return fail(usage_mistake(error, app));
  }
  auto outputs = outputs_of(raw);
  if (!outputs) return fail(outputs.error().message);
  options.outputs = std::move(*outputs);
  if (raw.shard) {
    const auto shard = parse_shard(*raw.shard);
    if (!shard) return fail(shard.error().message);
    options.shard = *shard;
  }
  options.command = command_of(app);
  const bool lints_files =
      options.command == Command::kCheck || options.command == Command::kVerify;
  const bool names_stdin = lints_files && app.get_subcommands().front()->count(
                                              "--stdin-filename") > 0;
  if (const auto mistake = contradiction_in(options, names_stdin)) {
    return fail(*mistake);
  }
  options.fail_on = kFailOn.at(raw.fail_on);
  options.color = kColors.at(raw.color);
  parsed.options = std::move(options);
  return parsed;
}

}  // namespace catalint
