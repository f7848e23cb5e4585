// What a gate lets through: findings that a baseline knows, and findings that
// were there before a commit.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "app/baseline.h"
#include "app/changed_findings.h"
#include "app/config.h"
#include "app/env.h"
#include "app/options.h"

namespace catalint {

/// What came of the scan that the gate was for.
struct ScanResult {
  const std::vector<FileReport>& reports;       // after the gate
  const std::vector<std::string>& directories;  // searched; real paths
  bool has_failed = false;  // something could not be read or written
  bool is_empty = false;    // there was nothing to lint
};

class Gate {
 public:
  /// Reads the baseline and asks git, as the options and the configuration
  /// say. The file system must outlive the gate. An error is one of usage.
  static Result<Gate> open(const Options& options, const Config& config,
                           const Env& env);

  /// Why the baseline that was asked for cannot be written, as far as one can
  /// know before.
  [[nodiscard]] std::optional<Error> may_close() const;

  /// Whether anything may pass at all.
  [[nodiscard]] bool is_open() const {
    return !path_.empty() || changed_.has_value();
  }

  /// Whether apply() learns something from a file, even where nothing is wrong
  /// with it. For many threads at once.
  [[nodiscard]] bool is_about(const FileReport& file) const {
    return !path_.empty() && baseline_.is_about(file);
  }

  /// Takes out what must not be fixed. For many threads at once.
  void keep_fixable(FileReport& file) const;

  /// Takes out what passes; once for every file of a scan, in order.
  void apply(FileReport& file);

  /// Whether the findings go to a new baseline, and not into a report.
  [[nodiscard]] bool writes() const { return !write_path_.empty(); }

  /// Writes or prunes the baseline where that was asked for, and says what it
  /// did. After a scan that failed or was empty it writes nothing. An error is
  /// one of writing, or tells that.
  std::optional<Error> close(const ScanResult& result,
                             const FindingFilter& filter, bool quiet,
                             std::ostream& err);

 private:
  explicit Gate(const FileSystem& files) : files_(&files) {}

  // Each tells in `notes` what it did.
  [[nodiscard]] std::optional<Error> write_all(
      const std::vector<FileReport>& reports, std::ostream& notes) const;
  std::optional<Error> prune(const ScanResult& result,
                             const FindingFilter& filter, std::ostream& notes);

  [[nodiscard]] std::optional<Error> write(const std::string& path,
                                           const Baseline& baseline) const;

  const FileSystem* files_;
  std::string path_;        // of the baseline that was read, or empty
  std::string write_path_;  // of the one to write, or empty
  std::string scope_;       // the directory that it is about, a real path
  bool prunes_ = false;
  Baseline baseline_;
  std::optional<ChangedFindings> changed_;
};

}  // namespace catalint
