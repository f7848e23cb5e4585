// A copy of a descriptor that libyaml reads as the `yaml` package would read
// the original: bytes that libyaml refuses, or takes for a line break, and
// Backstage takes as text, are replaced by as many harmless ones, and lines
// that separate documents are rewritten (yaml/document_lines.h), so that no
// offset moves. What was replaced can be put back into a scalar's value; in
// anchors, aliases and tags it stays replaced. Where libyaml still stops, and
// the package would not, the text can be mended (yaml/mend.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/node.h"
#include "yaml/mend.h"
#include "yaml/offset_map.h"

namespace catalint {

class PreparedText {
 public:
  /// Keeps a view of the source, which must outlive it.
  explicit PreparedText(std::string_view source);

  /// As long as the source, byte for byte in step with it.
  [[nodiscard]] std::string_view text() const {
    return copy_.empty() ? source_ : std::string_view(copy_);
  }

  /// What to parse: the text with the insertions. Valid until the next mend.
  [[nodiscard]] std::string_view input() const {
    return insertions_.empty() ? text() : std::string_view(longer_);
  }

  /// In the order of their offsets, which are those of the source.
  [[nodiscard]] const std::vector<Insertion>& insertions() const {
    return insertions_;
  }

  [[nodiscard]] bool is_ascii() const { return is_ascii_; }
  [[nodiscard]] bool has_replacements() const { return !replacements_.empty(); }

  /// The value that libyaml gave for a scalar of this span, with the original
  /// characters put back; what decode_utf8 finds to be no UTF-8 comes back as
  /// U+FFFD. A carriage return right after `:` is lost.
  [[nodiscard]] std::string restore(std::string_view value, Span span) const;

  /// Whether a `%YAML` line with a version that no parser knows stands among
  /// these directives of a document (it is read as if it were absent).
  [[nodiscard]] bool ignores_version_in(Span prelude) const;

  /// Changes the text. False when that mend was made before.
  bool apply(const Mend& mend);

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

  void scan();
  void separate_values_from_keys();
  void report(ProblemKind kind, Span span, std::string detail);
  std::string& copy();

  std::string_view source_;
  std::string copy_;
  bool is_ascii_ = true;
  std::vector<Replacement> replacements_;
  std::vector<std::size_t> ignored_versions_;
  std::vector<Insertion> insertions_;
  std::string longer_;
  std::vector<Problem> problems_;
};

}  // namespace catalint
