#include "app/commands.h"

#include <algorithm>
#include <utility>

#include "app/completions.h"
#include "app/help_text.h"
#include "app/option_groups.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "catalint/version.h"

namespace catalint {
namespace {

void add_rules(CLI::App& app, Options& options) {
  CLI::App* rules = app.add_subcommand(
      "rules", "List every rule: id, severity, whether it can be fixed");
  rules->add_option("--format", options.format, "How to print the list")
      ->type_name("FORMAT")
      ->check(one_of({"text", "json", "markdown"}))
      ->capture_default_str();
  add_pack_option(*rules, options);
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
  add_pack_option(*explain, options);
  add_kind_option(*explain, options);
  add_config_options(*explain, options);
}

void add_schema(CLI::App& app, Options& options) {
  CLI::App* schema = app.add_subcommand(
      "schema", "Print the JSON Schema of the configuration, for editors");
  schema->add_option("NAME", options.subject, "Which one")
      ->check(one_of({"config"}))
      ->required();
}

void add_completions(CLI::App& app, Options& options) {
  CLI::App* completions =
      app.add_subcommand("completions", "Print the completions for a shell");
  completions->add_option("SHELL", options.subject, "Which shell")
      ->check(one_of(shell_names()))
      ->required();
}

void add_other_commands(CLI::App& app, Options& options) {
  add_rules(app, options);
  add_explain(app, options);
  add_credentials_command(app, options);
  app.add_subcommand("init",
                     "Write a starter .catalint.yaml, and print the entry for "
                     ".pre-commit-config.yaml");
  add_schema(app, options);
  add_completions(app, options);
  app.add_subcommand("man", "Print the manual page, for `man -l -`");
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
      list, kOneOf);
}

void describe_command_line(CLI::App& app, Options& options, RawWords& raw) {
  app.name("catalint");
  app.description(std::string(help_about()));
  app.set_version_flag("--version,-V", std::string("catalint ") + kVersion,
                       "Print the version");
  app.footer(help_footer());
  app.require_subcommand(1);
  app.get_formatter()->column_width(32);
  add_check_command(app, options, raw);
  add_merge_command(app, options, raw);
  add_verify_command(app, options, raw);
  add_other_commands(app, options);
}

Command command_of(const CLI::App& app) {
  const std::pair<const char*, Command> commands[] = {
      {"merge", Command::kMerge},
      {"verify", Command::kVerify},
      {"rules", Command::kRules},
      {"explain", Command::kExplain},
      {"init", Command::kInit},
      {"schema", Command::kSchema},
      {"completions", Command::kCompletions},
      {"man", Command::kMan},
  };
  if (app.got_subcommand("credentials")) {
    const CLI::App* below = app.get_subcommand("credentials");
    return below->got_subcommand("encode") ? Command::kEncodeCredentials
                                           : Command::kCheckCredentials;
  }
  for (const auto& [name, command] : commands) {
    if (app.got_subcommand(name)) return command;
  }
  return Command::kCheck;
}

}  // namespace catalint
