// A file's lines of a part, read again: the reports that were written, with an
// excerpt in the place of the file. What is not as it was written is thrown as
// a JsonMistake.
#pragma once

#include <map>
#include <string_view>

#include "catalint/lint.h"
#include "report/json_fields.h"

namespace catalint {

/// The rules that diagnostics may name.
using RulesById = std::map<std::string_view, const RuleInfo*, std::less<>>;

/// Of the line `file`: the report as yet without diagnostics.
FileReport read_file_part(const JsonFields& line, const RulesById& rules);

/// Of a line `diagnostic` behind it.
Diagnostic read_diagnostic_part(const JsonFields& line, const FileReport& file,
                                const RulesById& rules);

}  // namespace catalint
