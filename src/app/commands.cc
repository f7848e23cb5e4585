#include "app/commands.h"

#include <algorithm>
#include <utility>

#include "base/edit_distance.h"
#include "base/text.h"

namespace catalint {
namespace {

void add_rules_option(CLI::App& command, Options& options) {
  command
      .add_option("--rules", options.rule_packs, "Add a rule pack; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_rules(CLI::App& app, Options& options) {
  CLI::App* rules = app.add_subcommand(
      "rules", "List every rule: id, severity, whether it can be fixed");
  rules->add_option("--format", options.format, "How to print the list")
      ->check(one_of({"text", "json", "markdown"}))
      ->capture_default_str();
  add_rules_option(*rules, options);
}

void add_explain(CLI::App& app, Options& options) {
  CLI::App* explain = app.add_subcommand(
      "explain", "Why a rule exists, or what Jira will be asked for an entity");
  explain
      ->add_option(
          "TARGET", options.subject,
          "RULE, the id of a rule; FILE[:LINE], a descriptor and a line "
          "of one of its entities; or `-`, standard input")
      ->required();
  explain
      ->add_option("--stdin-filename", options.stdin_filename,
                   "The name to show standard input under")
      ->type_name("NAME");
  add_rules_option(*explain, options);
  explain
      ->add_option("--kinds", options.custom_kinds,
                   "Kinds of your own that your Backstage takes")
      ->type_name("KIND")
      ->delimiter(',')
      ->allow_extra_args(false);
  explain
      ->add_option("--config", options.config,
                   "Read this configuration instead of the nearest "
                   ".catalint.yaml")
      ->type_name("FILE");
  explain->add_flag("--no-config", options.no_config,
                    "Read no configuration file");
}

void add_schema(CLI::App& app, Options& options) {
  CLI::App* schema = app.add_subcommand(
      "schema", "Print the JSON Schema of the configuration, for editors");
  schema->add_option("NAME", options.subject, "Which one")
      ->check(one_of({"config"}))
      ->required();
}

}  // namespace

// One of a few words, told with the nearest one when it is another.
CLI::Validator one_of(std::vector<std::string> words) {
  std::string list = joined(words, "|");
  return CLI::Validator(
      [words = std::move(words), list](std::string& given) -> std::string {
        if (std::find(words.begin(), words.end(), given) != words.end()) {
          return "";
        }
        return quote_for_display(given) + " is not one of " + list +
               did_you_mean(given, words);
      },
      list);
}

void add_other_commands(CLI::App& app, Options& options) {
  add_rules(app, options);
  add_explain(app, options);
  app.add_subcommand("init",
                     "Write a starter .catalint.yaml, and print the entry for "
                     ".pre-commit-config.yaml");
  add_schema(app, options);
}

Command command_of(const CLI::App& app) {
  const std::pair<const char*, Command> commands[] = {
      {"merge", Command::kMerge},     {"rules", Command::kRules},
      {"explain", Command::kExplain}, {"init", Command::kInit},
      {"schema", Command::kSchema},
  };
  for (const auto& [name, command] : commands) {
    if (app.got_subcommand(name)) return command;
  }
  return Command::kCheck;
}

}  // namespace catalint
