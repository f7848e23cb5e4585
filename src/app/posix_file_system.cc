#include "app/posix_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>

#include "app/posix_descriptor.h"
#include "app/read_all.h"
#include "app/replace_file.h"
#include "app/run_git.h"
#include "base/secret.h"
#include "base/text.h"

namespace catalint {
namespace {

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::kFile;
  if (S_ISDIR(mode)) return FileKind::kDirectory;
  return FileKind::kOther;
}

// A file that nobody may write is meant to stay; root may, and should not.
bool is_read_only_file(const std::string& path) {
  constexpr mode_t kAnyWrite = S_IWUSR | S_IWGRP | S_IWOTH;
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         (status.st_mode & kAnyWrite) == 0;
}

// `/dev/stdout` may lead to a file that somebody else holds open, and that must
// not be replaced under their hands.
bool names_stream(const std::string& path) {
  return path.starts_with("/dev/") || path.starts_with("/proc/");
}

Error too_large(std::size_t most) {
  return Error{"it is larger than " + std::to_string(most >> 20U) +
               " MiB, the most that catalint reads"};
}

}  // namespace

FileKind PosixFileSystem::kind(const std::string& path) const {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    return errno == EACCES ? FileKind::kForbidden : FileKind::kMissing;
  }
  return kind_of(status.st_mode);
}

bool PosixFileSystem::is_link(const std::string& path) const {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

PathKind PosixFileSystem::path_kind(const std::string& path) const {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0 && !S_ISLNK(status.st_mode)) {
    return {kind_of(status.st_mode), false};
  }
  return {kind(path), is_link(path)};
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
  if (size > most || bytes.size() > most) return too_large(most);
  return bytes;
}

Result<std::string> PosixFileSystem::read_given(const std::string& path,
                                                std::size_t most) const {
  if (kind(path) != FileKind::kOther) return read(path, most);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return Error{reason()};
  if (!S_ISFIFO(status.st_mode)) {
    return Error{"it is neither a regular file nor a pipe"};
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return Error{reason()};
  // It never grows, so that whoever wipes it wipes all.
  std::string bytes;
  bytes.reserve(most + kReadAllBlock);
  if (!read_all(file.get(), bytes, most)) {
    Error error{reason()};
    wipe(bytes);
    return error;
  }
  if (bytes.size() > most) {
    wipe(bytes);
    return too_large(most);
  }
  return bytes;
}

Result<std::shared_ptr<std::istream>> PosixFileSystem::open(
    const std::string& path) const {
  const FileKind what = kind(path);
  if (what == FileKind::kDirectory || what == FileKind::kOther) {
    return Error{"it is not a regular file"};
  }
  errno = 0;
  auto in = std::make_shared<std::ifstream>(path, std::ios::binary);
  if (!in->is_open()) return Error{reason()};
  return std::shared_ptr<std::istream>(std::move(in));
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
      const PathKind seen = path_kind(path);
      entry.is_link = seen.is_link;
      entry.kind = seen.kind;
    }
    entries.push_back(std::move(entry));
  }
  if (errno != 0) return Error{reason()};
  return entries;
}

std::unique_ptr<Spool> PosixFileSystem::make_spool() const {
  const char* directory = std::getenv("TMPDIR");
  const bool is_set = directory != nullptr && *directory != '\0';
  return Spool::in(is_set ? directory : "/tmp");
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

std::optional<Error> PosixFileSystem::may_write(const std::string& path) const {
  if (names_stream(path) && kind(path) != FileKind::kDirectory &&
      ::access(path.c_str(), W_OK) == 0) {
    return std::nullopt;
  }
  const auto may_change = [](const std::string& target) {
    return ::access(target.c_str(), W_OK) == 0;
  };
  const FileKind what = kind(path);
  if (what == FileKind::kDirectory) return Error{"it is a directory"};
  if (what == FileKind::kForbidden) return Error{"permission denied"};
  if (what != FileKind::kMissing &&
      (!may_change(path) || is_read_only_file(path))) {
    return Error{"it is read-only"};
  }
  if (what == FileKind::kOther) return std::nullopt;
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 && errno == ENAMETOOLONG) {
    return Error{"its name is too long"};
  }
  if (what == FileKind::kMissing && is_link(path)) {
    return Error{"it is a link that leads nowhere"};
  }
  const std::string directory = directory_of(real_path(path).value_or(path));
  if (kind(directory) == FileKind::kMissing) {
    return Error{"there is no directory " + quote_path(directory)};
  }
  if (kind(directory) != FileKind::kDirectory) {
    return Error{quote_path(directory) + " is not a directory"};
  }
  if (!may_change(directory)) {
    return Error{"the directory " + quote_path(directory) + " is read-only"};
  }
  return std::nullopt;
}

std::optional<Error> PosixFileSystem::write(const std::string& path,
                                            const Fill& fill) const {
  return names_stream(path) || kind(path) == FileKind::kOther
             ? append_to_file(path, fill)
             : write_file(path, fill);
}

std::optional<Error> PosixFileSystem::append(const std::string& path,
                                             const Fill& fill) const {
  return append_to_file(path, fill);
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
      "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"};
  for (const std::string& pattern : patterns) {
    arguments.push_back(":(glob)**/" + pattern);
  }
  auto output = run_git(directory, arguments);
  if (!output) return Error{output.error().message + " to list the files"};
  return split_at_nul(*output);
}

Result<GitChanges> PosixFileSystem::git_changes(const std::string& ref) const {
  auto root = run_git(".", {"rev-parse", "--show-toplevel"});
  if (!root) {
    const auto git = run_git(".", {"--version"});
    if (!git) return git.error();
    return Error{"git finds no repository here; `git status` says why"};
  }
  if (root->ends_with('\n')) root->pop_back();
  auto commit = run_git(".", {"rev-parse", "--verify", "--quiet",
                              "--end-of-options", ref + "^{commit}"});
  if (!commit) return Error{"git knows no such commit"};
  commit->pop_back();
  auto base = run_git(".", {"merge-base", *commit, "HEAD"});
  if (!base) {
    return Error{
        "it has no commit in common with HEAD; a shallow clone may "
        "have to fetch more history"};
  }
  base->pop_back();
  // What the settings of a user or attributes would change is said here.
  auto diff = run_git(
      *root, {"diff", "-U0", "-M", "--text", "--inter-hunk-context=0",
              "--no-color", "--no-ext-diff", "--no-textconv", "--no-prefix",
              "--no-relative", "--ignore-submodules=all", *base, "--"});
  auto tracked = run_git(*root, {"ls-files", "-z", "--cached", "--"});
  if (!diff) return diff.error();
  if (!tracked) return tracked.error();
  return GitChanges{*root, std::move(*diff), split_at_nul(*tracked)};
}

}  // namespace catalint
