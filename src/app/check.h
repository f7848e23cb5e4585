// `catalint check`: lints what it is told to, fixes it where asked, and
// reports.
#pragma once

#include "app/env.h"
#include "app/options.h"

namespace catalint {

/// Answers the exit status.
int check(const Options& options, Env& env);

}  // namespace catalint
