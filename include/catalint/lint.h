// The library's front door: descriptors in memory in, a report out.
//
// A Linter is made once from rule packs and may be used by many threads. It
// reads no file and prints nothing. What a descriptor gets wrong is a
// Diagnostic; nothing here fails on account of a descriptor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/diagnostic.h"
#include "catalint/jira.h"
#include "catalint/rule.h"
#include "catalint/source.h"
#include "catalint/suppression.h"

namespace catalint {

struct JiraFacts;
class RuleSet;

/// How many findings of one severity a rule has in a file, at most.
inline constexpr std::size_t kMostFindings = 100'000;

struct EntityReport {
  std::size_t document = 0;  // counts every document of the file, from 0
  std::size_t line = 1;      // where the document's content starts
  Span span;                 // of the document's content
  // Of the document; of an entity in an excerpt, which lacks most of them.
  std::optional<LineRange> document_lines;
  std::string kind;  // empty when the document lacks it, as the rest
  std::string name_space;
  std::string name;
  std::string ref;
  // Not 0 where the ref is masked already: what it was, as a hash.
  std::uint64_t masked_ref = 0;
  Span name_span;         // metadata.name's value
  bool ingested = false;  // Backstage takes this entity
  JiraCard jira;
};

struct FileReport {
  std::unique_ptr<SourceFile> source;  // what all spans point into
  bool loads = true;  // Backstage takes the file as a location at all
  std::size_t documents = 0;
  std::vector<EntityReport> entities;
  std::vector<Diagnostic> diagnostics;  // sorted
  std::vector<Diagnostic> suppressed;   // sorted; each with its suppression
  std::vector<IgnoreComment> ignore_comments;  // in the order of the file
  bool has_more = false;       // than kMostFindings; they count for the verdict
  std::vector<Span> secrets;   // credentials, sorted; never printed whole
  bool knows_secrets = false;  // whether anybody has looked for them
  // GitHub's hashes of lines, by number; of an excerpt, which lacks others.
  std::map<std::size_t, std::string> line_hashes;

  /// Whether there is nothing to tell of it but that it was linted.
  [[nodiscard]] bool is_clean() const {
    return diagnostics.empty() && suppressed.empty() &&
           ignore_comments.empty() && !has_more;
  }
};

class Linter {
 public:
  /// Takes the rules as they are; they must outlive every report. Without
  /// facts about a Jira, the rules that judge by them find nothing.
  explicit Linter(std::shared_ptr<const RuleSet> rules,
                  std::shared_ptr<const JiraFacts> facts = nullptr)
      : rules_(std::move(rules)), facts_(std::move(facts)) {}

  /// Lints one descriptor. `path` is the name it is reported under.
  [[nodiscard]] FileReport lint(std::string path, std::string bytes) const;

  /// Adds the findings that need all files of a scan, sorted by path.
  void lint_together(std::vector<FileReport>& files) const;

 private:
  std::shared_ptr<const RuleSet> rules_;
  std::shared_ptr<const JiraFacts> facts_;
};

}  // namespace catalint
