// The hosts of URLs, by the WHATWG's standard.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalint {

/// What makes a text no host, in words; nothing when it is one. `special`:
/// the host of a scheme such as https, which has to be a domain or an IP
/// address and may be percent-encoded; other schemes take nearly anything.
std::optional<std::string> host_problem(std::string_view host, bool special);

}  // namespace catalint
