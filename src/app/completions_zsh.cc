#include "app/completions.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

constexpr std::string_view kZshHead = R"script(#compdef PROGRAM
# The completions of PROGRAM for zsh, printed by `PROGRAM completions zsh`.

# The ids of rules, each with what the program says of it.
__PROGRAM_rules() {
  local -a rules
  local id about
  command PROGRAM rules 2>/dev/null | while read -r id about; do
    rules+=("${id//:/\\:}:${about//   #/, }")
  done
  _describe -t rules rule rules "$@"
}

# Rules, behind those that stand before the last comma.
__PROGRAM_rule_list() {
  compset -P '*,'
  compset -S ',*'
  __PROGRAM_rules -S ''
}

__PROGRAM_rule_or_file() {
  _alternative 'rules:rule:__PROGRAM_rules' 'files:file:_files'
}

# One of the words and `=`, then a file.
__PROGRAM_word_and_file() {
  if compset -P '*='; then
    _files
  else
    compadd -S = -- "$@"
  fi
}

__PROGRAM_commits() {
  local -a commits
  commits=(${(f)"$(command git for-each-ref --format='%(refname:short)' 2>/dev/null)"})
  compadd -a commits
}
)script";

constexpr std::string_view kZshTail = R"script(
# Either this file was taken from fpath as the function, or it is sourced.
if [[ $funcstack[1] == _PROGRAM ]]; then
  _PROGRAM "$@"
else
  compdef _PROGRAM PROGRAM
fi
)script";

// A function of the script: `_catalint_check`.
std::string function_of(const CommandTree& command) {
  std::string name = "_" + command.name;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

// The message and the action of a value. The blank that begins an action keeps
// _arguments from adding words to it.
std::string zsh_action(const Argument& argument) {
  const std::string message =
      ":" + with_backslashes(argument.value_name, "\\:") + ":";
  std::string words;
  for (const std::string& word : argument.words) {
    words += (words.empty() ? "" : " ") +
             with_backslashes(word, "\\:()[]{}'\" \t$`&;<>|*?~#");
  }
  switch (argument.kind) {
    case ValueKind::kNone:
      return "";
    case ValueKind::kText:
      return message + " ";
    case ValueKind::kWord:
      return message + "(" + words + ")";
    case ValueKind::kFile:
    case ValueKind::kPath:
      return message + "_files";
    case ValueKind::kRules:
      return message + " __PROGRAM_rule_list";
    case ValueKind::kRuleOrFile:
      return message + " __PROGRAM_rule_or_file";
    case ValueKind::kWordAndFile:
      return message + " __PROGRAM_word_and_file " + words;
    case ValueKind::kCommit:
      return message + " __PROGRAM_commits";
  }
  return "";
}

void append_option(std::string& out, const Argument& option) {
  std::string all;
  for (const std::string& name : option.names) {
    all += (all.empty() ? "" : " ") + name;
  }
  const std::string about = "[" + with_backslashes(option.about, "\\[]:") + "]";
  for (const std::string& name : option.names) {
    std::string spec = option.repeats ? "*" : "";
    // Another name of the same option is not offered once it is given.
    if (!option.repeats && option.names.size() > 1) spec = "(" + all + ")";
    spec += name;
    if (option.kind != ValueKind::kNone) {
      spec += name.starts_with("--") ? "=" : "+";
    }
    out += "    " + shell_word(spec + about + zsh_action(option)) + " \\\n";
  }
}

void append_zsh_command(std::string& out, const CommandTree& command) {
  for (const CommandTree& below : command.commands) {
    append_zsh_command(out, below);
  }
  const bool has_commands = !command.commands.empty();
  out += "\n" + function_of(command) + "() {\n";
  if (has_commands) {
    out +=
        "  local curcontext=$curcontext state line ret=1\n"
        "  local -A opt_args\n"
        "  local -a commands\n";
  }
  out += std::string("  _arguments ") + (has_commands ? "-C " : "") +
         "-s -S : \\\n";
  for (const Argument& option : command.options) append_option(out, option);
  if (!has_commands) {
    for (const Argument& argument : command.arguments) {
      out += "    " +
             shell_word((argument.repeats ? "*" : "") + zsh_action(argument)) +
             " \\\n";
    }
    out.erase(out.size() - 3, 2);  // nothing follows
    out += "}\n";
    return;
  }
  out +=
      "    '1: :->command' '*:: :->arguments' && ret=0\n"
      "  case $state in\n"
      "    command)\n"
      "      commands=(\n";
  for (const CommandTree& below : command.commands) {
    out += "        " +
           shell_word(with_backslashes(below.word(), "\\:") + ":" +
                      with_backslashes(below.about, "\\")) +
           "\n";
  }
  out +=
      "      )\n"
      "      _describe -t commands command commands && ret=0\n"
      "      ;;\n"
      "    arguments)\n"
      "      curcontext=${curcontext%:*:*}:" +
      function_of(command).substr(1) +
      "-$line[1]:\n"
      "      case $line[1] in\n";
  for (const CommandTree& below : command.commands) {
    out += "        " + shell_word(below.word()) + ") " + function_of(below) +
           " && ret=0 ;;\n";
  }
  out +=
      "      esac\n"
      "      ;;\n"
      "  esac\n"
      "  return ret\n"
      "}\n";
}

}  // namespace

std::string zsh_completions(const CommandTree& tree) {
  std::string out(kZshHead);
  append_zsh_command(out, tree);
  out += kZshTail;
  return out;
}

}  // namespace catalint
