// Which lines changed since a commit, as git tells.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/file_system.h"
#include "catalint/source.h"

namespace catalint {

/// Paths are real ones, without links.
class ChangedLines {
 public:
  /// Whether a file that was renamed is what it was before, so that its old
  /// lines are no new ones.
  using IsSame =
      std::function<bool(const std::string& from, const std::string& to)>;

  /// Reads the diff. Where lines were only taken away, the lines on both sides
  /// count as changed. All lines of a file are new that git does not track:
  /// below `root` or not, nobody knows what it was.
  ChangedLines(const GitChanges& changes, const IsSame& is_same);

  /// Whether any line of the file changed, or was taken away.
  [[nodiscard]] bool has(const std::string& path) const;
  [[nodiscard]] bool has(const std::string& path, LineRange lines) const;

 private:
  struct FileChanges {
    bool is_new = false;
    std::vector<LineRange> ranges;  // sorted, by their ends too
  };

  std::unordered_set<std::string> tracked_;
  std::map<std::string, FileChanges> changes_;
};

}  // namespace catalint
