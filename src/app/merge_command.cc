#include "app/commands.h"
#include "app/option_groups.h"

namespace catalint {
namespace {

constexpr const char* kFooter =
    R"(The report and the exit status are those of one `catalint check`. Give both
the same --config, --rules, --kinds, --select, --ignore and --known-projects.)";

}  // namespace

void describe_merge(CLI::App& merge, Options& options, RawWords& raw) {
  merge.footer(kFooter);
  merge
      .add_option("FILE", options.paths,
                  "The parts, as JSON Lines, in any order; `-` for standard "
                  "input")
      ->required();
  add_report_options(merge, options, raw);
  add_rule_options(merge, options);
  add_known_projects_option(merge, options);
  add_config_options(merge, options);
  add_gate_options(merge, options);
}

}  // namespace catalint
