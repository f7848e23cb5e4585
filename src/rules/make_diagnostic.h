// Turns what a verb found into what reports show.
#pragma once

#include "rules/check.h"
#include "rules/finding.h"

namespace catalint {

/// `entity` may be null. Nothing in the diagnostic is raw or a credential.
Diagnostic make_diagnostic(const Rule& rule, const Wording& wording,
                           Finding finding, const SourceFile& source,
                           const Entity* entity);

}  // namespace catalint
