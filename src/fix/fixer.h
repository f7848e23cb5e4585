// Fixes one descriptor, round by round, and lints what came out.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "catalint/lint.h"

namespace catalint {

struct FixedFile {
  std::string bytes;      // as they should be written
  FileReport report;      // of these bytes
  std::size_t fixes = 0;  // how many findings were mended; 0: nothing to write
  std::string refusal;    // why nothing was fixed although it could; or empty
};

class Fixer {
 public:
  /// Drops the findings that are not wanted, which are not fixed either.
  using Filter = std::function<void(FileReport&)>;

  static constexpr int kMostRounds = 10;

  /// Makes the fixes that are at least as safe as `least`.
  Fixer(const Linter& linter, Filter filter, Fixable least)
      : linter_(linter), filter_(std::move(filter)), least_(least) {}

  /// All rounds, or none: when fixes do not come to an end, or would lose what
  /// Backstage took before, the text stays as it is and `refusal` says why.
  /// `report` is the text's own, filtered.
  [[nodiscard]] FixedFile fix(FileReport report) const;

 private:
  const Linter& linter_;
  Filter filter_;
  Fixable least_;
};

}  // namespace catalint
