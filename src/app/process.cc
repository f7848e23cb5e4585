#include "app/process.h"

#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>

#include "app/become.h"
#include "app/posix_file_system.h"
#include "app/private_memory.h"
#include "app/read_secret.h"
#include "app/run.h"

namespace catalint {
namespace {

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

// Also out of the memory that other programs see as this one's environment.
std::optional<Secret> take_secret(const std::string& name) {
  keep_memory_private();
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  Secret secret{std::string_view(value)};
  // An environment may hold a name twice.
  const std::string start = name + "=";
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!std::string_view(*entry).starts_with(start)) continue;
    ::explicit_bzero(*entry + start.size(), std::strlen(*entry) - start.size());
  }
  ::unsetenv(name.c_str());
  return secret;
}

}  // namespace

int run_process(int argc, char** argv,
                const std::function<void(Env&)>& prepare) {
  std::ios::sync_with_stdio(false);
  // A reader that goes away early is an error of writing, not a signal.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // so is a limit on the size of files
  const PosixFileSystem files;
  Env env{
      .arguments =
          std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc),
      .in = std::cin,
      .out = std::cout,
      .err = std::cerr,
      .files = files,
      .variable = variable,
      .take_secret = take_secret,
      .read_secret = read_secret,
      .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
      .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
      .reader_is_gone =
          [] {
            pollfd out{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
            return ::poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
          },
      .ask_jira = {},
      .become = [argv](const std::string& name) { return become(name, argv); },
  };
  try {
    if (prepare) prepare(env);
    return run(env);
  } catch (const std::exception& error) {
    std::cerr << "catalint: internal error: " << error.what() << "\n";
    return kFailure;
  }
}

}  // namespace catalint
