// Which lines changed since a commit.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/file_system.h"

namespace catalint {

class ChangedLines {
 public:
  /// Nothing changed.
  ChangedLines() = default;

  /// Reads the diff. Where lines were only taken away, the lines on both sides
  /// count as changed.
  explicit ChangedLines(const GitChanges& changes);

  /// `real_path` is without links; `line` counts from 1.
  [[nodiscard]] bool has(const std::string& real_path, std::size_t line) const;

 private:
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  std::map<std::string, std::vector<Range>> ranges_;  // sorted, by real path
  std::set<std::string> new_files_;                   // untracked
};

}  // namespace catalint
