// Reads, lints and fixes files: one slot for each, on all cores.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/env.h"
#include "fix/fixer.h"

namespace catalint {

/// The most that a descriptor, a rule pack or a list may hold, in bytes.
constexpr std::size_t kLargestFile = std::size_t{16} << 20U;

/// What became of a file of which there is something to tell.
struct FileOutcome {
  std::optional<FileReport> report;  // nothing when it could not be read
  std::string failure;               // why not, or why it could not be written
  std::string note;                  // why it was not fixed
  std::string patch;                 // what the fixes change
  std::size_t fixes = 0;             // how many findings they mend
};

/// One file's place in the scan, filled by whichever thread comes to it. There
/// may be many, and most files are clean, so that little is kept of those.
struct Slot {
  std::string path;
  std::unique_ptr<std::string> bytes;    // there already: standard input
  std::unique_ptr<FileOutcome> outcome;  // null: the file is clean
  std::uint32_t documents = 0;           // of a clean file, as the entities
  std::uint32_t entities = 0;
};

struct ScanPlan {
  enum class Fixes : std::uint8_t { kNone, kShow, kWrite };

  std::size_t jobs = 0;  // threads; 0: as many as there are cores
  bool show_progress = false;
  Fixes fixes = Fixes::kNone;
  Fixable safety = Fixable::kSafe;  // the least that a fix must have
  Fixer::Filter filter;             // drops the findings that are not wanted
  Fixer::Filter keep_fixable;  // drops what must not be fixed; may be empty
  /// Whether a clean file has an outcome too; by default none. For many
  /// threads at once.
  std::function<bool(const FileReport&)> keeps_clean;
  /// Puts aside what is listed of the clean file in a slot. False where it
  /// could not: the file has an outcome then. For many threads at once; may be
  /// empty.
  std::function<bool(std::size_t slot, const FileReport&)> put_aside;
};

/// Fills all slots. Reports are those of the files as they are on the disk
/// afterwards. A clean file that describes an entity as another one does has an
/// outcome too, so that whoever compares the reports finds both.
void scan(std::vector<Slot>& slots, const Linter& linter, const ScanPlan& plan,
          Env& env);

}  // namespace catalint
