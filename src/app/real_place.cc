#include "app/real_place.h"

#include <filesystem>

namespace catalint {

std::string real_place(const FileSystem& files, const std::string& path) {
  std::filesystem::path head = path;
  std::filesystem::path tail;
  for (;;) {
    const std::string asked = head.empty() ? "." : head.string();
    if (const auto real = files.real_path(asked)) {
      if (tail.empty()) return *real;
      return (std::filesystem::path(*real) / tail).lexically_normal().string();
    }
    if (head == head.parent_path()) return path;
    // Behind a slash at the end is the name of nothing.
    if (head.has_filename()) {
      tail = tail.empty() ? head.filename() : head.filename() / tail;
    }
    head = head.parent_path();
  }
}

bool is_at_or_below(const std::string& place, const std::string& directory) {
  if (directory == "/" || place == directory) return true;
  return place.starts_with(directory) && place[directory.size()] == '/';
}

}  // namespace catalint
