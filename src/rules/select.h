// Which findings are wanted: --select and --ignore.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalint/lint.h"

namespace catalint {

/// Rule ids, and patterns such as `jira/*`. An ignored rule stays ignored even
/// when it is selected by a pattern; an id written out beats a pattern.
class Selection {
 public:
  /// All rules.
  Selection() = default;

  /// An error names an id that no rule has, or a pattern that fits none.
  static Result<Selection> parse(const std::vector<std::string>& select,
                                 const std::vector<std::string>& ignore,
                                 const std::vector<std::string>& known);

  [[nodiscard]] bool wants(std::string_view id) const;

  /// Drops the diagnostics that are not wanted. Verdicts stay as they are.
  void apply(FileReport& report) const;

 private:
  std::vector<std::string> unwanted_;  // ids
};

}  // namespace catalint
