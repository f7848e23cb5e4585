#include <algorithm>
#include <string>

#include "app/commands.h"
#include "app/help_text.h"
#include "app/option_groups.h"
#include "base/text.h"

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

}  // namespace

void add_check_command(CLI::App& app, Options& options, RawWords& raw) {
  CLI::App* check = app.add_subcommand(
      "check", "Lint files, directories or the whole repository");
  check->footer(help_footer());
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
  check->add_flag("--force-exclude", options.force_exclude,
                  "Leave out what the configuration excludes even where a "
                  "path or --stdin-filename names it");
  add_rule_options(*check, options);
  check->add_flag("--fix", options.fix, "Apply the safe fixes to the files");
  check->add_flag("--unsafe-fixes", options.unsafe_fixes,
                  "With --fix or --diff: also the fixes that may change more "
                  "than was meant");
  check->add_flag("--diff", options.diff,
                  "Print the fixes as a patch instead of the report, and "
                  "write nothing");
  add_config_options(*check, options);
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

}  // namespace catalint
