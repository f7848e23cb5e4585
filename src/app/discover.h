// Which files to lint.
#pragma once

#include <string>
#include <vector>

#include "app/config.h"
#include "app/env.h"
#include "app/options.h"
#include "report/report.h"

namespace catalint {

struct Discovered {
  std::vector<std::string> files;        // sorted, each once
  std::vector<UnreadPath> unread;        // in no order
  std::vector<std::string> warnings;     // what the user should know
  std::vector<std::string> directories;  // that were searched; real paths
  bool has_excluded = false;             // a path that was named
  bool reads_stdin = false;              // lint standard input too
};

/// An explicit file is taken whatever its name, unless the configuration
/// excludes it and `--force-exclude` says that this counts, which goes for the
/// name of standard input as well; a directory is
/// searched, by git inside a repository, else on the disk (below no `.git` and
/// no `node_modules`). Links are followed to files inside the directory alone.
/// An error is a mistake of usage.
Result<Discovered> discover(const Options& options, const Config& config,
                            Env& env);

}  // namespace catalint
