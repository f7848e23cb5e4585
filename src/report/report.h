// All that a format reads. A format is a pure function of it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/lint.h"
#include "report/part.h"
#include "report/unread_path.h"

namespace catalint {

struct Summary {
  std::size_t files = 0;
  std::size_t documents = 0;
  std::size_t entities = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t suppressed = 0;
  std::size_t fixable = 0;

  [[nodiscard]] std::size_t findings() const {
    return errors + warnings + notes;
  }
};

/// Where paths start, for formats that count them from a repository's root.
struct ReportRoot {
  std::string directory;  // the repository's root, a real path; or empty
  std::string prefix;     // from there to the working directory: "" or "a/b/"
};

/// The files of which there is nothing to tell but that they were linted.
struct CleanFiles {
  std::vector<std::string> paths;  // sorted
  std::size_t documents = 0;
  std::size_t entities = 0;
  /// Answers a file's listing (see listing.h) by its number in `paths`. Empty
  /// where no format wants it.
  std::function<std::string(std::size_t)> listing;
};

struct Report {
  std::vector<FileReport> files;       // sorted by path
  CleanFiles clean;                    // the others
  std::vector<UnreadPath> unread;      // sorted by path
  std::vector<const RuleInfo*> rules;  // all of them, fired or not
  ReportRoot root;
  std::optional<Part> part;  // of many, where it is one
};

/// A finding, and the file that it is in.
struct FileFinding {
  const FileReport* file = nullptr;
  std::size_t index = 0;  // in file->diagnostics

  [[nodiscard]] const Diagnostic& diagnostic() const {
    return file->diagnostics[index];
  }
};

/// All findings; errors come first, then warnings, then notes, each in the
/// order of the report.
std::vector<FileFinding> worst_first(const Report& report);

/// A path of the report from the root of the repository, without `.` and `..`;
/// as it is where it leads elsewhere.
std::string path_in_repository(const ReportRoot& root, std::string_view path);

/// What is wrong and what to do, in one line.
std::string message_with_hint(const Diagnostic& diagnostic);

Summary summarize(const Report& report);

/// An identity of a finding that survives edits elsewhere in the file: 16
/// hexadecimal digits from the rule, the entity and the subject; `occurrence`
/// tells equal ones apart.
std::string fingerprint(const Diagnostic& diagnostic, std::string_view path,
                        std::size_t occurrence);

/// Tells a finding from one in another file that has the same identity.
std::string fingerprint_in(std::string_view path, std::string_view identity);

/// The fingerprints of a file's diagnostics, in their order; `path` is what a
/// finding outside of any entity is known by.
std::vector<std::string> fingerprints(const FileReport& file,
                                      std::string_view path);

/// Bytes of the source, ready for display or a machine, with whatever is a
/// secret cut to its first four characters.
std::string masked_text(const FileReport& file, Span span);

}  // namespace catalint
