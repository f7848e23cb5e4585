#include "app/init.h"

#include <string_view>

#include "app/config.h"
#include "app/config_options.h"
#include "app/inputs.h"

namespace catalint {
namespace {

constexpr std::string_view kHead =
    R"(# The configuration of catalint, which takes the nearest one: from the directory
# that it starts in up to the root of the git repository.
#
# Nothing is set yet. Every option is here with an example; take away the `#`
# before those that you want. An editor completes them after
# `catalint schema config >.catalint.schema.json` and this line:
# yaml-language-server: $schema=.catalint.schema.json
)";

constexpr std::string_view kNextSteps = R"(
For pre-commit, add this to .pre-commit-config.yaml, below `repos:`

- repo: URL  # of catalint's repository
  rev: COMMIT  # one of its commits
  hooks: [{id: catalint}]

Next:
  catalint check                        lint this directory
  catalint explain RULE                 why a rule exists, and how to silence it
  catalint explain catalog-info.yaml    what Jira will be asked for an entity
)";

// Every line behind `#` and an indentation.
void append_lines(std::string& out, std::string_view indent,
                  std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.append("#").append(indent).append(text.substr(0, end)).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::string starter_config() {
  std::string out(kHead);
  for (const ConfigOption& option : config_options()) {
    const std::size_t depth = depth_of(option);
    const std::string indent(2 * depth, ' ');
    if (depth == 0) out += "\n";
    append_lines(out, indent + (depth == 0 ? " " : "# "), option.about);
    const bool is_one_line = option.example.find('\n') == std::string::npos;
    append_lines(
        out, indent,
        std::string(key_of(option)) + (is_one_line && !option.example.empty()
                                           ? ": " + std::string(option.example)
                                           : ":"));
    if (!is_one_line) append_lines(out, indent + "  ", option.example);
  }
  return out;
}

int init(Env& env) {
  const std::string name = kConfigName;
  if (env.files.kind(name) != FileKind::kMissing || env.files.is_link(name)) {
    return usage_error(env, name +
                                " is there already, and stays as it is; "
                                "docs/configuration.md lists every option");
  }
  if (const auto error = env.files.create(name, starter_config())) {
    env.err << "catalint: " << name
            << " could not be written: " << error->message << "\n";
    return kFailure;
  }
  env.out << "Wrote " << name << ": every option is in it, commented out.\n"
          << kNextSteps;
  return kClean;
}

}  // namespace catalint
