#include "app/commands.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/completions.h"
#include "app/help_text.h"
#include "app/option_groups.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "catalint/version.h"

namespace catalint {
namespace {

void describe_rules(CLI::App& rules, Options& options, RawWords& /*raw*/) {
  rules.add_option("--format", options.format, "How to print the list")
      ->type_name("FORMAT")
      ->check(one_of({"text", "json", "markdown"}))
      ->capture_default_str();
  add_pack_option(rules, options);
}

void describe_explain(CLI::App& explain, Options& options, RawWords& /*raw*/) {
  explain
      .add_option(
          "TARGET", options.subject,
          "RULE, the id of a rule; FILE[:LINE], a descriptor and a line "
          "of one of its entities; or `-`, standard input")
      ->required();
  explain
      .add_option("--stdin-filename", options.stdin_filename,
                  "The name to show standard input under")
      ->type_name("NAME");
  add_pack_option(explain, options);
  add_kind_option(explain, options);
  add_config_options(explain, options);
}

void describe_schema(CLI::App& schema, Options& options, RawWords& /*raw*/) {
  schema.add_option("NAME", options.subject, "Which one")
      ->check(one_of({"config"}))
      ->required();
}

void describe_completions(CLI::App& completions, Options& options,
                          RawWords& /*raw*/) {
  completions.add_option("SHELL", options.subject, "Which shell")
      ->check(one_of(shell_names()))
      ->required();
}

struct CommandRow {
  const char* name;
  const char* about;
  Command command;
  void (*describe)(CLI::App& command, Options& options, RawWords& raw);
};

// In the order of the help.
constexpr CommandRow kCommands[] = {
    {"check", "Lint files, directories or the whole repository",
     Command::kCheck, describe_check},
    {"merge", "Put the parts that check --shard wrote together to one report",
     Command::kMerge, describe_merge},
    {"verify",
     "Lint as check does, and ask a live Jira whether the projects and "
     "components exist and the queries work",
     Command::kVerify, describe_verify},
    {"rules", "List every rule: id, severity, whether it can be fixed",
     Command::kRules, describe_rules},
    {"explain", "Why a rule exists, or what Jira will be asked for an entity",
     Command::kExplain, describe_explain},
    {"credentials", "Encode the token for Jira, or check what is stored",
     Command::kCheckCredentials, describe_credentials},
    {"init",
     "Write a starter .catalint.yaml, and print the entry for "
     ".pre-commit-config.yaml",
     Command::kInit, nullptr},
    {"schema", "Print the JSON Schema of the configuration, for editors",
     Command::kSchema, describe_schema},
    {"completions", "Print the completions for a shell", Command::kCompletions,
     describe_completions},
    {"man", "Print the manual page, for `man -l -`", Command::kMan, nullptr},
};

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

void describe_command_line(CLI::App& app, Options& options, RawWords& raw,
                           std::string_view first_word) {
  app.name("catalint");
  app.description(std::string(help_about()));
  app.set_version_flag("--version,-V", std::string("catalint ") + kVersion,
                       "Print the version");
  app.footer(help_footer());
  app.require_subcommand(1);
  app.get_formatter()->column_width(32);
  const bool is_one = std::any_of(
      std::begin(kCommands), std::end(kCommands),
      [&](const CommandRow& row) { return row.name == first_word; });
  for (const CommandRow& row : kCommands) {
    CLI::App* command = app.add_subcommand(row.name, row.about);
    const bool is_wanted = !is_one || row.name == first_word;
    if (is_wanted && row.describe != nullptr) {
      row.describe(*command, options, raw);
    }
  }
}

Command command_of(const CLI::App& app) {
  const CLI::App* given = app.get_subcommands().front();
  const auto below = given->get_subcommands();
  if (!below.empty() && below.front()->get_name() == "encode") {
    return Command::kEncodeCredentials;
  }
  return std::find_if(std::begin(kCommands), std::end(kCommands),
                      [&](const CommandRow& row) {
                        return row.name == given->get_name();
                      })
      ->command;
}

}  // namespace catalint
