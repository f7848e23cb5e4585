// Texts in JSON that must come back byte for byte: as they are where they are
// UTF-8, else as `{"latin1": "..."}`, in which a code point is a byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/json_writer.h"

namespace catalint {

bool is_utf8(std::string_view text);

Json raw_text_json(std::string_view text);

/// The bytes; nothing when the value is of another form.
std::optional<std::string> raw_text_of(const Json& value);

}  // namespace catalint
