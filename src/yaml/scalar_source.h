// Where the parts of a scalar's value are written: through quotes and escapes,
// the indentation of `|` and `>`, and folded lines.
#pragma once

#include <optional>

#include "catalint/node.h"
#include "catalint/source.h"
#include "source/origin_map.h"

namespace catalint {

class ScalarSource {
 public:
  /// Reads the scalar again, from its span in the file; linear. An alias, or a
  /// value that is not what is written (bytes that are no UTF-8, a timestamp of
  /// YAML 1.1), has no parts.
  ScalarSource(const SourceFile& source, const Node& scalar);

  /// The bytes of the file that a range of the value is written with; nothing
  /// where the value has no parts.
  [[nodiscard]] std::optional<Span> span_of(Span range) const;

 private:
  OriginMap origins_;
  bool is_known_ = false;
};

}  // namespace catalint
