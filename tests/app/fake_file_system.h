// A file system in memory. Paths are as the program asks for them, from `.`.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/file_system.h"

namespace catalint {

class FakeFileSystem : public FileSystem {
 public:
  mutable std::map<std::string, std::string> files;  // path to bytes
  std::set<std::string> unwritable;
  std::set<std::string> full;  // nothing fits, as one learns while writing
  std::set<std::string> directories = {"."};
  std::set<std::string> fifos;
  std::map<std::string, std::string> links;  // path to path
  std::set<std::string> unreadable;
  /// What git lists in every directory; nothing: git fails.
  std::optional<std::vector<std::string>> git;
  bool has_repository = false;
  mutable int git_calls = 0;
  /// What changed since any commit; nothing: git knows none.
  std::optional<GitChanges> changes;

  void add(const std::string& path, std::string bytes = "k: v\n") {
    files[path] = std::move(bytes);
    for (std::size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      if (slash > 0) directories.insert(path.substr(0, slash));
    }
  }

  FileKind kind(const std::string& asked) const override {
    const std::string path = target_of(asked);
    if (has_repository && path == "/repository/.git")
      return FileKind::kDirectory;
    if (files.count(path) > 0) return FileKind::kFile;
    if (directories.count(path) > 0) return FileKind::kDirectory;
    if (fifos.count(path) > 0) return FileKind::kOther;
    return FileKind::kMissing;
  }

  Result<std::string> read(const std::string& asked,
                           std::size_t most) const override {
    const std::string path = target_of(asked);
    if (unreadable.count(path) > 0) return Error{"permission denied"};
    const auto found = files.find(path);
    if (found == files.end()) return Error{"no such file or directory"};
    if (found->second.size() > most) return Error{"it is too large"};
    return found->second;
  }

  Result<std::shared_ptr<std::istream>> open(
      const std::string& path) const override {
    auto bytes = read(path, std::string::npos);
    if (!bytes) return bytes.error();
    return std::shared_ptr<std::istream>(
        std::make_shared<std::istringstream>(std::move(*bytes)));
  }

  std::optional<Error> create(const std::string& path,
                              std::string_view bytes) const override {
    if (unwritable.count(path) > 0) return Error{"permission denied"};
    if (kind(path) != FileKind::kMissing) return Error{"file exists"};
    files[path] = bytes;
    return std::nullopt;
  }

  std::optional<Error> may_write(const std::string& path) const override {
    if (unwritable.count(path) > 0) return Error{"it is read-only"};
    if (kind(path) == FileKind::kDirectory) return Error{"it is a directory"};
    return std::nullopt;
  }

  std::optional<Error> write(const std::string& path,
                             const Fill& fill) const override {
    if (auto error = may_write(path)) return error;
    if (full.count(path) > 0) return Error{"no space left on device"};
    const auto text = printed(fill);
    if (!text) return Error{"success"};  // as errno says
    files[path] = *text;
    return std::nullopt;
  }

  std::optional<Error> append(const std::string& path,
                              const Fill& fill) const override {
    if (auto error = may_write(path)) return error;
    if (full.count(path) > 0) return Error{"no space left on device"};
    const auto text = printed(fill);
    if (!text) return Error{"success"};
    files[path] += *text;
    return std::nullopt;
  }

  std::optional<Error> replace(const std::string& asked,
                               std::string_view expected,
                               std::string_view bytes) const override {
    const std::string path = target_of(asked);
    if (unwritable.count(path) > 0) return Error{"it is read-only"};
    if (files.at(path) != expected) {
      return Error{"it changed on the disk meanwhile"};
    }
    files[path] = bytes;
    return std::nullopt;
  }

  Result<std::vector<DirectoryEntry>> list(
      const std::string& directory) const override {
    if (unreadable.count(directory) > 0) return Error{"permission denied"};
    const std::string prefix = directory == "." ? "" : directory + "/";
    std::vector<DirectoryEntry> entries;
    const auto add_entry = [&](const std::string& path) {
      if (path == "." || !path.starts_with(prefix)) return;
      const std::string name = path.substr(prefix.size());
      if (name.empty() || name.find('/') != std::string::npos) return;
      entries.push_back({name, kind(path), is_link(path)});
    };
    for (const auto& [path, bytes] : files) add_entry(path);
    for (const std::string& path : directories) add_entry(path);
    for (const std::string& path : fifos) add_entry(path);
    for (const auto& [path, target] : links) add_entry(path);
    return entries;
  }

  std::optional<std::string> real_path(
      const std::string& asked) const override {
    const std::string path = target_of(asked);
    if (kind(path) == FileKind::kMissing) return std::nullopt;
    if (path.starts_with("/")) return path;
    return path == "." ? "/repository" : "/repository/" + path;
  }

  bool is_link(const std::string& path) const override {
    return links.count(path) > 0;
  }

  Result<GitChanges> git_changes(const std::string& /*ref*/) const override {
    if (!changes) return Error{"git knows no such commit"};
    return *changes;
  }

  Result<std::vector<std::string>> git_files(
      const std::string& /*directory*/,
      const std::vector<std::string>& /*patterns*/) const override {
    ++git_calls;
    if (!git) return Error{"git could not list the files"};
    return *git;
  }

 private:
  // Nothing where it gave up.
  static std::optional<std::string> printed(const Fill& fill) {
    std::ostringstream out;
    fill(out);
    if (!out) return std::nullopt;
    return out.str();
  }

  std::string target_of(const std::string& path) const {
    const auto link = links.find(path);
    return link == links.end() ? path : link->second;
  }
};

}  // namespace catalint
