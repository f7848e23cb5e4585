// The manual page, in the man(7) macros of roff.
#pragma once

#include <string>

#include "app/command_tree.h"

namespace catalint {

std::string man_page(const CommandTree& tree);

}  // namespace catalint
