#include "app/spool.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <limits>
#include <streambuf>
#include <system_error>

namespace catalint {
namespace {

int open_without_name(const std::string& directory) {
#ifdef O_TMPFILE
  constexpr mode_t kOwn = S_IRUSR | S_IWUSR;
  const int file =
      ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, kOwn);
  if (file >= 0) return file;
#endif
  // Not every file system has files without names.
  std::string path = directory + "/catalint-XXXXXX";
  const int named = ::mkstemp(path.data());
  if (named < 0) return -1;
  ::unlink(path.c_str());
  ::fcntl(named, F_SETFD, FD_CLOEXEC);
  return named;
}

class FileBuffer : public std::streambuf {
 public:
  explicit FileBuffer(int descriptor) : descriptor_(descriptor) {}

 protected:
  int_type underflow() override {
    ssize_t count = 0;
    do {
      count = ::pread(descriptor_, bytes_.data(), bytes_.size(), next_);
    } while (count < 0 && errno == EINTR);
    // The stream takes an exception for what it is: a failure, and no end.
    if (count < 0) throw std::system_error(errno, std::generic_category());
    if (count == 0) return traits_type::eof();
    next_ += count;
    setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
    return traits_type::to_int_type(bytes_[0]);
  }

  pos_type seekpos(pos_type place, std::ios::openmode /*which*/) override {
    next_ = place;
    setg(nullptr, nullptr, nullptr);
    return place;
  }

 private:
  const int descriptor_;
  off_t next_ = 0;  // where the next block starts
  std::array<char, std::size_t{64} << 10U> bytes_{};
};

class FileStream : public std::istream {
 public:
  explicit FileStream(int descriptor)
      : std::istream(nullptr), buffer_(descriptor) {
    rdbuf(&buffer_);
  }

 private:
  FileBuffer buffer_;
};

}  // namespace

std::unique_ptr<Spool> Spool::in(const std::string& directory) {
  const int file = open_without_name(directory);
  if (file < 0) return nullptr;
  return std::unique_ptr<Spool>(new Spool(file));
}

std::optional<Spool::Place> Spool::add(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    errno = EFBIG;
    return std::nullopt;
  }
  const std::uint64_t offset = end_.fetch_add(text.size());
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t count =
        ::pwrite(file_.get(), text.data() + done, text.size() - done,
                 static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    done += static_cast<std::size_t>(count);
  }
  return Place{offset, static_cast<std::uint32_t>(text.size())};
}

std::shared_ptr<std::istream> Spool::open() const {
  return std::make_shared<FileStream>(file_.get());
}

std::optional<std::string> Spool::at(const Place& place) const {
  std::string text(place.size, '\0');
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t count =
        ::pread(file_.get(), text.data() + done, text.size() - done,
                static_cast<off_t>(place.offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    done += static_cast<std::size_t>(count);
  }
  return text;
}

}  // namespace catalint
