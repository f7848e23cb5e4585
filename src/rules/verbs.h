// One overload a verb: looks at an entity and reports what it finds.
#pragma once

#include "rules/check.h"
#include "rules/finding.h"

namespace catalint {

void judge(const RequiredVerb& verb, const Judgement& judgement);
void judge(const TypeVerb& verb, const Judgement& judgement);
void judge(const CasesVerb& verb, const Judgement& judgement);
void judge(const FormatVerb& verb, const Judgement& judgement);
void judge(const KnownKeysVerb& verb, const Judgement& judgement);
void judge(const NeedsVerb& verb, const Judgement& judgement);
void judge(const MisplacedVerb& verb, const Judgement& judgement);
void judge(const AnyKeyVerb& verb, const Judgement& judgement);
void judge(const JqlVerb& verb, const Judgement& judgement);
void judge(const KnownToJiraVerb& verb, const Judgement& judgement);
void judge(const ConfusableVerb& verb, const Judgement& judgement);
void judge(const SecretVerb& verb, const Judgement& judgement);
void judge(const FieldsVerb& verb, const Judgement& judgement);
void judge(const OnlyKeysVerb& verb, const Judgement& judgement);
void judge(const KnownKindsVerb& verb, const Judgement& judgement);
void judge(const EntityRefVerb& verb, const Judgement& judgement);
void judge(const CaseDuplicatesVerb& verb, const Judgement& judgement);
void judge(const FilePlaceholdersVerb& verb, const Judgement& judgement);

// These look at more than an entity; the engine and the filter run them.
inline void judge(const ProblemVerb& /*verb*/, const Judgement& /*judgement*/) {
}
inline void judge(const NotAnEntityVerb& /*verb*/,
                  const Judgement& /*judgement*/) {}
inline void judge(const DuplicateEntityVerb& /*verb*/,
                  const Judgement& /*judgement*/) {}
inline void judge(const SuppressionVerb& /*verb*/,
                  const Judgement& /*judgement*/) {}

}  // namespace catalint
