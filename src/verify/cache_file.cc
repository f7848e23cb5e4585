#include "verify/cache_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "app/posix_descriptor.h"
#include "app/read_all.h"
#include "app/write_all.h"
#include "base/text.h"

namespace catalint {
namespace {

bool is_ours_alone(const struct stat& status) {
  constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
  return status.st_uid == ::geteuid() && (status.st_mode & kOthers) == 0;
}

// -1 where the folder is not there, a link, or not ours alone.
int open_folder(const std::string& path) {
  const int folder =
      ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0) return -1;
  struct stat status {};
  if (::fstat(folder, &status) == 0 && is_ours_alone(status)) return folder;
  ::close(folder);
  errno = EACCES;
  return -1;
}

}  // namespace

std::optional<CacheFile> CacheFile::of(const Variable& variable,
                                       const std::string& name) {
  // The specification of these folders takes no relative path.
  const auto cache = variable("XDG_CACHE_HOME");
  if (cache && cache->starts_with('/')) return CacheFile(*cache, name);
  const auto home = variable("HOME");
  if (home && home->starts_with('/')) return CacheFile(*home + "/.cache", name);
  return std::nullopt;
}

std::optional<std::string> CacheFile::read(std::size_t most) const {
  const Descriptor folder(open_folder(this->folder()));
  if (folder.get() < 0) return std::nullopt;
  const Descriptor file(
      ::openat(folder.get(), name_.c_str(),
               O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0 ||
      !S_ISREG(status.st_mode) || !is_ours_alone(status)) {
    return std::nullopt;
  }
  std::string bytes;
  if (!read_all(file.get(), bytes, most) || bytes.size() > most) {
    return std::nullopt;
  }
  return bytes;
}

std::optional<Error> CacheFile::write(std::string_view bytes) const {
  constexpr mode_t kOwnFolder = S_IRWXU;
  constexpr mode_t kOwnFile = S_IRUSR | S_IWUSR;
  ::mkdir(base_.c_str(), kOwnFolder);
  ::mkdir(this->folder().c_str(), kOwnFolder);
  const Descriptor folder(open_folder(this->folder()));
  if (folder.get() < 0) {
    return Error{"the folder " + quote_path(this->folder()) +
                 " cannot be used: " + reason()};
  }
  const std::string draft = name_ + "." + std::to_string(::getpid());
  Descriptor file(::openat(folder.get(), draft.c_str(),
                           O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                           kOwnFile));
  if (file.get() < 0 || !write_all(file.get(), bytes)) {
    Error error{quote_path(this->folder() + "/" + draft) +
                " could not be written: " + reason()};
    if (file.get() >= 0) ::unlinkat(folder.get(), draft.c_str(), 0);
    return error;
  }
  file.close();
  if (::renameat(folder.get(), draft.c_str(), folder.get(), name_.c_str()) !=
      0) {
    Error error{quote_path(this->folder() + "/" + name_) +
                " could not be replaced: " + reason()};
    ::unlinkat(folder.get(), draft.c_str(), 0);
    return error;
  }
  return std::nullopt;
}

}  // namespace catalint
