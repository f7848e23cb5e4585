// The completions of a command line, as scripts for shells. Each script asks
// the program itself for the ids of rules, when it completes one: so those of
// the configuration's own packs are among them, and none is out of date.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command_tree.h"

namespace catalint {

std::vector<std::string> shell_names();

/// The script for one of these shells.
std::string completions_for(std::string_view shell, const CommandTree& tree);

std::string bash_completions(const CommandTree& tree);
std::string fish_completions(const CommandTree& tree);
std::string zsh_completions(const CommandTree& tree);

/// What the scripts are made with.

/// The command, and all below it.
std::vector<const CommandTree*> all_commands(const CommandTree& tree);

/// A script in which PROGRAM stands for the program's name.
std::string for_program(std::string_view script, const std::string& name);

/// A word of bash and zsh: in single quotes, unless it needs none.
std::string shell_word(std::string_view text);

/// Such words with blanks between them.
std::string shell_words(const std::vector<std::string>& words);

}  // namespace catalint
