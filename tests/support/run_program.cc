#include "support/run_program.h"

#include <sstream>

#include "app/posix_file_system.h"
#include "app/run.h"

namespace catalint {

Outcome run_program(const Invocation& invocation) {
  const PosixFileSystem machine;
  std::istringstream in(invocation.in);
  std::ostringstream out;
  std::ostringstream err;
  Env env{
      .arguments = invocation.arguments,
      .in = in,
      .out = out,
      .err = err,
      .files = invocation.files == nullptr ? machine : *invocation.files,
      .variable = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = invocation.variables.find(name);
        if (found == invocation.variables.end()) return std::nullopt;
        return found->second;
      },
      .take_secret = [&](const std::string& name) -> std::optional<Secret> {
        const auto found = invocation.variables.find(name);
        if (found == invocation.variables.end()) return std::nullopt;
        return Secret(found->second);
      },
      .read_secret = [&](const std::string& /*prompt*/) -> Result<Secret> {
        return Secret(invocation.in);
      },
      .out_is_terminal = invocation.out_is_terminal,
      .err_is_terminal = false,
      .ask_jira = invocation.ask_jira,
  };
  Outcome outcome;
  outcome.status = run(env);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

Outcome run_with(const FileSystem& files, std::vector<std::string> arguments,
                 const std::string& in,
                 std::map<std::string, std::string> variables) {
  return run_program({.arguments = std::move(arguments),
                      .in = in,
                      .variables = std::move(variables),
                      .files = &files});
}

}  // namespace catalint
