// Where a path leads, so that two names of one file are the same text.
#pragma once

#include <string>

#include "app/file_system.h"

namespace catalint {

/// Absolute, without links and without `..`. The end of the path need not be
/// there yet, as that of a file to be written.
std::string real_place(const FileSystem& files, const std::string& path);

/// Whether a real place is `directory`, a real place too, or below it.
bool is_at_or_below(const std::string& place, const std::string& directory);

}  // namespace catalint
