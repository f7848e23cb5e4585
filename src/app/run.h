// The whole program but its start: a command line in, an exit status out.
#pragma once

#include "app/env.h"

namespace catalint {

int run(Env& env);

}  // namespace catalint
