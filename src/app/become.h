// Turns this process into another of our programs.
#pragma once

#include <string>

namespace catalint {

/// Executes the program of this name in the directory of the one that runs,
/// with the arguments that this one had (`argv`, its name first). Comes back
/// where that is not possible, with the reason: it is not there, does not
/// start, or is of another version.
std::string become(const std::string& name, char** argv);

}  // namespace catalint
