// The YAML that people write for this program (rule packs, configuration), as
// a plain tree: read by yaml-cpp from a text, or laid out by the compiler for
// the packs that are built in, which cost nothing to load.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

struct ConfigNode {
  enum class Kind : std::uint8_t { kNull, kScalar, kList, kMap };

  Kind kind = Kind::kNull;
  std::string_view text;              // a scalar's
  std::span<const ConfigNode> items;  // a map's are keys and values in turn
  int line = 0;                       // from 1; 0 where nobody knows
  int column = 0;

  [[nodiscard]] bool is_null() const { return kind == Kind::kNull; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::kScalar; }
  [[nodiscard]] bool is_list() const { return kind == Kind::kList; }
  [[nodiscard]] bool is_map() const { return kind == Kind::kMap; }
};

/// A mistake in such a text; `what()` is ready to be printed, as in
/// "rules.yaml:3:5: ...".
class FieldError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The error that a message about a place of a file makes.
FieldError field_error(std::string_view file, int line, int column,
                       std::string_view message);

/// Owns the nodes and texts of one file.
class ConfigDocument {
 public:
  /// Throws FieldError when the text is no YAML.
  static ConfigDocument parse(const std::string& file, const std::string& text);

  // The nodes point into the document; moving it leaves them where they are.
  ConfigDocument(ConfigDocument&&) = default;
  ConfigDocument& operator=(ConfigDocument&&) = default;
  ConfigDocument(const ConfigDocument&) = delete;
  ConfigDocument& operator=(const ConfigDocument&) = delete;
  ~ConfigDocument() = default;

  [[nodiscard]] const ConfigNode& root() const { return root_; }

 private:
  friend class ConfigBuilder;

  ConfigDocument() = default;

  ConfigNode root_;
  std::deque<std::string> texts_;
  std::deque<std::vector<ConfigNode>> lists_;
};

}  // namespace catalint
