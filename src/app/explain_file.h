// What `catalint explain FILE[:LINE]` prints.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>

#include "catalint/lint.h"

namespace catalint {

/// Prints what Backstage makes of the file, and of each of its entities what
/// its Jira card asks for; of one alone, where a line (from 1) is given: the
/// one whose document holds it, or starts next. The report must have all its
/// findings, whatever was selected.
void print_file(const FileReport& file, std::optional<std::size_t> line,
                std::ostream& out);

}  // namespace catalint
