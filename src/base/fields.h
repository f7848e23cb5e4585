// Decodes maps with known keys; every mistake is told with file, line and
// column. Throws FieldError, which the public function of a decoder turns into
// an Error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/config_node.h"
#include "base/settings.h"

namespace catalint {

/// What errors call a file, and whether it was tried before: the tests look
/// after what is built in, so that a start of the program need not.
struct ConfigSource {
  std::string name;
  bool is_verified = false;
  const Settings* settings = nullptr;  // what `{setting: NAME}` stands for
};

[[noreturn]] void throw_at(const ConfigSource& source, const ConfigNode& node,
                           const std::string& message);

/// One map. Keys that are not in `known`, and keys that stand twice, are
/// errors with a did-you-mean. Keeps references to the source and the node.
class Fields {
 public:
  Fields(const ConfigSource& source, const ConfigNode& map,
         std::string_view what, const std::vector<std::string>& known);

  [[nodiscard]] bool has(std::string_view key) const;
  /// A node of kind kNull when the key is absent.
  [[nodiscard]] const ConfigNode& node(std::string_view key) const;

  /// Required, and not empty. `{setting: NAME}` is what was set.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::string text_or(std::string_view key,
                                    std::string fallback) const;
  [[nodiscard]] bool flag(std::string_view key) const;  // false when absent
  /// A list of texts; one text alone counts as a list of one; none when
  /// absent. `{setting: NAME, default: ...}` is what was set, else the default.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;

  /// Whether all conditions of the map at the key hold: a setting that is
  /// `set`, `unset`, or has a value. True when the key is absent.
  [[nodiscard]] bool conditions_hold(std::string_view key) const;

  [[noreturn]] void fail(const std::string& message) const;
  [[noreturn]] void fail(std::string_view key,
                         const std::string& message) const;
  /// The same at an item of a list, from 0; at the value where it is no list.
  [[noreturn]] void fail_at(std::string_view key, std::size_t item,
                            const std::string& message) const;
  [[nodiscard]] const ConfigSource& source() const { return source_; }

 private:
  [[nodiscard]] const std::vector<std::string>* setting(
      std::string_view name) const;

  const ConfigSource& source_;
  const ConfigNode& map_;
  std::string_view what_;
};

}  // namespace catalint
