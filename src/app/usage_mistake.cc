#include "app/usage_mistake.h"

#include <algorithm>
#include <vector>

#include "base/edit_distance.h"
#include "base/text.h"

namespace catalint {
namespace {

constexpr std::size_t kLongestWord = 400;

// The command that the line is for, `catalint` itself before one is known.
const CLI::App& current_command(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : current_command(*commands.front());
}

// Its name, and those of the commands that it is below.
std::string full_name(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return (parent == nullptr ? "" : full_name(*parent) + " ") +
         command.get_name();
}

std::string see_help(const CLI::App& app) {
  return "; `" + full_name(current_command(app)) + " --help` shows the usage";
}

// `one of encode, check`, where a command has others below it.
std::string one_of_commands(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* below : command.get_subcommands({})) {
    names.push_back(below->get_name());
  }
  return "one of " + joined(names, ", ");
}

// What follows these may be a credential, and is not shown.
bool takes_credentials(const CLI::App& command) {
  return full_name(command).starts_with("catalint credentials");
}

std::string unexpected(const std::string& word, const CLI::App& app) {
  if (takes_credentials(current_command(app)) && !word.starts_with("--")) {
    return "a word was not expected here; a token is no argument: it is read "
           "from the terminal, or from standard input" +
           see_help(app);
  }
  const std::string shown = quote_for_display(word, kLongestWord);
  if (!word.starts_with('-')) {
    return shown + " was not expected here" + see_help(app);
  }
  std::vector<std::string> known;
  for (const CLI::Option* option : current_command(app).get_options()) {
    for (const std::string& name : option->get_lnames()) {
      known.push_back("--" + name);
    }
  }
  const std::string given = word.substr(0, word.find('='));
  const std::string meant = did_you_mean(given, known);
  return "there is no option " + quote_for_display(given, kLongestWord) +
         (meant.empty() ? see_help(app) : meant);
}

// CLI11 starts these messages with the option's name and a colon.
std::string option_of(const std::string& message) {
  const std::size_t colon = message.find(": ");
  return message.starts_with('-') && colon != std::string::npos
             ? message.substr(0, colon)
             : std::string();
}

}  // namespace

std::optional<std::string> wrong_command(const Env& env, const CLI::App& app) {
  std::vector<std::string> commands;
  for (const CLI::App* command : app.get_subcommands({})) {
    commands.push_back(command->get_name());
  }
  if (env.arguments.empty()) {
    return "no command is given; `catalint check` lints this directory, "
           "`catalint --help` shows the usage";
  }
  const std::string& word = env.arguments.front();
  const bool is_command =
      std::find(commands.begin(), commands.end(), word) != commands.end();
  if (word.starts_with('-') || is_command) return std::nullopt;
  const std::string shown = quote_for_display(word, kLongestWord);
  if (env.files.kind(word) != FileKind::kMissing) {
    return shown + " is no command; to lint it, write `catalint check " +
           escape_for_display(word, kLongestWord) + "`";
  }
  return shown + " is no command; `catalint --help` shows the usage" +
         did_you_mean(word, commands);
}

std::string usage_mistake(const CLI::ParseError& error, const CLI::App& app) {
  const std::string message = error.what();
  const std::string option = option_of(message);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto words = app.remaining(true);
    if (!words.empty()) return unexpected(words.front(), app);
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr &&
      !option.empty()) {
    const CLI::Option* given = current_command(app).get_option(option);
    if (given->count() > 1) {
      return option + " is given " + std::to_string(given->count()) +
             " times; give it once";
    }
    return option + " needs a value" + see_help(app);
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const CLI::App& command = current_command(app);
    if (&command == &app) return "no command is given" + see_help(app);
    if (command.get_require_subcommand_min() > 0) {
      return "`" + full_name(command) + "` needs " + one_of_commands(command) +
             see_help(app);
    }
    const std::string name = message.substr(0, message.find(' '));
    return "`" + full_name(command) + "` needs " +
           (name.starts_with('-') ? "" : "a ") + name + see_help(app);
  }
  const bool has_advice = message.ends_with('?');
  return escape_for_display(message, kLongestWord) +
         (has_advice ? "" : see_help(app));
}

}  // namespace catalint
