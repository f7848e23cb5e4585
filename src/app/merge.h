// `catalint merge`: puts the parts of a scan together, and reports as one
// `catalint check` of all files would.
#pragma once

#include "app/env.h"
#include "app/options.h"

namespace catalint {

/// Answers the exit status.
int merge(const Options& options, Env& env);

}  // namespace catalint
