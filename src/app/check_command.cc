#include <algorithm>
#include <string>

#include "app/commands.h"
#include "app/help_text.h"
#include "base/text.h"
#include "report/format.h"

namespace catalint {
namespace {

CLI::Validator a_number_in(unsigned least, unsigned most) {
  return CLI::Validator(
      [least, most](const std::string& given) -> std::string {
        const bool is_number =
            !given.empty() && given.size() <= 9 &&
            std::all_of(given.begin(), given.end(), is_digit);
        if (is_number && std::stoul(given) >= least &&
            std::stoul(given) <= most) {
          return "";
        }
        return quote_for_display(given) + " is not a number from " +
               std::to_string(least) + " to " + std::to_string(most);
      },
      "");
}

// A variable that a script forgot to set is no way to leave an option out.
CLI::Validator not_empty(const std::string& expected) {
  return CLI::Validator(
      [expected](const std::string& given) -> std::string {
        return given.empty() ? "it is empty; expected " + expected : "";
      },
      "");
}

void add_inputs_and_report(CLI::App& command, Options& options, RawWords& raw) {
  command.add_option("PATH", options.paths,
                     "Files and directories, or `-` for standard input "
                     "(default: the current directory)");
  command.add_option("--format", options.format, "How to print the report")
      ->type_name("FORMAT")
      ->check(one_of(format_names()))
      ->capture_default_str();
  command
      .add_option("--output,-o", raw.outputs,
                  "Also write a report to a file; repeatable")
      ->type_name("FORMAT=FILE")
      ->allow_extra_args(false);
  command
      .add_option("--fail-on", raw.fail_on,
                  "The lowest severity that makes the exit status 1")
      ->type_name("SEVERITY")
      ->check(one_of({"error", "warning", "note", "never"}))
      ->capture_default_str();
  command
      .add_option("--files-from", options.files_from,
                  "Read more paths from FILE (`-`: standard input), one a "
                  "line or separated by NUL")
      ->type_name("FILE");
  command
      .add_option("--stdin-filename", options.stdin_filename,
                  "The name to report standard input under")
      ->type_name("NAME");
  command
      .add_option("--rules", options.rule_packs, "Add a rule pack; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      .add_option("--kinds", options.custom_kinds,
                  "Kinds of your own that your Backstage takes")
      ->type_name("KIND")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      .add_option("--select", options.select,
                  "Only these rules: ids, or patterns such as 'jira/*'")
      ->type_name("ID")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      .add_option("--ignore", options.ignore,
                  "Not these rules: ids, or patterns such as 'jira/*'")
      ->type_name("ID")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_gate_and_run(CLI::App& command, Options& options, RawWords& raw) {
  command
      .add_option("--config", options.config,
                  "Read this configuration instead of the nearest "
                  ".catalint.yaml")
      ->type_name("FILE");
  command.add_flag("--no-config", options.no_config,
                   "Read no configuration file");
  command.add_flag("--force-exclude", options.force_exclude,
                   "Leave out what the configuration excludes even where a "
                   "path or --stdin-filename names it");
  command
      .add_option("--baseline", options.baseline,
                  "Leave out the findings that this file knows")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  command
      .add_option("--write-baseline", options.write_baseline,
                  "Write all findings to a baseline, and exit with 0")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  command.add_flag("--prune-baseline", options.prune_baseline,
                   "Take out of the baseline what this run found mended");
  command
      .add_option("--since", options.since,
                  "Report only what changes since this commit may have "
                  "brought: findings on changed lines, and those that lose "
                  "a file, entity or card that changed")
      ->type_name("REF")
      ->check(not_empty("a commit, such as origin/main"));
  command.add_flag("--partial-sarif", options.partial_sarif,
                   "Write SARIF with --since too, where code scanning would "
                   "close the alerts that are left out");
  command.add_flag("--allow-empty", options.allow_empty,
                   "Exit with 0 when there is nothing to lint");
  command
      .add_option("--jobs", options.jobs,
                  "How many threads to use (0: one a core)")
      ->type_name("N")
      ->check(a_number_in(0, 1024))
      ->capture_default_str();
  command
      .add_option("--color", raw.color,
                  "When to color text (auto looks at the terminal, NO_COLOR "
                  "and FORCE_COLOR)")
      ->type_name("WHEN")
      ->check(one_of({"auto", "always", "never"}))
      ->capture_default_str();
  command.add_flag("--quiet,-q", options.quiet,
                   "Print findings alone: no summary and no progress");
}

}  // namespace

void add_check_command(CLI::App& app, Options& options, RawWords& raw) {
  CLI::App* check = app.add_subcommand(
      "check", "Lint files, directories or the whole repository");
  check->footer(help_footer());
  add_inputs_and_report(*check, options, raw);
  check
      ->add_option("--known-projects", options.known_projects,
                   "Judge keys and components by this list, which "
                   "`catalint verify` wrote")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  check->add_flag("--fix", options.fix, "Apply the safe fixes to the files");
  check->add_flag("--unsafe-fixes", options.unsafe_fixes,
                  "With --fix or --diff: also the fixes that may change more "
                  "than was meant");
  check->add_flag("--diff", options.diff,
                  "Print the fixes as a patch instead of the report, and "
                  "write nothing");
  add_gate_and_run(*check, options, raw);
}

void add_verify_command(CLI::App& app, Options& options, RawWords& raw) {
  CLI::App* verify = app.add_subcommand(
      "verify",
      "Lint as check does, and ask a live Jira whether the projects and "
      "components exist and the queries work");
  verify->footer(help_footer());
  add_inputs_and_report(*verify, options, raw);
  verify
      ->add_option("--env-file", options.environment_file,
                   "Read JIRA_API_URL, JIRA_API_TOKEN and "
                   "JIRA_API_TOKEN_REALM from this file, which goes before the "
                   "environment")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  verify
      ->add_option("--write-known-projects", options.write_known_projects,
                   "Write a list of Jira's projects, by which `catalint check` "
                   "judges without a token")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  verify->add_flag("--strict", options.strict,
                   "Exit with 3 where Jira leaves a question open");
  verify->add_flag("--no-cache", options.no_cache,
                   "Ask for what Jira told within the last hour, too");
  verify
      ->add_option("--timeout", options.timeout,
                   "How many seconds Jira may take for one answer")
      ->type_name("N")
      ->check(a_number_in(1, 3600))
      ->capture_default_str();
  add_gate_and_run(*verify, options, raw);
}

}  // namespace catalint
