#include "app/completions.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

struct Shell {
  std::string_view name;
  std::string (*script)(const CommandTree& tree);
};

constexpr Shell kShells[] = {
    {"bash", bash_completions},
    {"zsh", zsh_completions},
    {"fish", fish_completions},
};

}  // namespace

std::vector<std::string> shell_names() {
  std::vector<std::string> names;
  for (const Shell& shell : kShells) names.emplace_back(shell.name);
  return names;
}

std::string completions_for(std::string_view shell, const CommandTree& tree) {
  for (const Shell& row : kShells) {
    if (row.name == shell) return for_program(row.script(tree), tree.name);
  }
  return "";
}

std::vector<const CommandTree*> all_commands(const CommandTree& tree) {
  std::vector<const CommandTree*> all = {&tree};
  for (const CommandTree& command : tree.commands) {
    const auto below = all_commands(command);
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

std::string for_program(std::string_view script, const std::string& name) {
  constexpr std::string_view kPlaceholder = "PROGRAM";
  std::string out(script);
  for (std::size_t at = out.find(kPlaceholder); at != std::string::npos;
       at = out.find(kPlaceholder, at + name.size())) {
    out.replace(at, kPlaceholder.size(), name);
  }
  return out;
}

std::string shell_word(std::string_view text) {
  const bool is_plain =
      !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '_' || c == '/';
      });
  if (is_plain) return std::string(text);
  std::string out = "'";
  for (const char c : text) {
    out += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return out + "'";
}

std::string shell_words(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  quoted.reserve(words.size());
  for (const std::string& word : words) quoted.push_back(shell_word(word));
  return joined(quoted, " ");
}

}  // namespace catalint
