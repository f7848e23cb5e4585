// The rule engine: walks a file's documents, asks every check, and gives the
// verdict. It neither selects nor prints.
#pragma once

#include <memory>

#include "catalint/lint.h"
#include "rules/check.h"

namespace catalint {

/// Without facts (null), the rules that judge by them find nothing.
FileReport lint_source(std::unique_ptr<SourceFile> source, const RuleSet& rules,
                       const JiraFacts* facts);

/// Adds the findings that need all files of a scan: entities that are described
/// twice. The order of the files decides which one counts as the first.
void find_duplicate_entities(std::vector<FileReport>& files,
                             const RuleSet& rules);

}  // namespace catalint
