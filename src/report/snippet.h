// A source line for people, with carets under a part of it.
#pragma once

#include <string>

#include "catalint/lint.h"

namespace catalint {

struct Snippet {
  std::string line;    // escaped, secrets masked, cut to a window
  std::string carets;  // spaces and `^`, in step with `line`
};

/// The first line of a span. Tabs are shown as four spaces; a line longer than
/// about 120 columns is cut around the span, with `…` where it goes on.
Snippet snippet_of(const FileReport& file, Span span);

}  // namespace catalint
