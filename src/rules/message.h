// Message templates of rule packs: text with placeholders such as `{value}`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace catalint {

/// What a placeholder may stand for. Everything is ready to be printed.
enum class Placeholder : std::uint8_t {
  kValue,       // the value, escaped, in backticks
  kKey,         // the key, escaped
  kType,        // what the value is: "a number", "a list", "nothing"
  kRef,         // the entity's ref, or "this document"
  kKind,        // the entity's kind
  kDetail,      // what the check found out
  kSuggestion,  // what may have been meant
};

class Message {
 public:
  Message() = default;

  /// An error names the placeholder that does not exist, and the nearest one.
  static Result<Message> parse(std::string_view text);

  using Values = std::map<Placeholder, std::string>;
  [[nodiscard]] std::string render(const Values& values) const;

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] bool uses(Placeholder placeholder) const;

 private:
  // Taken apart whenever it is rendered: of most messages that is never.
  std::string text_;
};

}  // namespace catalint
