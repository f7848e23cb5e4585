#include "app/commands.h"
#include "app/option_groups.h"

namespace catalint {
namespace {

constexpr const char* kFooter =
    R"(The report and the exit status are those of one `catalint check`. Give both
the same --config, --rules, --kinds, --select, --ignore and --known-projects.)";

}  // namespace

void add_merge_command(CLI::App& app, Options& options, RawWords& raw) {
  CLI::App* merge = app.add_subcommand(
      "merge", "Put the parts that check --shard wrote together to one report");
  merge->footer(kFooter);
  merge
      ->add_option("FILE", options.paths,
                   "The parts, as JSON Lines, in any order; `-` for standard "
                   "input")
      ->required();
  add_report_options(*merge, options, raw);
  add_rule_options(*merge, options);
  add_known_projects_option(*merge, options);
  add_config_options(*merge, options);
  add_gate_options(*merge, options);
}

}  // namespace catalint
