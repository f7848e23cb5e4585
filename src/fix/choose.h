// Which fixes can be made at once, and making them: byte splices.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/diagnostic.h"

namespace catalint {

struct Choice {
  std::vector<Edit> edits;  // sorted; they never overlap
  std::size_t fixes = 0;    // how many findings they mend
};

/// The fixes that are at least as safe as `least`, each whole or not at all.
/// One that would touch the edits of an earlier one waits for the next round;
/// one whose edits are all there already is made by them.
Choice choose_fixes(const std::vector<Diagnostic>& diagnostics, Fixable least);

/// The text with the edits made, which are sorted and do not overlap.
std::string splice(std::string_view text, const std::vector<Edit>& edits);

}  // namespace catalint
