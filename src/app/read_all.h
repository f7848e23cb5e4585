// Reads an open file to its end.
#pragma once

#include <cstddef>
#include <string>

namespace catalint {

/// How many bytes are read at a time.
constexpr std::size_t kReadAllBlock = std::size_t{64} << 10U;

/// Appends until the end, or until there is more than `most`. False, with
/// errno set, when reading fails. Where there is room for `most` bytes and a
/// block, the text stays where it is.
bool read_all(int descriptor, std::string& out, std::size_t most);

}  // namespace catalint
