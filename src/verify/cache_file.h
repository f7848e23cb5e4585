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
  /// where that is not set. Nothing where there is no such place.
  static std::optional<CacheFile> of(const Variable& variable,
                                     const std::string& name);

  /// What it holds; nothing where it is not there, is not the user's own, is
  /// open to others, is larger than `most` bytes or no regular file.
  [[nodiscard]] std::optional<std::string> read(std::size_t most) const;

  /// Makes the folder where it is missing, and replaces the file whole.
  [[nodiscard]] std::optional<Error> write(std::string_view bytes) const;

 private:
  CacheFile(std::string base, std::string name)
      : base_(std::move(base)), name_(std::move(name)) {}

  [[nodiscard]] std::string folder() const { return base_ + "/catalint"; }

  std::string base_;
  std::string name_;
};

}  // namespace catalint
