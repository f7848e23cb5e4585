// Findings that were there when the gate was put up, and may stay for now.
//
// A finding is known by its rule, its entity and the key that it is about, so
// that it is found again after edits and in a moved file; one outside of any
// entity, by its file instead: the path from the baseline's own directory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "app/file_system.h"
#include "base/result.h"
#include "catalint/lint.h"
#include "rules/filter.h"

namespace catalint {

class Baseline {
 public:
  /// Nothing is known.
  Baseline() = default;

  /// Reads what to_text() wrote. `path` is where the baseline lies. The file
  /// system must outlive it.
  static Result<Baseline> parse(const FileSystem& files,
                                const std::string& path,
                                const std::string& text);

  /// The findings that are reported.
  static Baseline of(const FileSystem& files, const std::string& path,
                     const std::vector<FileReport>& reports);

  /// JSON, one finding a line, in a fixed order, so that merges are easy.
  [[nodiscard]] std::string to_text() const;

  /// Drops known findings, however often each is known. For many threads at
  /// once.
  void drop_known(FileReport& report) const;

  /// Moves known findings to `suppressed`, each as often as it is known; apply
  /// it once to every file of a scan, in order, also where nothing was found.
  void apply(FileReport& report);

  /// Whether apply() learns something from a file in which nothing was found:
  /// that it does not load, or that what is known of it is gone. For many
  /// threads at once.
  [[nodiscard]] bool is_about(const FileReport& report) const;

  struct Pruned {
    std::size_t gone = 0;      // findings that were taken out
    std::size_t in_doubt = 0;  // that may be gone, too
  };

  /// Takes out the known findings that are not there any more, as far as the
  /// scan can tell: its filter wants their rules, and it saw their entity or
  /// file in files that Backstage loads. What it did not see is gone when it
  /// was `whole`, of all that the baseline is about; an entity only when every
  /// file loads, for it might be in one that does not.
  Pruned prune(const FindingFilter& filter, bool whole);

  [[nodiscard]] std::size_t size() const;

 private:
  struct Key {
    std::string rule;
    std::string entity;  // a ref; empty: `file` counts
    std::string file;
    std::string subject;

    bool operator<(const Key& other) const {
      return std::tie(rule, entity, file, subject) <
             std::tie(other.rule, other.entity, other.file, other.subject);
    }
    // Where the finding is.
    [[nodiscard]] const std::string& place() const {
      return entity.empty() ? file : entity;
    }
  };
  struct Count {
    std::size_t known = 0;
    std::size_t found = 0;
  };
  enum class Sight : std::uint8_t {
    kUnseen,
    kWhole,  // all that is wrong with it was found
    kInPart,
  };
  /// Of a finding that was not there.
  enum class Fate : std::uint8_t { kStays, kInDoubt, kGone };

  Baseline(const FileSystem& files, const std::string& path);

  [[nodiscard]] std::string file_of(const FileReport& report) const;
  static bool is_whole(const FileReport& report);
  /// First the file, empty where no key names one, then the entities.
  [[nodiscard]] std::vector<std::string> places_in(
      const FileReport& report) const;
  static Key key_of(const std::string& file, const Diagnostic& diagnostic);
  void add(Key key, std::size_t count);
  void see(const std::string& place, Sight sight);
  [[nodiscard]] Fate fate_of(const Key& key, const FindingFilter& filter,
                             bool whole) const;

  const FileSystem* files_ = nullptr;
  std::string directory_;  // that the baseline lies in, a real place
  std::map<Key, Count> counts_;
  std::unordered_map<std::string, Sight> places_;  // of all keys
  bool names_files_ = false;                       // some key does
  bool all_load_ = true;                           // the files that were seen
};

}  // namespace catalint
