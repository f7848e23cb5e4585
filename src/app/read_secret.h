// Reads what nobody may see, from the terminal or from standard input.
#pragma once

#include <string>

#include "base/result.h"
#include "base/secret.h"

namespace catalint {

/// A line of the terminal, which does not show it, after `prompt` on standard
/// error; all of standard input where that is no terminal. Without the line
/// end. What it reads is in no other memory. A signal that ends the program
/// does so once the terminal is as it was. An error when there is more than a
/// token can have.
Result<Secret> read_secret(const std::string& prompt);

}  // namespace catalint
