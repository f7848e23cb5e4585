#include "app/private_memory.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace catalint {

void keep_memory_private() {
  // The limit does not count where a program takes the core from a pipe.
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
}

}  // namespace catalint
