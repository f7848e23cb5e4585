#include "app/read_all.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace catalint {

bool read_all(int descriptor, std::string& out, std::size_t most) {
  while (out.size() <= most) {
    const std::size_t before = out.size();
    if (out.capacity() - before < kReadAllBlock) {
      out.reserve(out.capacity() * 2 + kReadAllBlock);
    }
    out.resize(std::min(out.capacity(), before + kReadAllBlock));
    const ssize_t count =
        ::read(descriptor, out.data() + before, out.size() - before);
    out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count == 0) return true;
    if (count < 0 && errno != EINTR) return false;
  }
  return true;
}

}  // namespace catalint
