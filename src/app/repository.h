// The git repository that a directory is in.
#pragma once

#include <optional>
#include <string>

#include "app/file_system.h"

namespace catalint {

struct Repository {
  std::string root;    // a real path
  std::string prefix;  // from there to the directory: "" or "a/b/"
};

/// Nothing outside of a repository.
std::optional<Repository> find_repository(const FileSystem& files,
                                          const std::string& directory = ".");

}  // namespace catalint
