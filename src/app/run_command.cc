#include "app/run_command.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "app/posix_descriptor.h"
#include "app/read_all.h"

extern char** environ;

namespace catalint {

CommandOutcome run_command(std::vector<std::string> words) {
  CommandOutcome outcome;
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);

  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    outcome.start_error = errno;
    return outcome;
  }
  Descriptor read_end(ends[0]);
  Descriptor write_end(ends[1]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, write_end.get(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
                                   O_RDONLY, 0);
  pid_t child = 0;
  outcome.start_error = ::posix_spawnp(&child, pointers[0], &actions, nullptr,
                                       pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  write_end.close();
  if (outcome.start_error != 0) return outcome;
  const bool complete = read_all(read_end.get(), outcome.output, SIZE_MAX - 1);
  read_end.close();
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  outcome.has_worked =
      complete && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return outcome;
}

}  // namespace catalint
