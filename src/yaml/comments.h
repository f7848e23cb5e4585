// The comments of a file, which are no part of its tree.
#pragma once

#include <vector>

#include "catalint/node.h"

namespace catalint {

/// From the `#` to the end of the line, in the order of the file. Behind a
/// mistake of syntax, whatever looks like a comment is one.
std::vector<Span> comments_of(const SourceFile& source,
                              const YamlStream& stream);

}  // namespace catalint
