// Prints the completions, or with `man` the manual page, of a command line that
// is made up: commands below commands, and descriptions full of what means
// something to a shell or to roff.
// usage: sample bash|zsh|fish|man
#include <CLI/CLI.hpp>

#include <iostream>
#include <string>
#include <vector>

#include "app/command_tree.h"
#include "app/commands.h"
#include "app/completions.h"
#include "app/man_page.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::string text;
  std::vector<std::string> texts;
  bool flag = false;
  CLI::App app("a sample", "sample");
  app.require_subcommand(1);
  CLI::App* remote = app.add_subcommand(
      "remote", R"(It's "quoted", `ticked`, [bracketed]: $HOME \n 100% {a,b})");
  remote->require_subcommand(1);
  remote->add_option("--login", text, "A login")->type_name("NAME");
  CLI::App* add = remote->add_subcommand("add", "Add: a [remote]");
  add->add_option("--from,-f", text,
                  R"('single' "double" `tick` [a]: (b) $(c) \d *e* ~f !g #h)")
      ->type_name("FILE");
  add->add_option("--mode", text, ".starts 'with a dot")
      ->check(catalint::one_of({"read-only", "read+write"}));
  add->add_flag("--force,-x", flag, "A flag");
  add->add_option("NAME", text, "What to call it")
      ->check(catalint::one_of({"origin", "upstream"}));
  add->add_option("PATH", texts, "Where it is");
  remote->add_subcommand("remove", "Remove it");
  const catalint::CommandTree tree = catalint::read_command_tree(app);
  const std::string what = argv[1];
  std::cout << (what == "man" ? catalint::man_page(tree)
                              : catalint::completions_for(what, tree));
  return 0;
}
