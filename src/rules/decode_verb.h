// Turns a check of a rule pack into a typed verb.
#pragma once

#include "base/fields.h"
#include "rules/check.h"

namespace catalint {

/// The keys of a check that name its verb, one of which it must have.
const std::vector<std::string>& verb_names();

/// `wording` is what the cases of a check fall back on. Throws FieldError.
Verb decode_verb(const Fields& check, const Wording& wording);

/// `severity`, `loses`, `message`, `hint` and `fix` of a check or case; what
/// is absent comes from the fallback.
Wording decode_wording(const Fields& fields, const Wording& fallback);

/// The keys that decode_wording reads.
const std::vector<std::string>& wording_names();

Severity decode_severity(const Fields& fields, Severity fallback);
Loss decode_loss(const Fields& fields, Loss fallback);

}  // namespace catalint
