#include "app/completions.h"

namespace catalint {
namespace {

constexpr std::string_view kBashHead =
    R"script(# shellcheck shell=bash disable=SC2034
# The completions of PROGRAM for bash, printed by `PROGRAM completions bash`.

# What may follow a command.
__PROGRAM_command() { # COMMAND
  commands=()
  options=()
  case $1 in
)script";

constexpr std::string_view kBetween = R"script(  esac
}

# What the value of an option is, or the argument at a position (`#1`); fails
# where there is none.
__PROGRAM_value() { # COMMAND OPTION|POSITION
  words=()
  case $1 in
)script";

constexpr std::string_view kBashTail = R"script(    *) return 1 ;;
  esac
}

# Puts what stands before the cursor into `line`, a word each: readline makes
# more words of it, at `=` and `:`.
__PROGRAM_line() {
  local rest=${COMP_LINE:0:COMP_POINT} last i
  line=()
  last=-1
  for ((i = 0; i <= COMP_CWORD; i++)); do
    if [[ $i == 0 || $rest == [[:blank:]]* ]]; then
      line[++last]=''
      rest=${rest#"${rest%%[![:blank:]]*}"}
    fi
    if ((i == COMP_CWORD)); then
      line[last]+=$rest
    else
      line[last]+=${COMP_WORDS[i]}
      rest=${rest#"${COMP_WORDS[i]}"}
    fi
  done
}

# Offers those words that begin as the current one; PREFIX stands before each.
__PROGRAM_offer() { # PREFIX WORD...
  local prefix=$1 word
  shift
  for word in "$@"; do
    word=$prefix$word
    if [[ $word == "$current"* ]]; then COMPREPLY+=("${word:${#passed}}"); fi
  done
}

__PROGRAM_rules() {
  local id
  command PROGRAM rules 2>/dev/null | while read -r id _; do printf '%s\n' "$id"; done
}

__PROGRAM_commits() {
  command git for-each-ref --format='%(refname:short)' 2>/dev/null
}

# What is offered where nothing is: files, as readline finds and quotes them.
__PROGRAM_offer_files() { compopt -o bashdefault -o default 2>/dev/null; }

__PROGRAM_offer_value() { # PREFIX
  local typed=${current#"$1"} found
  case $kind in
    word) __PROGRAM_offer "$1" "${words[@]}" ;;
    files) __PROGRAM_offer_files ;;
    word-and-file)
      if [[ $typed == *=* ]]; then
        __PROGRAM_offer_files
      else
        __PROGRAM_offer "$1" "${words[@]/%/=}"
        compopt -o nospace 2>/dev/null
      fi
      ;;
    rules)
      while IFS= read -r found; do
        __PROGRAM_offer "$1${typed%"${typed##*,}"}" "$found"
      done < <(__PROGRAM_rules)
      ;;
    rule-or-file)
      while IFS= read -r found; do __PROGRAM_offer "$1" "$found"; done < <(__PROGRAM_rules)
      # Of files the plain ones: what is written with quotes names no rule.
      while IFS= read -r found; do
        if [[ -d $found ]]; then
          found+=/
          compopt -o nospace 2>/dev/null
        fi
        __PROGRAM_offer "$1" "$found"
      done < <([[ $typed == *[!a-zA-Z0-9._/-]* ]] || compgen -f -X '*[!a-zA-Z0-9._/-]*' -- "$typed")
      if ((${#COMPREPLY[@]} == 0)) && [[ $typed != *:* ]]; then __PROGRAM_offer_files; fi
      ;;
    commit)
      while IFS= read -r found; do __PROGRAM_offer "$1" "$found"; done < <(__PROGRAM_commits)
      ;;
  esac
}

_PROGRAM() {
  local line commands options words kind current passed i word
  local IFS=$' \t\n' command=PROGRAM option='' position=1 takes_options=1
  COMPREPLY=()
  __PROGRAM_line
  __PROGRAM_command PROGRAM
  for ((i = 1; i < ${#line[@]} - 1; i++)); do
    word=${line[i]}
    if [[ $option ]]; then
      option=''
    elif [[ $takes_options && $word == -- ]]; then
      takes_options=''
    elif [[ $takes_options && $word == -?* ]]; then
      if __PROGRAM_value "$command $word"; then option=$word; fi
    elif ((position == 1)) && [[ " ${commands[*]} " == *" $word "* ]]; then
      command+=" $word"
      __PROGRAM_command "$command"
    else
      position=$((position + 1))
    fi
  done

  current=${line[i]//[\"\']/}
  passed=''
  word=${current##*[=:]}
  if [[ $current == *[=:]* && $COMP_WORDBREAKS == *"${current:$((${#current} - ${#word} - 1)):1}"* ]]; then
    passed=${current%"$word"}
  fi

  compopt +o bashdefault +o default 2>/dev/null
  if [[ $option ]]; then
    __PROGRAM_value "$command $option" && __PROGRAM_offer_value ''
  elif [[ $takes_options && $current == --*=* ]]; then
    __PROGRAM_value "$command ${current%%=*}" && __PROGRAM_offer_value "${current%%=*}="
  elif [[ $takes_options && $current == -* ]]; then
    __PROGRAM_offer '' "${options[@]}"
  else
    if ((position == 1)); then __PROGRAM_offer '' "${commands[@]}"; fi
    __PROGRAM_value "$command #$position" && __PROGRAM_offer_value ''
  fi
  return 0
}

complete -o bashdefault -o default -F _PROGRAM PROGRAM
)script";

std::string_view kind_word(ValueKind kind) {
  switch (kind) {
    case ValueKind::kNone:
    case ValueKind::kText:
      return "text";
    case ValueKind::kWord:
      return "word";
    case ValueKind::kFile:
    case ValueKind::kPath:
      return "files";
    case ValueKind::kRules:
      return "rules";
    case ValueKind::kRuleOrFile:
      return "rule-or-file";
    case ValueKind::kWordAndFile:
      return "word-and-file";
    case ValueKind::kCommit:
      return "commit";
  }
  return "";
}

void append_bash_command(std::string& out, const CommandTree& command) {
  std::vector<std::string> commands;
  for (const CommandTree& below : command.commands) {
    commands.push_back(below.word());
  }
  std::vector<std::string> options;
  for (const Argument& option : command.options) {
    options.insert(options.end(), option.names.begin(), option.names.end());
  }
  out += "    " + shell_word(command.name) + ")\n";
  if (!commands.empty())
    out += "      commands=(" + shell_words(commands) + ")\n";
  out += "      options=(" + shell_words(options) + ")\n      ;;\n";
}

void append_value(std::string& out, const std::string& keys,
                  const Argument& argument) {
  out += "    " + keys + ") kind=" + std::string(kind_word(argument.kind));
  if (!argument.words.empty()) {
    out += " words=(" + shell_words(argument.words) + ")";
  }
  out += " ;;\n";
}

void append_values(std::string& out, const CommandTree& command) {
  for (const Argument& option : command.options) {
    if (option.kind == ValueKind::kNone) continue;
    std::string keys;
    for (const std::string& name : option.names) {
      keys +=
          (keys.empty() ? "" : " | ") + shell_word(command.name + " " + name);
    }
    append_value(out, keys, option);
  }
  std::size_t position = 0;
  for (const Argument& argument : command.arguments) {
    ++position;
    const std::string key = command.name + " #";
    append_value(out,
                 argument.repeats ? shell_word(key) + "*"
                                  : shell_word(key + std::to_string(position)),
                 argument);
  }
}

}  // namespace

std::string bash_completions(const CommandTree& tree) {
  std::string out(kBashHead);
  const auto commands = all_commands(tree);
  for (const CommandTree* command : commands) {
    append_bash_command(out, *command);
  }
  out += kBetween;
  for (const CommandTree* command : commands) append_values(out, *command);
  out += kBashTail;
  return out;
}

}  // namespace catalint
