#include "base/fnv1a.h"

#include <array>
#include <cstdio>

namespace catalint {

std::string hexadecimal(std::uint64_t value) {
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%016llx",
                static_cast<unsigned long long>(value));
  return buffer.data();
}

}  // namespace catalint
