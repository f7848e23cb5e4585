// `catalint init`: a starter configuration, and how to go on.
#pragma once

#include <string>

#include "app/env.h"

namespace catalint {

/// A configuration that sets nothing: every option with its explanation, after
/// `# `, and an example, after `#` alone.
std::string starter_config();

/// Writes it into the working directory and prints the entry for pre-commit;
/// gives the exit status. A configuration that is there stays, which is a
/// mistake of usage.
int init(Env& env);

}  // namespace catalint
