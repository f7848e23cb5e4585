#include "app/replace_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>

#include "app/posix_descriptor.h"
#include "app/write_all.h"

namespace catalint {
namespace {

constexpr mode_t kNewMode = 0666;  // less what the umask takes away
constexpr mode_t kPrivate = S_IRUSR | S_IWUSR;
constexpr const char* kBusy = "another catalint is writing it";
constexpr mode_t kAnyWrite = S_IWUSR | S_IWGRP | S_IWOTH;

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

// Hidden, and of no name that is searched for. Of a long name as much as there
// is room for, and a hash that tells it from others.
std::string temporary_name(const std::string& path) {
  constexpr std::string_view kEnd = ".catalint-tmp";
  constexpr std::size_t kDigits = 20;  // of a hash, at most
  constexpr std::size_t kRoom = NAME_MAX - 2 - kEnd.size();  // for two dots
  const std::size_t slash = path.rfind('/');
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  std::string name = path.substr(begin);
  if (name.size() > kRoom) {
    const std::size_t hash = std::hash<std::string>()(name);
    name = name.substr(0, kRoom - kDigits) + "." + std::to_string(hash);
  }
  return path.substr(0, begin) + "." + name + std::string(kEnd);
}

void sync_directory(const std::string& path) {
  const Descriptor directory(
      ::open(directory_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());
}

bool is_still_at(const std::string& path, int descriptor) {
  struct stat there {};
  struct stat here {};
  return ::lstat(path.c_str(), &there) == 0 &&
         ::fstat(descriptor, &here) == 0 && is_same_file(there, here);
}

// False where another process holds the file. Where there are no locks, as on
// some network drives, nobody can tell.
bool lock(int descriptor) {
  return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

// A file of this name that nobody else writes, and that is removed again unless
// it is kept. What a crash left behind goes.
class TemporaryFile {
 public:
  TemporaryFile(std::string path, mode_t mode) : path_(std::move(path)) {
    constexpr int kMostTries = 100;  // others come and go meanwhile
    for (int i = 0; i < kMostTries && descriptor_.get() < 0; ++i) {
      if (!make(mode) && (errno != EEXIST || !clear())) return;
    }
  }
  ~TemporaryFile() {
    if (!is_kept_ && is_still_at(path_, descriptor_.get())) {
      ::unlink(path_.c_str());
    }
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] int get() const { return descriptor_.get(); }
  [[nodiscard]] const std::string& path() const { return path_; }
  void keep() { is_kept_ = true; }

  // Where there is none: whether another process has it.
  [[nodiscard]] bool is_busy() const { return is_busy_; }

 private:
  // True where there may be one by now.
  bool make(mode_t mode) {
    Descriptor file(::open(path_.c_str(),
                           O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                           mode));
    if (file.get() < 0) return false;
    // Whoever clears what a crash left behind may have been quicker.
    if (lock(file.get()) && is_still_at(path_, file.get())) {
      descriptor_ = std::move(file);
    }
    return true;
  }

  // False where what is there has to stay.
  bool clear() {
    const Descriptor old(
        ::open(path_.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW));
    if (old.get() < 0) {
      // Gone meanwhile, or a link, which is nobody's.
      return errno == ENOENT ||
             (errno == ELOOP && ::unlink(path_.c_str()) == 0);
    }
    is_busy_ = !lock(old.get());
    if (is_busy_) return false;
    return !is_still_at(path_, old.get()) || ::unlink(path_.c_str()) == 0;
  }

  std::string path_;
  Descriptor descriptor_;
  bool is_kept_ = false;
  bool is_busy_ = false;
};

// Puts a temporary file with what `fill` prints at `target`; `make_ready` gives
// it its mode and owner.
template <typename Function>
std::optional<Error> put_in_place(const std::string& target, const Fill& fill,
                                  mode_t mode, Function make_ready) {
  TemporaryFile fresh(temporary_name(target), mode);
  if (fresh.get() < 0 && fresh.is_busy()) return Error{kBusy};
  if (fresh.get() < 0) {
    return Error{"a temporary file beside it could not be made: " + reason()};
  }
  if (!write_all(fresh.get(), fill) || !make_ready(fresh.get()) ||
      ::fsync(fresh.get()) != 0 ||
      ::rename(fresh.path().c_str(), target.c_str()) != 0) {
    return Error{reason()};
  }
  fresh.keep();
  sync_directory(target);
  return std::nullopt;
}

bool copy_owner_and_mode(int descriptor, const struct stat& status) {
  if (::fchown(descriptor, status.st_uid, status.st_gid) != 0) {
    // Only root may give files away; the mode matters more.
    errno = 0;
  }
  constexpr mode_t kModeBits = 07777;
  return ::fchmod(descriptor, status.st_mode & kModeBits) == 0;
}

}  // namespace

std::string directory_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::optional<Error> create_file(const std::string& path,
                                 std::string_view bytes) {
  const Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
             kNewMode));
  if (file.get() < 0) return Error{reason()};
  if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0) {
    Error error{reason()};
    ::unlink(path.c_str());
    return error;
  }
  sync_directory(path);
  return std::nullopt;
}

std::optional<Error> append_to_file(const std::string& path, const Fill& fill) {
  const Descriptor file(::open(
      path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, kNewMode));
  struct stat before {};
  if (file.get() < 0 || ::fstat(file.get(), &before) != 0) {
    return Error{reason()};
  }
  if (!write_all(file.get(), fill)) {
    Error error{reason()};
    // Half of it is of no use; a pipe keeps what it was given.
    if (S_ISREG(before.st_mode) &&
        ::ftruncate(file.get(), before.st_size) != 0) {
      error.message += "; a part of it is written";
    }
    return error;
  }
  return std::nullopt;
}

std::optional<Error> write_file(const std::string& path, const Fill& fill) {
  const std::unique_ptr<char, void (*)(void*)> resolved(
      ::realpath(path.c_str(), nullptr), std::free);
  const std::string target = resolved != nullptr ? resolved.get() : path;
  struct stat status {};
  const bool is_there = ::stat(target.c_str(), &status) == 0;
  if (is_there && !S_ISREG(status.st_mode)) {
    return Error{"it is not a regular file"};
  }
  const mode_t mode = is_there ? kPrivate : kNewMode;
  return put_in_place(target, fill, mode, [&](int descriptor) {
    return !is_there || copy_owner_and_mode(descriptor, status);
  });
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
  if (!lock(old.get())) return Error{kBusy};
  struct stat now {};
  if (::stat(target.c_str(), &now) != 0 || !is_same_file(status, now) ||
      !holds(old.get(), expected)) {
    return Error{"it changed on the disk meanwhile"};
  }

  return put_in_place(target, fill_with(bytes), kPrivate, [&](int descriptor) {
    return copy_owner_and_mode(descriptor, status);
  });
}

}  // namespace catalint
