// What the lines of JSON Lines carry under the key `part`: all that `merge`
// needs of a file, so that it never opens one. docs/formats.md describes it.
#pragma once

#include "report/json_writer.h"
#include "report/report.h"

namespace catalint {

/// The form of what is under `part`; it grows with every change.
inline constexpr int kPartVersion = 1;

/// Of the line `run`. The report has a part.
Json run_part(const Report& report);

/// Of the line `file`: the lines that reports may show, with the credentials
/// in them overwritten, their hashes, and what else JSON leaves out.
Json file_part(const FileReport& file);

/// Of the line `diagnostic`.
Json diagnostic_part(const Diagnostic& diagnostic);

/// Of the line `summary`.
Json summary_part(const Part& part);

}  // namespace catalint
