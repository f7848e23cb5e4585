// The files that a run is going to write, which must not take the place of each
// other or of a file that it reads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/file_system.h"
#include "base/result.h"

namespace catalint {

class WrittenFiles {
 public:
  /// The file system must outlive it.
  explicit WrittenFiles(const FileSystem& files) : files_(&files) {}

  /// `described` is what messages call it, such as "the output `x`".
  void add(std::string described, const std::string& path);

  /// An error where two of them are one file.
  [[nodiscard]] std::optional<Error> spare_each_other() const;

  /// An error where one of them would take the place of a file that is read.
  [[nodiscard]] std::optional<Error> spare(
      const std::vector<std::string>& inputs) const;

 private:
  struct File {
    std::string described;
    std::string place;  // where the path leads
  };

  const FileSystem* files_;
  std::vector<File> written_;
};

}  // namespace catalint
