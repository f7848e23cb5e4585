// Which findings a change since a commit may have brought.
//
// - One that loses the whole file counts when the file changed at all.
// - One that loses an entity or its card, and one about two documents, counts
//   when the document changed: what is wrong may be that a line is gone, or
//   that another one does not go with it any more.
// - One that loses nothing counts when one of its lines changed.
// - Related places count as the finding's own; in another file, when that file
//   changed.
#pragma once

#include "app/changed_lines.h"
#include "catalint/lint.h"

namespace catalint {

class ChangedFindings {
 public:
  /// The file system must outlive it.
  ChangedFindings(ChangedLines lines, const FileSystem& files)
      : lines_(std::move(lines)), files_(&files) {}

  /// Drops the findings that were there before. For many threads at once, each
  /// with files of its own.
  void keep(FileReport& file) const;

 private:
  ChangedLines lines_;
  const FileSystem* files_;
};

}  // namespace catalint
