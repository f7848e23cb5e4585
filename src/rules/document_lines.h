// Which lines belong to what: to a span, and to the document around an entity.
#pragma once

#include "catalint/lint.h"

namespace catalint {

/// From the start of a span to its last visible character: the end of a block
/// is where the next line starts.
LineRange visible_lines(const SourceFile& source, Span span);

/// The lines of an entity's document, with the comments before and after its
/// content.
LineRange lines_around(const SourceFile& source, const EntityReport& entity);

}  // namespace catalint
