// `catalint check`: lints what it is told to, fixes it where asked, and
// reports. `catalint verify` is the same, and asks a live Jira besides.
#pragma once

#include "app/env.h"
#include "app/options.h"

namespace catalint {

/// Answers the exit status.
int check(const Options& options, Env& env);

}  // namespace catalint
