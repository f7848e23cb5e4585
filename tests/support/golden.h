// Files that hold what a test expects, byte for byte.
#pragma once

#include <filesystem>
#include <string>

namespace catalint {

/// The checkout that the tests were built from.
std::filesystem::path source_directory();

/// A file's bytes; empty when there is none.
std::string read_bytes(const std::filesystem::path& path);

/// Fails the running test when the file does not hold these bytes. With
/// CATALINT_UPDATE_GOLDENS=1 the file is written instead.
void expect_golden(const std::filesystem::path& path,
                   const std::string& actual);

}  // namespace catalint
