// `catalint credentials`: the token of the plugin's documentation, encoded and
// looked at.
#pragma once

#include "app/env.h"
#include "app/options.h"

namespace catalint {

/// Prints the token that is read, encoded together with the e-mail address.
int encode_credentials(const Options& options, Env& env);

/// Prints what is wrong with the variables that are stored.
int check_credentials(const Options& options, Env& env);

}  // namespace catalint
