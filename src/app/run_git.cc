#include "app/run_git.h"

#include <algorithm>
#include <cerrno>

#include "app/posix_descriptor.h"
#include "app/run_command.h"

namespace catalint {

Result<std::string> run_git(const std::string& directory,
                            const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {"git", "-C", directory, "-c",
                                    "core.fsmonitor=false"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  CommandOutcome outcome = run_command(std::move(words));
  if (outcome.start_error == ENOENT)
    return Error{"there is no git on the PATH"};
  if (outcome.start_error != 0) {
    errno = outcome.start_error;
    return Error{"git could not be started: " + reason()};
  }
  if (!outcome.has_worked) return Error{"git " + arguments.front() + " failed"};
  return std::move(outcome.output);
}

std::vector<std::string> split_at_nul(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\0', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace catalint
