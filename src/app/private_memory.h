// What a process that holds a credential owes it.
#pragma once

namespace catalint {

/// From now on the process leaves no core, whatever the limits and the kernel's
/// setting are, and no other process of the same user reads its memory.
void keep_memory_private();

}  // namespace catalint
