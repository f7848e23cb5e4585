// Writes all of a text to an open file.
#pragma once

#include <functional>
#include <ostream>
#include <string_view>

namespace catalint {

/// Prints what a file is to hold. Where it gives up, it says so by the state of
/// the stream.
using Fill = std::function<void(std::ostream&)>;

/// A text that is there already; it must outlive the call.
Fill fill_with(std::string_view bytes);

/// False, with errno set, when writing fails; a part may then be written.
bool write_all(int descriptor, std::string_view bytes);

/// The same of what is printed, piece by piece; errno is 0 where `fill` gave
/// up.
bool write_all(int descriptor, const Fill& fill);

}  // namespace catalint
