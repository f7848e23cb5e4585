// Patterns for paths in a configuration, as in .gitignore.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalint {

/// One pattern. `*` and `?` stand for bytes within a name, `**` for any number
/// of directories. A pattern without a slash fits a name wherever it stands;
/// one with a slash, not counting one at its end, is relative to the directory
/// of the configuration.
class PathPattern {
 public:
  explicit PathPattern(std::string_view pattern);

  /// Whether the pattern fits the whole relative path.
  [[nodiscard]] bool fits(std::string_view path) const;

  /// Whether it fits the path or a directory above it.
  [[nodiscard]] bool fits_or_holds(std::string_view path) const;

  /// The pattern of the last name, such as `*.yaml`.
  [[nodiscard]] std::string last_name() const;

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::vector<std::string> names_;  // `**` is one of its own
  bool directories_alone_ = false;
};

bool any_fits(const std::vector<PathPattern>& patterns, std::string_view path);
bool any_fits_or_holds(const std::vector<PathPattern>& patterns,
                       std::string_view path);

}  // namespace catalint
