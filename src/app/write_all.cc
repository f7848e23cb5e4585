#include "app/write_all.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <streambuf>

namespace catalint {
namespace {

class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

  // Of the first write that failed; 0 where none has.
  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (traits_type::eq_int_type(c, traits_type::eof())) {
      return traits_type::not_eof(c);
    }
    return sputc(traits_type::to_char_type(c));
  }

  int sync() override {
    const std::string_view held(pbase(),
                                static_cast<std::size_t>(pptr() - pbase()));
    if (error_ == 0 && !write_all(descriptor_, held)) error_ = errno;
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  const int descriptor_;
  int error_ = 0;
  std::array<char, std::size_t{64} << 10U> bytes_;
};

}  // namespace

Fill fill_with(std::string_view bytes) {
  return [bytes](std::ostream& out) { out << bytes; };
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool write_all(int descriptor, const Fill& fill) {
  DescriptorBuffer buffer(descriptor);
  std::ostream out(&buffer);
  fill(out);
  out.flush();
  errno = buffer.error();
  return out.good();
}

}  // namespace catalint
