// What a rule pack says of findings: how grave they are, what is told, and how
// to mend them. All of these throw FieldError.
#pragma once

#include "base/fields.h"
#include "rules/check.h"

namespace catalint {

/// `severity`, `loses`, `message`, `hint` and `fix` of a check or case; what
/// is absent comes from the fallback.
Wording decode_wording(const Fields& fields, const Wording& fallback);

/// The keys that decode_wording reads.
const std::vector<std::string>& wording_names();

Severity decode_severity(const Fields& fields, Severity fallback);
Loss decode_loss(const Fields& fields, Loss fallback);

}  // namespace catalint
