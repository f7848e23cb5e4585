#include "app/command_tree.h"

#include <CLI/CLI.hpp>

#include <sstream>
#include <string_view>

#include "app/commands.h"
#include "report/format.h"

namespace catalint {
namespace {

// The names of types, and of arguments, say what they stand for.
ValueKind kind_of(std::string_view value_name) {
  static constexpr struct {
    std::string_view name;
    ValueKind kind;
  } kKinds[] = {
      {"FILE", ValueKind::kFile},
      {"PATH", ValueKind::kPath},
      {"ID", ValueKind::kRules},
      {"TARGET", ValueKind::kRuleOrFile},
      {"FORMAT=FILE", ValueKind::kWordAndFile},
      {"REF", ValueKind::kCommit},
  };
  for (const auto& row : kKinds) {
    if (row.name == value_name) return row.kind;
  }
  return ValueKind::kText;
}

// The words that one_of() takes; none where another validator judges.
std::vector<std::string> words_of(CLI::Option& option) {
  std::vector<std::string> words;
  try {
    std::istringstream list(option.get_validator(kOneOf)->get_description());
    for (std::string word; std::getline(list, word, '|');) {
      words.push_back(word);
    }
  } catch (const CLI::OptionNotFound&) {
    return {};
  }
  return words;
}

Argument read_argument(CLI::Option& option) {
  Argument argument;
  for (const std::string& name : option.get_snames()) {
    argument.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    argument.names.push_back("--" + name);
  }
  argument.about = option.get_description();
  argument.is_required = option.get_required();
  if (option.get_items_expected_max() == 0) return argument;
  argument.value_name = option.get_name(true);
  if (!argument.names.empty()) {
    const std::string type = option.get_type_name();
    argument.value_name = type.substr(0, type.find(':'));
  }
  argument.default_value = option.get_default_str();
  argument.repeats = option.get_expected_max() > 1;
  argument.kind = kind_of(argument.value_name);
  argument.words = words_of(option);
  if (!argument.words.empty()) argument.kind = ValueKind::kWord;
  if (argument.kind == ValueKind::kWordAndFile) argument.words = format_names();
  return argument;
}

CommandTree read_command(CLI::App& app, const std::string& parent) {
  CommandTree command;
  command.name = parent + app.get_name();
  command.about = app.get_description();
  for (CLI::Option* option : app.get_options()) {
    auto& list = option->get_positional() ? command.arguments : command.options;
    list.push_back(read_argument(*option));
  }
  for (CLI::App* below : app.get_subcommands({})) {
    command.commands.push_back(read_command(*below, command.name + " "));
  }
  return command;
}

}  // namespace

CommandTree command_tree() {
  Options options;
  RawWords raw;
  CLI::App app;
  describe_command_line(app, options, raw);
  return read_command_tree(app);
}

CommandTree read_command_tree(CLI::App& app) { return read_command(app, ""); }

}  // namespace catalint
