// Reads, lints and fixes files: one slot for each, on all cores.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/env.h"
#include "fix/fixer.h"

namespace catalint {

/// The most that a descriptor, a rule pack or a list may hold, in bytes.
constexpr std::size_t kLargestFile = std::size_t{16} << 20U;

/// One file's place in the scan, filled by whichever thread comes to it.
struct Slot {
  std::string path;
  std::optional<std::string> bytes;  // there already: standard input
  std::optional<FileReport> report;  // nothing when it could not be read
  std::string failure;               // why not, or why it could not be written
  std::string note;                  // why it was not fixed
  std::string patch;                 // what the fixes change
  std::size_t fixes = 0;             // how many findings they mend
};

struct ScanPlan {
  enum class Fixes : std::uint8_t { kNone, kShow, kWrite };

  std::size_t jobs = 0;  // threads; 0: as many as there are cores
  bool show_progress = false;
  Fixes fixes = Fixes::kNone;
  Fixable safety = Fixable::kSafe;  // the least that a fix must have
  Fixer::Filter filter;             // drops the findings that are not wanted
  Fixer::Filter keep_fixable;  // drops what must not be fixed; may be empty
};

/// Fills all slots. Reports are those of the files as they are on the disk
/// afterwards.
void scan(std::vector<Slot>& slots, const Linter& linter, const ScanPlan& plan,
          Env& env);

}  // namespace catalint
