// Text that libyaml takes and the `yaml` package 2.9 refuses: comments without
// a space before them, maps that start on the line of their key, and lines of
// quoted scalars and flow collections that are not indented enough.
#pragma once

#include <vector>

#include "catalint/node.h"

namespace catalint {

/// Appends a kSyntax problem for the first such place of a document. Takes
/// time in proportion to the document's text.
void find_strict_problem(const SourceFile& source, const Document& document,
                         std::size_t end, std::vector<Problem>& problems);

}  // namespace catalint
