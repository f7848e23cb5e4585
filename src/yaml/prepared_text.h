// A copy of a descriptor that libyaml reads as the `yaml` package would read
// the original: bytes that libyaml refuses, or takes for a line break, and
// Backstage takes as text, are replaced by as many harmless ones, so that no
// offset moves. What was replaced can be put back into a scalar's value.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/node.h"

namespace catalint {

class PreparedText {
 public:
  /// Keeps a view of the source, which must outlive it.
  explicit PreparedText(std::string_view source);

  /// What to parse; as long as the source, byte for byte in step with it.
  [[nodiscard]] std::string_view text() const {
    return copy_.empty() ? source_ : std::string_view(copy_);
  }

  [[nodiscard]] bool is_ascii() const { return is_ascii_; }
  [[nodiscard]] bool has_replacements() const { return !replacements_.empty(); }

  /// The value that libyaml gave for a scalar of this span, with the original
  /// characters put back; bytes that are no UTF-8 come back as U+FFFD.
  [[nodiscard]] std::string restore(std::string_view value, Span span) const;

  /// Whether a `%YAML` line with a version that no parser knows stands here
  /// (it is read as if it were absent).
  [[nodiscard]] bool ignores_version_before(std::size_t offset) const;

  /// Makes a space of a tab at which libyaml stopped and Backstage would not:
  /// on a line that holds nothing or a comment alone, and between `-` and a
  /// scalar. False when it is another tab.
  bool mend_tab(std::size_t offset);

  /// Encoding problems: bytes that are no UTF-8, control characters, byte
  /// order marks inside; one of each kind, at its first place.
  [[nodiscard]] const std::vector<Problem>& problems() const {
    return problems_;
  }

 private:
  struct Replacement {
    std::size_t offset;
    std::size_t length;
  };

  using Characters = std::bitset<0xE100>;  // up to those that may be markers

  [[nodiscard]] Characters scan();  // those that the text holds
  void choose_markers(const Characters& present);
  void separate_values_from_keys();
  void report(ProblemKind kind, Span span, std::string detail);
  std::string& copy();

  std::string_view source_;
  std::string copy_;
  bool is_ascii_ = true;
  std::vector<Replacement> replacements_;
  std::vector<std::size_t> ignored_versions_;
  std::string markers_[4];  // by length in bytes, 1 to 3
  std::vector<Problem> problems_;
};

}  // namespace catalint
