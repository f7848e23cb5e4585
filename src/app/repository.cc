#include "app/repository.h"

#include <filesystem>

namespace catalint {

std::optional<Repository> find_repository(const FileSystem& files,
                                          const std::string& directory) {
  const auto start = files.real_path(directory);
  if (!start) return std::nullopt;
  Repository found;
  for (std::filesystem::path path = *start;; path = path.parent_path()) {
    if (files.kind((path / ".git").string()) != FileKind::kMissing) {
      found.root = path.string();
      return found;
    }
    if (path == path.parent_path()) return std::nullopt;
    found.prefix.insert(0, path.filename().string() + "/");
  }
}

}  // namespace catalint
