#include "app/completions.h"

#include "base/text.h"

namespace catalint {
namespace {

constexpr std::string_view kFishHead =
    R"script(# The completions of PROGRAM for fish, printed by `PROGRAM completions fish`.

)script";

constexpr std::string_view kFunctions = R"script(
# Whether the line is for that command, and its next argument at a position that
# `test` finds to be so, as in `-eq 1`.
function __PROGRAM_at --argument-names wanted compare wanted_position
    set -l command PROGRAM
    set -l position 1
    set -l takes_options yes
    set -l option
    set -l line (commandline -opc)
    for word in $line[2..]
        if set -q option[1]
            set -e option
        else if set -q takes_options[1]; and test "$word" = --
            set -e takes_options
        else if set -q takes_options[1]; and string match -q -- '-?*' $word
            if contains -- "$command $word" $__PROGRAM_options_with_values
                set option $word
            end
        else if test $position = 1; and contains -- "$command $word" $__PROGRAM_commands
            set command "$command $word"
        else
            set position (math $position + 1)
        end
    end
    test "$command" = "$wanted"; and begin
        test -z "$compare"; or test $position $compare $wanted_position
    end
end

# What is typed of the current value.
function __PROGRAM_typed
    commandline -ct | string replace -r '^--[^=]*=' ''
end

function __PROGRAM_rules
    command -q PROGRAM; or return
    command PROGRAM rules 2>/dev/null | string replace -r ' +' \t | string replace -ra ' {2,}' ', '
end

# Rules, behind those that stand before the last comma.
function __PROGRAM_rule_list
    set -l before (__PROGRAM_typed | string match -r '^.*,')
    for rule in (__PROGRAM_rules)
        printf '%s\n' "$before$rule"
    end
end

# A rule, or a file, behind which a colon and a line may stand.
function __PROGRAM_rule_or_file
    __PROGRAM_rules
    set -l typed (__PROGRAM_typed)
    string match -q '*:*' -- $typed; or __fish_complete_path $typed
end

# One of the words and `=`, then a file.
function __PROGRAM_word_and_file
    set -l typed (__PROGRAM_typed)
    if string match -q '*=*' -- $typed
        set -l before (string match -r '^[^=]*=' -- $typed)
        for file in (__fish_complete_path (string replace -r '^[^=]*=' '' -- $typed))
            printf '%s\n' "$before$file"
        end
    else
        printf '%s=\n' $argv
    end
end

function __PROGRAM_commits
    command -q git; or return
    command git for-each-ref --format='%(refname:short)' 2>/dev/null
end

complete -c PROGRAM -f
)script";

std::string word(std::string_view text) {
  return "'" + with_backslashes(text, "\\'") + "'";
}

// The options of `complete` for a value.
std::string completed_by(const Argument& argument) {
  switch (argument.kind) {
    case ValueKind::kNone:
      return "";
    case ValueKind::kText:
      return " -x";
    case ValueKind::kWord:
      return " -x -a " + word(joined(argument.words, " "));
    case ValueKind::kFile:
    case ValueKind::kPath:
      return " -r -F";
    case ValueKind::kRules:
      return " -x -a '(__PROGRAM_rule_list)'";
    case ValueKind::kRuleOrFile:
      return " -x -a '(__PROGRAM_rule_or_file)'";
    case ValueKind::kWordAndFile:
      return " -x -a " + word("(__PROGRAM_word_and_file " +
                              joined(argument.words, " ") + ")");
    case ValueKind::kCommit:
      return " -x -a '(__PROGRAM_commits)'";
  }
  return "";
}

std::string at(const CommandTree& command, const std::string& where = "") {
  std::string condition = "__PROGRAM_at " + word(command.name);
  if (!where.empty()) condition += " " + where;
  return "complete -c PROGRAM -n \"" + with_backslashes(condition, "\\\"$") +
         "\"";
}

void append_fish_command(std::string& out, const CommandTree& command) {
  out += "\n";
  for (const CommandTree& below : command.commands) {
    out += at(command, "-eq 1") + " -a " + word(below.word()) + " -d " +
           word(below.about) + "\n";
  }
  for (const Argument& option : command.options) {
    out += at(command);
    for (const std::string& name : option.names) {
      out += name.starts_with("--") ? " -l " + name.substr(2)
                                    : " -s " + name.substr(1);
    }
    out += completed_by(option) + " -d " + word(option.about) + "\n";
  }
  std::size_t position = 0;
  for (const Argument& argument : command.arguments) {
    ++position;
    out += at(command,
              (argument.repeats ? "-ge " : "-eq ") + std::to_string(position));
    std::string completed = completed_by(argument);
    // That a value follows is said of options alone.
    if (completed.starts_with(" -r")) completed.erase(0, 3);
    if (completed.starts_with(" -x")) completed.replace(0, 3, " -f");
    out += completed + "\n";
  }
}

// The words of a list, each on a line of its own.
void append_list(std::string& out, const std::string& name,
                 const std::vector<std::string>& words) {
  out += "set -g " + name;
  for (const std::string& each : words) out += " \\\n    " + word(each);
  out += "\n";
}

}  // namespace

std::string fish_completions(const CommandTree& tree) {
  std::vector<std::string> names;
  std::vector<std::string> with_values;
  const auto commands = all_commands(tree);
  for (const CommandTree* command : commands) {
    if (command != &tree) names.push_back(command->name);
    for (const Argument& option : command->options) {
      if (option.kind == ValueKind::kNone) continue;
      for (const std::string& name : option.names) {
        with_values.push_back(command->name + " " + name);
      }
    }
  }
  std::string out(kFishHead);
  append_list(out, "__PROGRAM_commands", names);
  append_list(out, "__PROGRAM_options_with_values", with_values);
  out += kFunctions;
  for (const CommandTree* command : commands) {
    append_fish_command(out, *command);
  }
  return out;
}

}  // namespace catalint
