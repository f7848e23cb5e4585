#include <algorithm>
#include <string>

#include "app/commands.h"
#include "app/help_text.h"
#include "base/text.h"
#include "report/format.h"

namespace catalint {
namespace {

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

// A variable that a script forgot to set is no way to leave an option out.
CLI::Validator not_empty(const std::string& expected) {
  return CLI::Validator(
      [expected](const std::string& given) -> std::string {
        return given.empty() ? "it is empty; expected " + expected : "";
      },
      "");
}

}  // namespace

void add_check_command(CLI::App& app, Options& options, RawWords& raw) {
  CLI::App* check = app.add_subcommand(
      "check", "Lint files, directories or the whole repository");
  check->footer(help_footer());
  check->add_option("PATH", options.paths,
                    "Files and directories, or `-` for standard input "
                    "(default: the current directory)");
  check->add_option("--format", options.format, "How to print the report")
      ->type_name("FORMAT")
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
      ->type_name("SEVERITY")
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
      ->type_name("WHEN")
      ->check(one_of({"auto", "always", "never"}))
      ->capture_default_str();
  check->add_flag("--quiet,-q", options.quiet,
                  "Print findings alone: no summary and no progress");
}

}  // namespace catalint
