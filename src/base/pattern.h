// Regular expressions: RE2, so that no pattern and no text takes more than
// linear time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace catalint {

/// A pattern in RE2 syntax. Copies share the compiled form, which is made at
/// the first match, once, whatever the number of threads.
class Pattern {
 public:
  explicit Pattern(std::string text);

  [[nodiscard]] const std::string& text() const;

  /// Why the pattern is none, or nothing.
  [[nodiscard]] std::optional<std::string> error() const;

  /// Whether the pattern matches somewhere in the subject (`^` and `$` tie it
  /// to the ends). False for a pattern with an error.
  [[nodiscard]] bool matches(std::string_view subject) const;

  /// The text of the first capturing group of a match; nothing without one.
  [[nodiscard]] std::optional<std::string> first_group(
      std::string_view subject) const;

 private:
  struct Compiled;
  std::shared_ptr<Compiled> compiled_;
};

}  // namespace catalint
