// The parts of a scan, put together.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "report/part_reader.h"

namespace catalint {

/// What all parts hold together; what was said about the search for files once.
struct JoinedParts {
  Part part;
  ReportRoot root;
  std::vector<FileReport> files;     // sorted by path
  std::vector<CleanFilePart> clean;  // the others, sorted too
};

/// An error says which parts are missing or there twice, or what does not fit
/// together: all must be of one scan, with the rules that `rules` identifies.
/// Of parts 1/1 there may be many, each of files of its own.
Result<JoinedParts> join_parts(std::vector<ReadPart> parts,
                               const std::string& rules);

/// The same as a report has them. Their listings stay where the reader found
/// them, which must outlive the report.
CleanFiles clean_files(std::vector<CleanFilePart> files, PartReader& reader);

}  // namespace catalint
