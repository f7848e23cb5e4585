// Texts as parts of URIs, by RFC 3986.
#pragma once

#include <string>
#include <string_view>

namespace catalint {

/// Each byte as `%2F`, but for the unreserved characters and those in `kept`.
std::string percent_encoded(std::string_view text, std::string_view kept = "");

/// A `%` that two hexadecimal digits do not follow stays.
std::string percent_decoded(std::string_view text);

}  // namespace catalint
