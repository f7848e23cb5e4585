#include "app/option_groups.h"

#include "report/format.h"

namespace catalint {

CLI::Validator not_empty(const std::string& expected) {
  return CLI::Validator(
      [expected](const std::string& given) -> std::string {
        return given.empty() ? "it is empty; expected " + expected : "";
      },
      "");
}

void add_report_options(CLI::App& command, Options& options, RawWords& raw) {
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
  command.add_flag("--allow-empty", options.allow_empty,
                   "Exit with 0 when there is nothing to lint");
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

void add_pack_option(CLI::App& command, Options& options) {
  command
      .add_option("--rules", options.rule_packs, "Add a rule pack; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_kind_option(CLI::App& command, Options& options) {
  command
      .add_option("--kinds", options.custom_kinds,
                  "Kinds of your own that your Backstage takes")
      ->type_name("KIND")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_rule_options(CLI::App& command, Options& options) {
  add_pack_option(command, options);
  add_kind_option(command, options);
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

void add_known_projects_option(CLI::App& command, Options& options) {
  command
      .add_option("--known-projects", options.known_projects,
                  "Judge keys and components by this list, which "
                  "`catalint verify` wrote")
      ->type_name("FILE")
      ->check(not_empty("a file"));
}

void add_config_options(CLI::App& command, Options& options) {
  command
      .add_option("--config", options.config,
                  "Read this configuration instead of the nearest "
                  ".catalint.yaml")
      ->type_name("FILE");
  command.add_flag("--no-config", options.no_config,
                   "Read no configuration file");
}

void add_gate_options(CLI::App& command, Options& options) {
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
                   "Write SARIF of a part of the findings too, where code "
                   "scanning would close the alerts that are left out");
}

}  // namespace catalint
