// A directory that lives as long as a test, and is the working directory
// meanwhile.
#pragma once

#include <filesystem>
#include <string>

namespace catalint {

class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Makes the directories that the name needs.
  void write(const std::string& name, const std::string& bytes) const;

  /// Runs a shell command in the directory; fails the test when it fails.
  void shell(const std::string& command) const;

 private:
  std::filesystem::path path_;
  std::filesystem::path before_;
};

}  // namespace catalint
