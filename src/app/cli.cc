#include "app/cli.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <optional>

#include "app/commands.h"
#include "app/option_groups.h"
#include "app/usage_mistake.h"
#include "base/text.h"
#include "catalint/version.h"

namespace catalint {
namespace {

constexpr const char* kAbout =
    "catalint lints the annotations in Backstage descriptors "
    "(catalog-info.yaml), Jira's first: will Backstage take this file, and "
    "will the Jira card show what was meant?";

constexpr const char* kExamples = R"(Examples:
  catalint check                          lint the repository you stand in
  catalint check services/ catalog.yaml   lint a directory and a file
  git diff --name-only -z --diff-filter=d main -- '*catalog-info.y*ml' |
    catalint check --files-from - --allow-empty
  cat catalog-info.yaml | catalint check - --stdin-filename catalog-info.yaml
  catalint check --format sarif > catalint.sarif
  catalint check --ignore 'jira/project-key-missing'
  catalint rules                          list all rules
  catalint explain jira/token-type        why a rule exists, and how to silence it
  catalint explain catalog-info.yaml:8    what Jira will be asked for an entity
  catalint init                           write a starter configuration

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or
nothing to lint, 3 something could not be read or written.)";

constexpr const char* kMergeExamples = R"(Examples:
  catalint check --shard 2/8 --format jsonl > part-2.jsonl   the second of 8
  catalint merge part-*.jsonl --format sarif > catalint.sarif

The report and the exit status are those of one `catalint check`. Give both the
same --config, --rules, --kinds, --select and --ignore.)";

CLI::Validator a_number_up_to(unsigned most) {
  return CLI::Validator(
      [most](const std::string& given) -> std::string {
        const bool is_number =
            !given.empty() && given.size() <= 9 &&
            std::all_of(given.begin(), given.end(), is_digit);
        if (is_number && std::stoul(given) <= most) return "";
        return quote_for_display(given) + " is not a number from 0 to " +
               std::to_string(most);
      },
      "");
}

void add_check(CLI::App& app, Options& options, RawWords& raw) {
  CLI::App* check = app.add_subcommand(
      "check", "Lint files, directories or the whole repository");
  check->footer(kExamples);
  check->add_option("PATH", options.paths,
                    "Files and directories, or `-` for standard input "
                    "(default: the current directory)");
  add_report_options(*check, options, raw);
  check
      ->add_option("--files-from", options.files_from,
                   "Read more paths from FILE (`-`: standard input), one a "
                   "line or separated by NUL")
      ->type_name("FILE");
  check
      ->add_option("--stdin-filename", options.stdin_filename,
                   "The name to report standard input under")
      ->type_name("NAME");
  add_rule_options(*check, options);
  check->add_flag("--fix", options.fix, "Apply the safe fixes to the files");
  check->add_flag("--unsafe-fixes", options.unsafe_fixes,
                  "With --fix or --diff: also the fixes that may change more "
                  "than was meant");
  check->add_flag("--diff", options.diff,
                  "Print the fixes as a patch instead of the report, and "
                  "write nothing");
  check->add_flag("--force-exclude", options.force_exclude,
                  "Leave out what the configuration excludes even where a "
                  "path names it");
  add_gate_options(*check, options);
  check
      ->add_option("--shard", raw.shard,
                   "Lint one of N shards of the files alone, for `catalint "
                   "merge`")
      ->type_name("I/N");
  check
      ->add_option("--jobs", options.jobs,
                   "How many threads to use (0: one a core)")
      ->type_name("N")
      ->check(a_number_up_to(1024))
      ->capture_default_str();
}

void add_merge(CLI::App& app, Options& options, RawWords& raw) {
  CLI::App* merge = app.add_subcommand(
      "merge", "Put the parts that check --shard wrote together to one report");
  merge->footer(kMergeExamples);
  merge
      ->add_option("FILE", options.paths,
                   "The parts, as JSON Lines, in any order; `-` for standard "
                   "input")
      ->required();
  add_report_options(*merge, options, raw);
  add_rule_options(*merge, options);
  add_gate_options(*merge, options);
}

bool writes_format(const Options& options, std::string_view name) {
  return options.format == name ||
         std::any_of(
             options.outputs.begin(), options.outputs.end(),
             [&](const OutputFile& file) { return file.format == name; });
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
  if (writes_format(options, "sarif") && !options.partial_sarif) {
    return "--shard leaves files out, and code scanning would close their "
           "alerts; let `catalint merge` write SARIF, or add --partial-sarif "
           "for SARIF that is not uploaded";
  }
  if (!writes_format(options, "jsonl")) {
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
  if (!options.since.empty() && writes_format(options, "sarif") &&
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
  CLI::App app(kAbout, "catalint");
  app.set_version_flag("--version,-V", std::string("catalint ") + kVersion,
                       "Print the version");
  app.footer(kExamples);
  app.require_subcommand(1);
  app.get_formatter()->column_width(32);
  add_check(app, options, raw);
  add_merge(app, options, raw);
  add_other_commands(app, options);
  const auto fail = [&](const std::string& mistake) {
    env.err << "catalint: " << mistake << "\n";
    parsed.exit_status = kUsage;
    return parsed;
  };
  if (const auto mistake = wrong_command(env)) return fail(*mistake);
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
  if (const auto mistake = decode(raw, options)) return fail(*mistake);
  const bool names_stdin =
      app.got_subcommand("check") &&
      app.get_subcommand("check")->count("--stdin-filename") > 0;
  if (const auto mistake = contradiction_in(options, names_stdin)) {
    return fail(*mistake);
  }
  options.command = command_of(app);
  parsed.options = std::move(options);
  return parsed;
}

}  // namespace catalint
