// What the `yaml` package finds wrong with a tree after reading it: keys that
// stand twice, aliases without an anchor, too many of them, and cycles.
#pragma once

#include "catalint/node.h"

namespace catalint {

/// Appends the problems of one document. Takes time in proportion to its
/// nodes.
void inspect_document(const SourceFile& source, const Document& document,
                      std::vector<Problem>& problems);

}  // namespace catalint
