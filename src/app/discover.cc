#include "app/discover.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "app/descriptor_names.h"
#include "app/real_place.h"
#include "base/text.h"

namespace catalint {
namespace {

constexpr std::size_t kMostOfAList = std::size_t{256} << 20U;

// "./a//b/../c" and "a/c" are one.
std::string normal(const std::string& path) {
  std::string out = std::filesystem::path(path).lexically_normal().string();
  while (out.size() > 1 && out.back() == '/') out.pop_back();
  return out;
}

std::string path_below(const std::string& directory, const std::string& name) {
  return directory == "." ? name : normal(directory + "/" + name);
}

class Discovery {
 public:
  Discovery(const Options& options, const Config& config, const Env& env)
      : files_(env.files),
        names_(config),
        force_exclude_(options.force_exclude) {}

  void add_path(const std::string& path) {
    switch (files_.kind(path)) {
      case FileKind::kFile:
        if (!is_left_out(path)) found_.files.push_back(normal(path));
        break;
      case FileKind::kDirectory:
        add_directory(normal(path));
        break;
      case FileKind::kForbidden:
        add_unread(path, "permission denied");
        break;
      case FileKind::kMissing:
        add_unread(path, "there is no such file");
        break;
      case FileKind::kOther:
        add_unread(path, "it is not a regular file; `-` reads standard input");
        break;
    }
  }

  // Standard input stands for the file whose name it is given.
  void add_stdin(const std::string& name) {
    found_.reads_stdin = !is_left_out(name);
  }

  Discovered finish() {
    std::sort(found_.files.begin(), found_.files.end());
    found_.files.erase(std::unique(found_.files.begin(), found_.files.end()),
                       found_.files.end());
    return std::move(found_);
  }

 private:
  void add_unread(const std::string& path, const std::string& reason) {
    found_.unread.push_back({path, path_for_display(path) + ": " + reason});
  }

  void add_directory(const std::string& directory) {
    const std::size_t before = found_.files.size();
    root_ = files_.real_path(directory).value_or(directory);
    found_.directories.push_back(root_);
    if (!add_from_git(directory)) add_from_disk(directory, root_);
    if (found_.files.size() == before) {
      found_.warnings.push_back(
          path_for_display(directory) +
          ": no descriptor in this directory; catalint looks for "
          "catalog-info.yaml, catalog-info.yml and *.catalog-info.yaml");
    }
  }

  bool is_in_repository() const {
    for (std::filesystem::path path = root_;; path = path.parent_path()) {
      if (files_.kind((path / ".git").string()) != FileKind::kMissing) {
        return true;
      }
      if (path == path.parent_path()) return false;
    }
  }

  bool add_from_git(const std::string& directory) {
    if (!is_in_repository()) return false;
    // Names first; the whole path is looked at below.
    // One call, so that no file moves from one list to the other in between.
    const auto listed = files_.git_files(directory, names_.last_names());
    if (!listed) {
      found_.warnings.push_back(path_for_display(directory) + ": " +
                                listed.error().message +
                                "; the disk was searched instead");
      return false;
    }
    for (const std::string& name : *listed) {
      const std::string path = path_below(directory, name);
      if (!names_.fit(root_ + "/" + name)) continue;
      // What git tracks may be gone from the disk, or lead elsewhere.
      const PathKind seen = files_.path_kind(path);
      if (seen.kind == FileKind::kForbidden) {
        add_unread(path, "permission denied");
      }
      if (seen.kind != FileKind::kFile) continue;
      if (seen.is_link && !leads_inside(path)) continue;
      found_.files.push_back(path);
    }
    return true;
  }

  // `real_directory` is the same one without links.
  void add_from_disk(const std::string& directory,
                     const std::string& real_directory) {
    const auto entries = files_.list(directory);
    if (!entries) {
      add_unread(directory, entries.error().message);
      return;
    }
    for (const DirectoryEntry& entry : *entries) {
      const std::string path = path_below(directory, entry.name);
      const std::string real_path = real_directory + "/" + entry.name;
      if (entry.kind == FileKind::kDirectory) {
        const bool is_skipped = entry.is_link || entry.name == ".git" ||
                                entry.name == "node_modules";
        if (!is_skipped && !names_.exclude(real_path)) {
          add_from_disk(path, real_path);
        }
      } else if (entry.kind == FileKind::kFile && names_.fit(real_path) &&
                 (!entry.is_link || leads_inside(path))) {
        found_.files.push_back(path);
      }
    }
  }

  // Whether the configuration leaves out a path that is named, and may.
  bool is_left_out(const std::string& path) {
    if (!force_exclude_) return false;
    // A link counts as itself; what leads to it does not.
    const std::filesystem::path file(path);
    const std::filesystem::path directory =
        real_place(files_, file.parent_path().string());
    const bool is_excluded =
        names_.exclude((directory / file.filename()).string());
    if (is_excluded) found_.has_excluded = true;
    return is_excluded;
  }

  bool leads_inside(const std::string& link) const {
    const auto target = files_.real_path(link);
    return target && (root_ == "/" || target->starts_with(root_ + "/"));
  }

  const FileSystem& files_;
  DescriptorNames names_;
  bool force_exclude_;
  std::string root_;  // the real path of the directory being searched
  Discovered found_;
};

std::vector<std::string> split_list(const std::string& text) {
  const char separator = text.find('\0') == std::string::npos ? '\n' : '\0';
  std::vector<std::string> paths;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    std::string path = text.substr(begin, end - begin);
    if (separator == '\n' && path.ends_with('\r')) path.pop_back();
    if (!path.empty()) paths.push_back(std::move(path));
    begin = end + 1;
  }
  return paths;
}

}  // namespace

Result<Discovered> discover(const Options& options, const Config& config,
                            Env& env) {
  Discovery discovery(options, config, env);
  std::vector<std::string> paths = options.paths;
  const bool reads_stdin =
      std::find(paths.begin(), paths.end(), "-") != paths.end();
  if (!options.files_from.empty()) {
    std::string list;
    if (options.files_from == "-") {
      if (reads_stdin) {
        return Error{
            "`-` and `--files-from -` both read standard input; give one"};
      }
      list.assign(std::istreambuf_iterator<char>(env.in), {});
    } else {
      auto text = env.files.read_given(options.files_from, kMostOfAList);
      if (!text) {
        return Error{"the list " + quote_path(options.files_from) +
                     " could not be read: " + text.error().message};
      }
      list = std::move(*text);
    }
    for (const std::string& path : split_list(list)) discovery.add_path(path);
  } else if (paths.empty()) {
    paths.emplace_back(".");
  }
  if (reads_stdin) discovery.add_stdin(options.stdin_filename);
  for (const std::string& path : paths) {
    if (path != "-") discovery.add_path(path);
  }
  return discovery.finish();
}

}  // namespace catalint
