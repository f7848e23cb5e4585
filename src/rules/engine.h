// The rule engine: walks a file's documents, asks every check, and gives the
// verdict. It neither selects nor prints.
#pragma once

#include <memory>

#include "catalint/lint.h"
#include "rules/check.h"
#include "rules/finding.h"

namespace catalint {

/// `entity` may be null. Nothing in the diagnostic is raw or a credential.
Diagnostic make_diagnostic(const Rule& rule, const Wording& wording,
                           Finding finding, const SourceFile& source,
                           const Entity* entity);

/// Without facts (null), the rules that judge by them find nothing.
FileReport lint_source(std::unique_ptr<SourceFile> source, const RuleSet& rules,
                       const JiraFacts* facts);

/// Adds the findings that need all files of a scan: entities that are described
/// twice. The order of the files decides which one counts as the first.
void find_duplicate_entities(std::vector<FileReport>& files,
                             const RuleSet& rules);

}  // namespace catalint
