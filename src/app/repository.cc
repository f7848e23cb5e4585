#include "app/repository.h"

#include <filesystem>

namespace catalint {

std::optional<Repository> find_repository(const FileSystem& files) {
  const auto working_directory = files.real_path(".");
  if (!working_directory) return std::nullopt;
  Repository found;
  for (std::filesystem::path directory = *working_directory;;
       directory = directory.parent_path()) {
    if (files.kind((directory / ".git").string()) != FileKind::kMissing) {
      found.root = directory.string();
      return found;
    }
    if (directory == directory.parent_path()) return std::nullopt;
    found.prefix.insert(0, directory.filename().string() + "/");
  }
}

}  // namespace catalint
