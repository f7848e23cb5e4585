// The parts of JSON, version 1, which `json` and `jsonl` share.
#pragma once

#include <string>

#include "report/json_writer.h"
#include "report/report.h"

namespace catalint {

/// Of the form that other programs know; it grows when something is taken away
/// or means something else.
inline constexpr int kJsonVersion = 1;

Json tool_json();
Json summary_json(const Summary& summary);
Json entity_json(const EntityReport& entity);
Json file_json(const FileReport& file);
Json diagnostic_json(const FileReport& file, const Diagnostic& diagnostic,
                     const std::string& fingerprint);

}  // namespace catalint
