// Reads the parts of a scan that `check --shard --format jsonl` wrote.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "report/file_part.h"
#include "report/report.h"

namespace catalint {

struct ReadPart {
  Part part;
  ReportRoot root;
  std::vector<FileReport> files;
  std::string place;  // of its line `run`, for errors: "part.jsonl:1"
};

/// All parts that a text holds, one after the other. `name` is what errors call
/// it. An error names the line that is not as a part has it, as when it was cut
/// off. What diagnostics are about lives as long as the rules.
Result<std::vector<ReadPart>> read_parts(const std::string& name,
                                         std::string_view text,
                                         const RulesById& rules);

}  // namespace catalint
