// Writes files whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/write_all.h"
#include "base/result.h"

namespace catalint {

/// Makes a file that holds `bytes`. An error when something is there already.
std::optional<Error> create_file(const std::string& path,
                                 std::string_view bytes);

/// Makes a file that holds what `fill` prints, or puts that in the place of
/// what it held, through a temporary file as replace_file does. An error too
/// where another process is at it.
std::optional<Error> write_file(const std::string& path, const Fill& fill);

/// Adds what `fill` prints to the end of a file, which is made where there is
/// none.
std::optional<Error> append_to_file(const std::string& path, const Fill& fill);

/// Puts `bytes` in the place of a file that holds `expected`: through a
/// temporary file in its directory, which is synced and renamed over it, so
/// that whoever looks sees the old file or the new one. Mode and, where
/// allowed, owner stay. A link is followed. The temporary file's name depends
/// on the file's alone, so that the next run clears what a crash left behind.
/// An error when the file holds something else by now, is read-only, or is
/// being replaced by another catalint; nothing has changed then.
std::optional<Error> replace_file(const std::string& path,
                                  std::string_view expected,
                                  std::string_view bytes);

/// The directory part of a path: `.` where there is none.
std::string directory_of(const std::string& path);

}  // namespace catalint
