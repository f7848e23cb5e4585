#include "app/option_groups.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "app/commands.h"
#include "base/edit_distance.h"
#include "base/text.h"
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

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
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

}  // namespace

void add_report_options(CLI::App& command, Options& options, RawWords& raw) {
  command.add_option("--format", options.format, "How to print the report")
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
      ->check(one_of({"error", "warning", "note", "never"}))
      ->capture_default_str();
  command
      .add_option("--color", raw.color,
                  "When to color text (auto looks at the terminal, NO_COLOR "
                  "and FORCE_COLOR)")
      ->check(one_of({"auto", "always", "never"}))
      ->capture_default_str();
  command.add_flag("--quiet,-q", options.quiet,
                   "Print findings alone: no summary and no progress");
  command.add_flag("--allow-empty", options.allow_empty,
                   "Exit with 0 when there is nothing to lint");
}

void add_rule_options(CLI::App& command, Options& options) {
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
      ->type_name("FILE");
  command
      .add_option("--write-baseline", options.write_baseline,
                  "Write all findings to a baseline, and exit with 0")
      ->type_name("FILE");
  command.add_flag("--prune-baseline", options.prune_baseline,
                   "Take out of the baseline what is mended by now");
  command
      .add_option("--since", options.since,
                  "Report only findings on lines that changed since this "
                  "commit")
      ->type_name("REF");
  command.add_flag("--partial-sarif", options.partial_sarif,
                   "Write SARIF of a part of the findings too, where code "
                   "scanning would close the alerts that are left out");
}

std::optional<std::string> decode(const RawWords& raw, Options& options) {
  auto outputs = outputs_of(raw);
  if (!outputs) return outputs.error().message;
  options.outputs = std::move(*outputs);
  if (raw.shard) {
    const auto shard = parse_shard(*raw.shard);
    if (!shard) return shard.error().message;
    options.shard = *shard;
  }
  options.fail_on = kFailOn.at(raw.fail_on);
  options.color = kColors.at(raw.color);
  return std::nullopt;
}

}  // namespace catalint
