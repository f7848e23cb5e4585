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

// All that are missing, as the specification of these folders has them made.
bool make_folders(const std::string& path) {
  for (std::size_t end = path.find('/', 1); end != std::string::npos;
       end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (::mkdir(part.c_str(), S_IRWXU) != 0 && errno != EEXIST) return false;
  }
  return ::mkdir(path.c_str(), S_IRWXU) == 0 || errno == EEXIST;
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
                                       const std::string& name,
                                       std::size_t most) {
  // The specification of these folders takes no relative path.
  const auto cache = variable("XDG_CACHE_HOME");
  if (cache && cache->starts_with('/')) {
    return CacheFile(*cache, name, most);
  }
  const auto home = variable("HOME");
  if (home && home->starts_with('/')) {
    return CacheFile(*home + "/.cache", name, most);
  }
  return std::nullopt;
}

std::optional<std::string> CacheFile::read() const {
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
  if (!read_all(file.get(), bytes, most_) || bytes.size() > most_) {
    return std::nullopt;
  }
  return bytes;
}

std::optional<Error> CacheFile::write(std::string_view bytes) const {
  constexpr mode_t kOwnFile = S_IRUSR | S_IWUSR;
  if (bytes.size() > most_) {
    return Error{"they would take more than " + std::to_string(most_ >> 20U) +
                 " MiB"};
  }
  const bool is_made = make_folders(this->folder());
  const Descriptor folder(is_made ? open_folder(this->folder()) : -1);
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
