// Credentials that strayed into a descriptor.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalint {

/// What kind of credential a text is or holds ("an Atlassian API token");
/// nothing when it looks like none. False alarms are rarer than misses.
std::optional<std::string> credential_in(std::string_view text);

/// The first four characters, and then `…`.
std::string masked(std::string_view secret);

}  // namespace catalint
