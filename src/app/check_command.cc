#include <algorithm>
#include <string>

#include "app/commands.h"
#include "app/help_text.h"
#include "app/option_groups.h"
#include "base/text.h"

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

// What the commands that lint files have in common.
void add_inputs(CLI::App& command, Options& options, RawWords& raw) {
  command.footer(help_footer());
  command.add_option("PATH", options.paths,
                     "Files and directories, or `-` for standard input "
                     "(default: the current directory)");
  add_report_options(command, options, raw);
  command
      .add_option("--files-from", options.files_from,
                  "Read more paths from FILE (`-`: standard input), one a "
                  "line or separated by NUL")
      ->type_name("FILE");
  command
      .add_option("--stdin-filename", options.stdin_filename,
                  "The name to report standard input under")
      ->type_name("NAME");
  command.add_flag("--force-exclude", options.force_exclude,
                   "Leave out what the configuration excludes even where a "
                   "path or --stdin-filename names it");
  add_rule_options(command, options);
  add_config_options(command, options);
  add_gate_options(command, options);
  command
      .add_option("--jobs", options.jobs,
                  "How many threads to use (0: one a core)")
      ->type_name("N")
      ->check(a_number_in(0, 1024))
      ->capture_default_str();
}

}  // namespace

void describe_check(CLI::App& check, Options& options, RawWords& raw) {
  add_inputs(check, options, raw);
  add_known_projects_option(check, options);
  check.add_flag("--fix", options.fix, "Apply the safe fixes to the files");
  check.add_flag("--unsafe-fixes", options.unsafe_fixes,
                 "With --fix or --diff: also the fixes that may change more "
                 "than was meant");
  check.add_flag("--diff", options.diff,
                 "Print the fixes as a patch instead of the report, and "
                 "write nothing");
  check
      .add_option("--shard", raw.shard,
                  "Lint one of N shards of the files alone, for `catalint "
                  "merge`")
      ->type_name("I/N");
}

void describe_verify(CLI::App& verify, Options& options, RawWords& raw) {
  add_inputs(verify, options, raw);
  verify
      .add_option("--env-file", options.environment_file,
                  "Read JIRA_API_URL, JIRA_API_TOKEN and "
                  "JIRA_API_TOKEN_REALM from this file, which goes before the "
                  "environment")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  verify
      .add_option("--write-known-projects", options.write_known_projects,
                  "Write a list of Jira's projects, by which `catalint check` "
                  "judges without a token")
      ->type_name("FILE")
      ->check(not_empty("a file"));
  verify.add_flag("--strict", options.strict,
                  "Exit with 3 where Jira leaves a question open");
  verify.add_flag("--no-cache", options.no_cache,
                  "Ask for what Jira told within the last hour, too");
  verify
      .add_option("--timeout", options.timeout,
                  "How many seconds Jira may take for one answer")
      ->type_name("N")
      ->check(a_number_in(1, 3600))
      ->capture_default_str();
}

}  // namespace catalint
