// `catalint explain`: why a rule exists, or what becomes of an entity.
#pragma once

#include "app/env.h"
#include "app/options.h"

namespace catalint {

/// The target is a file where one lies there, with or without a line behind
/// it, or `-`, which is standard input; anything else is a rule's id. Gives
/// the exit status: an entity that is explained is a success, however broken.
int explain(const Options& options, Env& env);

}  // namespace catalint
