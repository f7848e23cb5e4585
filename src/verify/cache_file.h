// A file in the user's own cache folder, which nobody else may read or write.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace catalint {

class CacheFile {
 public:
  using Variable =
      std::function<std::optional<std::string>(const std::string& name)>;

  /// The file of this name in `catalint/` below XDG_CACHE_HOME, or `~/.cache`
  /// where that is not set, with `most` bytes. Nothing where there is no such
  /// place.
  static std::optional<CacheFile> of(const Variable& variable,
                                     const std::string& name, std::size_t most);

  /// What it holds; nothing where it is not there, is not the user's own, is
  /// open to others, is too large or no regular file.
  [[nodiscard]] std::optional<std::string> read() const;

  /// Makes the folders that are missing, and replaces the file whole. What
  /// read() would not take is not written.
  [[nodiscard]] std::optional<Error> write(std::string_view bytes) const;

 private:
  CacheFile(std::string base, std::string name, std::size_t most)
      : base_(std::move(base)), name_(std::move(name)), most_(most) {}

  [[nodiscard]] std::string folder() const { return base_ + "/catalint"; }

  std::string base_;
  std::string name_;
  std::size_t most_;  // bytes
};

}  // namespace catalint
