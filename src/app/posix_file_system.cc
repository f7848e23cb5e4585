#include "app/posix_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "app/posix_descriptor.h"
#include "app/replace_file.h"

extern char** environ;

namespace catalint {
namespace {

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::kFile;
  if (S_ISDIR(mode)) return FileKind::kDirectory;
  return FileKind::kOther;
}

// Appends until the end, or until there is more than `most`.
bool read_all(int descriptor, std::string& out, std::size_t most) {
  constexpr std::size_t kBlock = std::size_t{64} << 10U;
  while (out.size() <= most) {
    const std::size_t before = out.size();
    if (out.capacity() - before < kBlock) {
      out.reserve(out.capacity() * 2 + kBlock);
    }
    out.resize(std::min(out.capacity(), before + kBlock));
    const ssize_t count =
        ::read(descriptor, out.data() + before, out.size() - before);
    out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count == 0) return true;
    if (count < 0 && errno != EINTR) return false;
  }
  return true;
}

}  // namespace

FileKind PosixFileSystem::kind(const std::string& path) const {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return FileKind::kMissing;
  return kind_of(status.st_mode);
}

bool PosixFileSystem::is_link(const std::string& path) const {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

Result<std::string> PosixFileSystem::read(const std::string& path,
                                          std::size_t most) const {
  // Without O_NONBLOCK a FIFO would be waited for.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return Error{reason()};
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return Error{reason()};
  if (!S_ISREG(status.st_mode)) return Error{"it is not a regular file"};
  std::string bytes;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size <= most) {
    // One read of the size, and one that finds the end.
    bytes.resize(size + 1);
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t count =
          ::read(file.get(), bytes.data() + done, bytes.size() - done);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return Error{reason()};
      if (count == 0) break;
      done += static_cast<std::size_t>(count);
    }
    const bool has_grown = done == bytes.size();
    bytes.resize(done);
    if (has_grown && !read_all(file.get(), bytes, most)) {
      return Error{reason()};
    }
  }
  if (size > most || bytes.size() > most) {
    return Error{"it is larger than " + std::to_string(most >> 20U) +
                 " MiB, the most that catalint reads"};
  }
  return bytes;
}

Result<std::vector<DirectoryEntry>> PosixFileSystem::list(
    const std::string& directory) const {
  const std::unique_ptr<DIR, int (*)(DIR*)> handle(::opendir(directory.c_str()),
                                                   ::closedir);
  if (handle == nullptr) return Error{reason()};
  std::vector<DirectoryEntry> entries;
  for (;;) {
    errno = 0;
    const dirent* found = ::readdir(handle.get());
    if (found == nullptr) break;
    DirectoryEntry entry;
    entry.name = found->d_name;
    if (entry.name == "." || entry.name == "..") continue;
    entry.is_link = found->d_type == DT_LNK;
    if (found->d_type == DT_REG) {
      entry.kind = FileKind::kFile;
    } else if (found->d_type == DT_DIR) {
      entry.kind = FileKind::kDirectory;
    } else if (found->d_type == DT_LNK || found->d_type == DT_UNKNOWN) {
      const std::string path = directory + "/" + entry.name;
      entry.is_link = is_link(path);
      entry.kind = kind(path);
    }
    entries.push_back(std::move(entry));
  }
  if (errno != 0) return Error{reason()};
  return entries;
}

std::optional<std::string> PosixFileSystem::real_path(
    const std::string& path) const {
  const std::unique_ptr<char, void (*)(void*)> resolved(
      ::realpath(path.c_str(), nullptr), std::free);
  if (resolved == nullptr) return std::nullopt;
  return std::string(resolved.get());
}

std::optional<Error> PosixFileSystem::create(const std::string& path,
                                             std::string_view bytes) const {
  return create_file(path, bytes);
}

std::optional<Error> PosixFileSystem::replace(const std::string& path,
                                              std::string_view expected,
                                              std::string_view bytes) const {
  return replace_file(path, expected, bytes);
}

Result<std::vector<std::string>> PosixFileSystem::git_files(
    const std::string& directory,
    const std::vector<std::string>& patterns) const {
  std::vector<std::string> arguments = {
      "git",      "-C", directory,  "-c",       "core.fsmonitor=false",
      "ls-files", "-z", "--cached", "--others", "--exclude-standard",
      "--"};
  for (const std::string& pattern : patterns) {
    arguments.push_back(":(glob)**/" + pattern);
  }
  std::vector<char*> pointers;
  pointers.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);

  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return Error{reason()};
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
  const int failure = ::posix_spawnp(&child, "git", &actions, nullptr,
                                     pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  write_end.close();
  if (failure != 0) {
    errno = failure;
    return Error{"git could not be started: " + reason()};
  }
  std::string output;
  const bool complete = read_all(read_end.get(), output, SIZE_MAX - 1);
  read_end.close();
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!complete || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return Error{"git could not list the files"};
  }
  std::vector<std::string> files;
  for (std::size_t begin = 0; begin < output.size();) {
    const std::size_t end = std::min(output.find('\0', begin), output.size());
    files.push_back(output.substr(begin, end - begin));
    begin = end + 1;
  }
  return files;
}

}  // namespace catalint
