// Turns a check of a rule pack into a typed verb.
#pragma once

#include "base/fields.h"
#include "rules/check.h"

namespace catalint {

/// The keys of a check that name its verb, one of which it must have.
const std::vector<std::string>& verb_names();

/// `wording` is what the cases of a check fall back on. Throws FieldError.
Verb decode_verb(const Fields& check, const Wording& wording);

}  // namespace catalint
