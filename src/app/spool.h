// Texts that wait on the disk until they are printed, so that memory does not
// grow with them.
#pragma once

#include <atomic>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/posix_descriptor.h"

namespace catalint {

class Spool {
 public:
  struct Place {
    std::uint64_t offset = 0;  // bytes
    std::uint32_t size = 0;
  };

  /// In a file of this directory that has no name, and is gone with the
  /// process. Null where none can be made.
  static std::unique_ptr<Spool> in(const std::string& directory);

  /// Nothing, with errno set, where the text could not be written. For many
  /// threads at once.
  std::optional<Place> add(std::string_view text);

  /// Nothing where it could not be read.
  [[nodiscard]] std::optional<std::string> at(const Place& place) const;

  /// All texts, one after the other. The spool must outlive it.
  [[nodiscard]] std::shared_ptr<std::istream> open() const;

 private:
  explicit Spool(int descriptor) : file_(descriptor) {}

  Descriptor file_;
  std::atomic<std::uint64_t> end_{0};
};

}  // namespace catalint
