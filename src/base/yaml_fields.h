// Reads the YAML that people write for this program (rule packs, and later the
// configuration): maps with known keys, every mistake told with file, line and
// column. Built on yaml-cpp; throws FieldError, which the decoder's public
// function turns into an Error.
#pragma once

#include <yaml-cpp/yaml.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

/// `what()` is ready to be printed: "rules.yaml:3:5: ...".
class FieldError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The document of a file's text. Throws FieldError when it is no YAML.
YAML::Node load_yaml(const std::string& file, const std::string& text);

[[noreturn]] void throw_at(const std::string& file, const YAML::Node& node,
                           const std::string& message);

/// One map. Keys that are not in `known`, and keys that stand twice, are
/// errors with a did-you-mean.
class Fields {
 public:
  Fields(const std::string& file, YAML::Node map, std::string_view what,
         const std::vector<std::string>& known);

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] YAML::Node node(std::string_view key) const;

  /// Required, and not empty.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::string text_or(std::string_view key,
                                    std::string fallback) const;
  [[nodiscard]] bool flag(std::string_view key) const;  // false when absent
  /// A list of texts; one text alone counts as a list of one; none when
  /// absent.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;

  [[noreturn]] void fail(const std::string& message) const;
  [[noreturn]] void fail(std::string_view key, const std::string& message) const;
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  const std::string& file_;
  YAML::Node map_;
  std::string what_;
};

}  // namespace catalint
