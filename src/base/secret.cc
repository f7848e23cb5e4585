#include "base/secret.h"

#include <string.h>  // NOLINT(modernize-deprecated-headers): explicit_bzero

#include <algorithm>
#include <utility>

namespace catalint {

Secret::Secret(std::string_view text)
    : bytes_(std::make_unique<char[]>(text.size())), size_(text.size()) {
  std::copy(text.begin(), text.end(), bytes_.get());
}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this == &other) return *this;
  wipe_bytes();
  bytes_ = std::move(other.bytes_);
  size_ = std::exchange(other.size_, 0);
  return *this;
}

Secret::~Secret() { wipe_bytes(); }

void Secret::wipe_bytes() noexcept {
  if (size_ > 0) ::explicit_bzero(bytes_.get(), size_);
}

Secret joined_secret(std::string_view first, std::string_view second) {
  std::string both;
  both.reserve(first.size() + second.size());
  both.append(first).append(second);
  Secret secret(both);
  wipe(both);
  return secret;
}

void wipe(std::string& text) noexcept {
  ::explicit_bzero(text.data(), text.size());
  text.clear();
}

}  // namespace catalint
