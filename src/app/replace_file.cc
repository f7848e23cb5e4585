#include "app/replace_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "app/posix_descriptor.h"

namespace catalint {
namespace {

constexpr mode_t kAnyWrite = S_IWUSR | S_IWGRP | S_IWOTH;

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool holds(int descriptor, std::string_view expected) {
  std::string block(std::size_t{64} << 10U, '\0');
  for (;;) {
    const ssize_t count = ::read(descriptor, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) return expected.empty();
    const auto size = static_cast<std::size_t>(count);
    if (expected.substr(0, size) != std::string_view(block).substr(0, size)) {
      return false;
    }
    expected.remove_prefix(size);
  }
}

bool is_same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

std::string directory_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Hidden, and of no name that is searched for.
std::string temporary_name(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(0, begin) + "." + path.substr(begin) + ".catalint-tmp";
}

void sync_directory(const std::string& path) {
  const Descriptor directory(
      ::open(directory_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());
}

// A file that is removed again unless it is kept.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string path)
      : path_(std::move(path)),
        descriptor_(::open(path_.c_str(),
                           O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                           S_IRUSR | S_IWUSR)) {}
  ~TemporaryFile() {
    if (!is_kept_ && descriptor_.get() >= 0) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] int get() const { return descriptor_.get(); }
  [[nodiscard]] const std::string& path() const { return path_; }
  void keep() { is_kept_ = true; }

 private:
  std::string path_;
  Descriptor descriptor_;
  bool is_kept_ = false;
};

}  // namespace

std::optional<Error> create_file(const std::string& path,
                                 std::string_view bytes) {
  constexpr mode_t kMode = 0666;  // less what the umask takes away
  const Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
             kMode));
  if (file.get() < 0) return Error{reason()};
  if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0) {
    Error error{reason()};
    ::unlink(path.c_str());
    return error;
  }
  sync_directory(path);
  return std::nullopt;
}

std::optional<Error> replace_file(const std::string& path,
                                  std::string_view expected,
                                  std::string_view bytes) {
  const std::unique_ptr<char, void (*)(void*)> resolved(
      ::realpath(path.c_str(), nullptr), std::free);
  if (resolved == nullptr) return Error{reason()};
  const std::string target = resolved.get();

  const Descriptor old(
      ::open(target.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
  struct stat status {};
  if (old.get() < 0 || ::fstat(old.get(), &status) != 0) return Error{reason()};
  if (!S_ISREG(status.st_mode)) return Error{"it is not a regular file"};
  if ((status.st_mode & kAnyWrite) == 0 ||
      ::access(target.c_str(), W_OK) != 0) {
    return Error{"it is read-only"};
  }
  // The lock guards the temporary file's name too. Where there are no locks,
  // as on some network drives, the other checks have to do.
  if (::flock(old.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return Error{"another catalint is writing it"};
  }
  struct stat now {};
  if (::stat(target.c_str(), &now) != 0 || !is_same_file(status, now) ||
      !holds(old.get(), expected)) {
    return Error{"it changed on the disk meanwhile"};
  }

  const std::string name = temporary_name(target);
  ::unlink(name.c_str());  // what a crash left behind
  TemporaryFile fresh(name);
  if (fresh.get() < 0) {
    return Error{"a temporary file beside it could not be made: " + reason()};
  }
  if (::fchown(fresh.get(), status.st_uid, status.st_gid) != 0) {
    // Only root may give files away; the mode matters more.
    errno = 0;
  }
  constexpr mode_t kModeBits = 07777;
  if (!write_all(fresh.get(), bytes) ||
      ::fchmod(fresh.get(), status.st_mode & kModeBits) != 0 ||
      ::fsync(fresh.get()) != 0 ||
      ::rename(fresh.path().c_str(), target.c_str()) != 0) {
    return Error{reason()};
  }
  fresh.keep();
  sync_directory(target);
  return std::nullopt;
}

}  // namespace catalint
