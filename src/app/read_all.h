// Reads an open file to its end.
#pragma once

#include <cstddef>
#include <string>

namespace catalint {

/// Appends until the end, or until there is more than `most`. False, with
/// errno set, when reading fails.
bool read_all(int descriptor, std::string& out, std::size_t most);

}  // namespace catalint
