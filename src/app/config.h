// The configuration of a repository: `.catalint.yaml`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/file_system.h"
#include "base/path_pattern.h"
#include "base/settings.h"
#include "rules/severities.h"

namespace catalint {

struct Config {
  std::string path;       // empty when there is none
  std::string directory;  // real path; what its patterns are relative to
  std::vector<PathPattern> files;    // descriptors besides the usual names
  std::vector<PathPattern> exclude;  // files and directories to leave out
  std::vector<SeverityOverride> severities;
  std::vector<std::string> kinds;  // of one's own
  std::vector<std::string> packs;  // paths, ready to be read
  std::string baseline;            // a path, or empty
  Settings settings;               // what rules ask for
};

/// The name that is looked for.
inline constexpr const char* kConfigName = ".catalint.yaml";

/// Decodes a configuration. `path` is what errors call it; `directory` is
/// where it lies. An error holds line, column and what may have been meant.
Result<Config> parse_config(const std::string& path,
                            const std::string& directory,
                            const std::string& text);

/// Reads the configuration at a path.
Result<Config> read_config(const std::string& path, const FileSystem& files);

/// The nearest configuration from the working directory up to the root of its
/// git repository; outside a repository, the working directory's alone.
/// Nothing set when there is none.
Result<Config> find_config(const FileSystem& files);

}  // namespace catalint
