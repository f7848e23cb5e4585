// The file system of the machine.
#pragma once

#include "app/file_system.h"

namespace catalint {

/// Runs git with the settings that keep a repository from starting programs of
/// its own (core.fsmonitor).
class PosixFileSystem : public FileSystem {
 public:
  FileKind kind(const std::string& path) const override;
  Result<std::string> read(const std::string& path,
                           std::size_t most) const override;
  Result<std::string> read_given(const std::string& path,
                                 std::size_t most) const override;
  Result<std::shared_ptr<std::istream>> open(
      const std::string& path) const override;
  Result<std::vector<DirectoryEntry>> list(
      const std::string& directory) const override;
  std::optional<std::string> real_path(const std::string& path) const override;
  bool is_link(const std::string& path) const override;
  PathKind path_kind(const std::string& path) const override;
  std::optional<Error> create(const std::string& path,
                              std::string_view bytes) const override;
  std::optional<Error> may_write(const std::string& path) const override;
  std::optional<Error> write(const std::string& path,
                             const Fill& fill) const override;
  std::optional<Error> append(const std::string& path,
                              const Fill& fill) const override;
  std::optional<Error> replace(const std::string& path,
                               std::string_view expected,
                               std::string_view bytes) const override;
  Result<std::vector<std::string>> git_files(
      const std::string& directory,
      const std::vector<std::string>& patterns) const override;
  Result<GitChanges> git_changes(const std::string& ref) const override;
  std::unique_ptr<Spool> make_spool() const override;
};

}  // namespace catalint
