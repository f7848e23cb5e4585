// Text for XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace catalint {

/// Fit for an attribute in double quotes and for the text of an element. Line
/// ends and tabs become references, so that no parser makes blanks of them;
/// what XML cannot hold becomes U+FFFD.
std::string escape_xml(std::string_view text);

}  // namespace catalint
