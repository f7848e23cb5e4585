#include "app/cli.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "app/commands.h"
#include "app/option_checks.h"
#include "app/usage_mistake.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "catalint/version.h"
#include "report/format.h"

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

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

// What the options are read into before they are decoded.
struct RawWords {
  std::vector<std::string> outputs;
  std::string fail_on = "error";
  std::string color = "auto";
};

void add_check(CLI::App& app, Options& options, RawWords& raw) {
  CLI::App* check = app.add_subcommand(
      "check", "Lint files, directories or the whole repository");
  check->footer(kExamples);
  check->add_option("PATH", options.paths,
                    "Files and directories, or `-` for standard input "
                    "(default: the current directory)");
  check->add_option("--format", options.format, "How to print the report")
      ->check(one_of(format_names()))
      ->capture_default_str();
  check
      ->add_option("--output,-o", raw.outputs,
                   "Also write a report to a file; repeatable")
      ->type_name("FORMAT=FILE")
      ->allow_extra_args(false);
  check
      ->add_option("--fail-on", raw.fail_on,
                   "The lowest severity that makes the exit status 1")
      ->check(one_of({"error", "warning", "note", "never"}))
      ->capture_default_str();
  check
      ->add_option("--files-from", options.files_from,
                   "Read more paths from FILE (`-`: standard input), one a "
                   "line or separated by NUL")
      ->type_name("FILE");
  check
      ->add_option("--stdin-filename", options.stdin_filename,
                   "The name to report standard input under")
      ->type_name("NAME");
  check
      ->add_option("--rules", options.rule_packs, "Add a rule pack; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
  check
      ->add_option("--kinds", options.custom_kinds,
                   "Kinds of your own that your Backstage takes")
      ->type_name("KIND")
      ->delimiter(',')
      ->allow_extra_args(false);
  check
      ->add_option("--select", options.select,
                   "Only these rules: ids, or patterns such as 'jira/*'")
      ->type_name("ID")
      ->delimiter(',')
      ->allow_extra_args(false);
  check
      ->add_option("--ignore", options.ignore,
                   "Not these rules: ids, or patterns such as 'jira/*'")
      ->type_name("ID")
      ->delimiter(',')
      ->allow_extra_args(false);
  check->add_flag("--fix", options.fix, "Apply the safe fixes to the files");
  check->add_flag("--unsafe-fixes", options.unsafe_fixes,
                  "With --fix or --diff: also the fixes that may change more "
                  "than was meant");
  check->add_flag("--diff", options.diff,
                  "Print the fixes as a patch instead of the report, and "
                  "write nothing");
  check
      ->add_option("--config", options.config,
                   "Read this configuration instead of the nearest "
                   ".catalint.yaml")
      ->type_name("FILE");
  check->add_flag("--no-config", options.no_config,
                  "Read no configuration file");
  check->add_flag("--force-exclude", options.force_exclude,
                  "Leave out what the configuration excludes even where a "
                  "path or --stdin-filename names it");
  check
      ->add_option("--baseline", options.baseline,
                   "Leave out the findings that this file knows")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  check
      ->add_option("--write-baseline", options.write_baseline,
                   "Write all findings to a baseline, and exit with 0")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  check->add_flag("--prune-baseline", options.prune_baseline,
                  "Take out of the baseline what this run found mended");
  check
      ->add_option("--since", options.since,
                   "Report only what changes since this commit may have "
                   "brought: findings on changed lines, and those that lose "
                   "a file, entity or card that changed")
      ->type_name("REF")
      ->check(not_empty("a commit, such as origin/main"));
  check->add_flag("--partial-sarif", options.partial_sarif,
                  "Write SARIF with --since too, where code scanning would "
                  "close the alerts that are left out");
  check->add_flag("--allow-empty", options.allow_empty,
                  "Exit with 0 when there is nothing to lint");
  check
      ->add_option("--jobs", options.jobs,
                   "How many threads to use (0: one a core)")
      ->type_name("N")
      ->check(a_number_up_to(1024))
      ->capture_default_str();
  check
      ->add_option("--color", raw.color,
                   "When to color text (auto looks at the terminal, NO_COLOR "
                   "and FORCE_COLOR)")
      ->check(one_of({"auto", "always", "never"}))
      ->capture_default_str();
  check->add_flag("--quiet,-q", options.quiet,
                  "Print findings alone: no summary and no progress");
}

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
  std::set<std::filesystem::path> paths;
  for (const std::string& given : raw.outputs) {
    auto output = output_of(given);
    if (!output) return output.error();
    const auto path =
        std::filesystem::absolute(output->path).lexically_normal();
    if (!paths.insert(path).second) {
      return Error{"--output names the file " + quote_path(output->path) +
                   " twice"};
    }
    outputs.push_back(std::move(*output));
  }
  return outputs;
}

bool writes_format(const Options& options, std::string_view name) {
  return options.format == name ||
         std::any_of(
             options.outputs.begin(), options.outputs.end(),
             [&](const OutputFile& file) { return file.format == name; });
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
  return std::nullopt;
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
  auto outputs = outputs_of(raw);
  if (!outputs) return fail(outputs.error().message);
  options.outputs = std::move(*outputs);
  const bool names_stdin =
      app.got_subcommand("check") &&
      app.get_subcommand("check")->count("--stdin-filename") > 0;
  if (const auto mistake = contradiction_in(options, names_stdin)) {
    return fail(*mistake);
  }
  options.command = command_of(app);
  options.fail_on = kFailOn.at(raw.fail_on);
  options.color = kColors.at(raw.color);
  parsed.options = std::move(options);
  return parsed;
}

}  // namespace catalint
