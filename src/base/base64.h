// Base64 as RFC 4648 has it in section 4.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/secret.h"

namespace catalint {

/// Whole groups of four, padded; nothing when the text is no base64. What it
/// returns was in no other memory, so that wipe() reaches all of it.
std::optional<std::string> decode_base64(std::string_view text);

/// Padded, in one line.
Secret encode_base64(std::string_view text);

}  // namespace catalint
