// Makes a fix out of a finding: byte splices, never a file written anew.
#pragma once

#include <optional>

#include "catalint/diagnostic.h"
#include "rules/check.h"
#include "rules/finding.h"

namespace catalint {

/// Nothing where the recipe does not apply: through an alias, inside a block
/// scalar, or where the new text could not be written in the old one's style.
std::optional<Fix> make_fix(const FixRecipe& recipe, const Finding& finding,
                            const SourceFile& source);

}  // namespace catalint
