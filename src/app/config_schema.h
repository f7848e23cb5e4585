// `catalint schema config`: the JSON Schema of `.catalint.yaml`, for editors.
#pragma once

#include "app/env.h"

namespace catalint {

/// Prints draft-07, which editors take, with the rules that are built in; gives
/// the exit status. What it takes the program takes too; the program alone
/// knows which patterns and rules there are.
int print_config_schema(Env& env);

}  // namespace catalint
