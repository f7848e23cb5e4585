// The program's one door to files and to git; tests bring their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/spool.h"
#include "app/write_all.h"
#include "base/result.h"

namespace catalint {

enum class FileKind : std::uint8_t {
  kMissing,
  kForbidden,  // nobody may look whether it is there
  kFile,
  kDirectory,
  kOther,  // a device, a FIFO, a socket
};

/// What is at a path, seen once.
struct PathKind {
  FileKind kind = FileKind::kMissing;  // of a link: of what it leads to
  bool is_link = false;
};

struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::kOther;  // of a link: of what it leads to
  bool is_link = false;
};

/// What differs from an earlier commit.
struct GitChanges {
  std::string root;  // of the repository, a real path
  std::string diff;  // as `git diff -U0 -M --no-prefix` prints it
  std::vector<std::string> tracked;  // paths from the root
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// Follows links.
  virtual FileKind kind(const std::string& path) const = 0;

  /// A regular file's bytes; an error when there are more than `most`.
  virtual Result<std::string> read(const std::string& path,
                                   std::size_t most) const = 0;

  /// The same of a file that a person named, which may be a pipe: it is waited
  /// for. Wiping what comes of a pipe leaves nothing of it in memory.
  virtual Result<std::string> read_given(const std::string& path,
                                         std::size_t most) const {
    return read(path, most);
  }

  /// A regular file's bytes, piece by piece.
  virtual Result<std::shared_ptr<std::istream>> open(
      const std::string& path) const = 0;

  /// In no order, without `.` and `..`.
  virtual Result<std::vector<DirectoryEntry>> list(
      const std::string& directory) const = 0;

  /// The real path, without links; nothing when it leads nowhere.
  virtual std::optional<std::string> real_path(
      const std::string& path) const = 0;

  /// Whether the path is a link itself.
  virtual bool is_link(const std::string& path) const = 0;

  /// Both at once, which costs less.
  virtual PathKind path_kind(const std::string& path) const {
    return {kind(path), is_link(path)};
  }

  /// Makes a file. An error when something is there already.
  virtual std::optional<Error> create(const std::string& path,
                                      std::string_view bytes) const = 0;

  /// Why `write` could not write there, as far as one can know before; nothing
  /// when it could.
  virtual std::optional<Error> may_write(const std::string& path) const = 0;

  /// Makes a file of what `fill` prints, or puts that in the place of what it
  /// held, whole or not at all. A device or a FIFO takes it as it comes.
  virtual std::optional<Error> write(const std::string& path,
                                     const Fill& fill) const = 0;

  /// Adds what `fill` prints to the end of a file, which is made where there is
  /// none.
  virtual std::optional<Error> append(const std::string& path,
                                      const Fill& fill) const = 0;

  /// Puts `bytes` in the place of a file that holds `expected`, whole or not at
  /// all. An error when it holds something else by now.
  virtual std::optional<Error> replace(const std::string& path,
                                       std::string_view expected,
                                       std::string_view bytes) const = 0;

  /// The files below a directory that git tracks, or would (untracked and not
  /// ignored), whose names fit one of the patterns; relative to the directory.
  /// An error when git cannot tell.
  virtual Result<std::vector<std::string>> git_files(
      const std::string& directory,
      const std::vector<std::string>& patterns) const = 0;

  /// What changed in the working tree since the commit that `ref` and HEAD have
  /// in common.
  virtual Result<GitChanges> git_changes(const std::string& ref) const = 0;

  /// A place for what waits to be printed; null where the disk has none.
  virtual std::unique_ptr<Spool> make_spool() const { return nullptr; }
};

}  // namespace catalint
