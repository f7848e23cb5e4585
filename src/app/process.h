// The process as it was started: what the mains of our programs hand to run().
#pragma once

#include <functional>

#include "app/env.h"

namespace catalint {

/// Runs the program with the machine for its outside world; `prepare` may
/// change that. Answers the exit status.
int run_process(int argc, char** argv,
                const std::function<void(Env&)>& prepare = {});

}  // namespace catalint
