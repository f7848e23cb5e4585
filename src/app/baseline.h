// Findings that were there when the gate was put up, and may stay for now.
//
// A finding is known by its rule, its entity and the key that it is about, so
// that it is found again after edits and in a moved file; one outside of any
// entity, by its file's path instead.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "catalint/lint.h"

namespace catalint {

class Baseline {
 public:
  /// Nothing is known.
  Baseline() = default;

  /// Reads what to_text() wrote. `name` is what errors call it.
  static Result<Baseline> parse(const std::string& name,
                                const std::string& text);

  /// The findings that the files report.
  static Baseline of(const std::vector<FileReport>& files);

  /// JSON, one finding a line, in a fixed order, so that merges are easy.
  [[nodiscard]] std::string to_text() const;

  /// Whether such a finding is known, however often.
  [[nodiscard]] bool knows(const FileReport& file,
                           const Diagnostic& diagnostic) const;

  /// Moves known findings to `suppressed`, each as often as it is known; apply
  /// it once to every file of a scan, in order.
  void apply(FileReport& file);

  /// How many known findings were not there. Of a scan that was not `whole`,
  /// those of the entities and files that were in it alone.
  [[nodiscard]] std::size_t stale(bool whole) const;

  /// Takes the stale ones out.
  void prune(bool whole);

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
  };
  struct Count {
    std::size_t known = 0;
    std::size_t found = 0;
  };

  static Key key_of(const FileReport& file, const Diagnostic& diagnostic);
  [[nodiscard]] std::size_t stale_of(const Key& key, const Count& count,
                                     bool whole) const;

  std::map<Key, Count> counts_;
  std::set<std::string> seen_;  // entities and files
};

}  // namespace catalint
