// Writes all of a text to an open file.
#pragma once

#include <string_view>

namespace catalint {

/// False, with errno set, when writing fails; a part may then be written.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace catalint
