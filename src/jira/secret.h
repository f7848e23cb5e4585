// Credentials that strayed into a descriptor.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/source.h"

namespace catalint {

/// What kind of credential a text is or holds ("an Atlassian API token");
/// nothing when it looks like none. False alarms are rarer than misses.
std::optional<std::string> credential_in(std::string_view text);

/// Whether a text may be a password where its place says that it is one: one
/// word of eight characters or more with letters and digits, and neither a name
/// nor something that stands for a password.
bool could_be_password(std::string_view text);

/// The words of a text that are credentials, in their order.
std::vector<Span> credentials_in(std::string_view text);

/// Where that ends which may be shown of a secret: its first four code points.
std::size_t shown_end(std::string_view secret);

/// The first four code points (all, where there are fewer), escaped for
/// display, and then `…`.
std::string masked(std::string_view secret);

/// The text with all of its credentials masked.
std::string without_credentials(std::string_view text);

}  // namespace catalint
