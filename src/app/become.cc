#include "app/become.h"

#include <fcntl.h>
#include <sys/auxv.h>
#include <unistd.h>

#include <filesystem>
#include <vector>

#include "app/posix_descriptor.h"
#include "app/run_command.h"
#include "base/text.h"
#include "catalint/version.h"

namespace catalint {
namespace {

// Links are followed: what lies beside one is somebody else's.
std::filesystem::path own_path() {
  std::error_code error;
  auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) return path;
  // There may be no /proc; the kernel also tells what it was asked to start.
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  path = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
  auto real = std::filesystem::canonical(path, error);
  return error ? path : real;
}

}  // namespace

std::string become(const std::string& name, char** argv) {
  const std::string path = (own_path().parent_path() / name).string();
  if (::access(path.c_str(), X_OK) != 0) {
    return quote_path(path) +
           " is not there; `catalint verify` is that "
           "program, which is built where libcurl is installed";
  }
  // Its libraries may be missing, of which only the loader knows.
  const CommandOutcome said = run_command({path, "--version"});
  if (!said.has_worked) {
    return quote_path(path) +
           " does not start; it needs libcurl, which Debian calls libcurl4, "
           "and "
           "a C library no older than where it was built";
  }
  if (said.output != "catalint " + std::string(kVersion) + "\n") {
    return quote_path(path) + " is of another version than this program";
  }
  std::vector<char*> arguments;
  std::string own_name = name;
  arguments.push_back(own_name.data());
  for (std::size_t i = 1; argv[0] != nullptr && argv[i] != nullptr; ++i) {
    arguments.push_back(argv[i]);
  }
  arguments.push_back(nullptr);
  ::execv(path.c_str(), arguments.data());
  return quote_path(path) + " could not be started: " + reason();
}

}  // namespace catalint
