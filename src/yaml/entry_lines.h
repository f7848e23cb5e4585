// The lines that an entry of a block mapping takes, for edits of whole lines.
#pragma once

#include <optional>

#include "catalint/node.h"

namespace catalint {

/// From the start of the key's line to behind the line end of the value's.
/// Nothing when something else stands on these lines (a list's dash, another
/// entry, a comment that an edit would lose) or deeper behind them, when the
/// value is a map, a list or a block of text, or when an anchor in it may be
/// needed elsewhere.
std::optional<Span> entry_lines(const SourceFile& source, const Member& member);

/// The same, where a comment behind the value may move along.
std::optional<Span> entry_lines_with_comment(const SourceFile& source,
                                             const Member& member);

/// The lines, and behind them comments and white space that are indented by
/// more than so many spaces. Without the lines a block of text above would go
/// on with these.
Span with_deeper_lines(const SourceFile& source, Span lines,
                       std::size_t indentation);

/// The white space before a key that starts its line; nothing when something
/// else stands before it.
std::optional<std::string_view> indentation_of(const SourceFile& source,
                                               const Node& key);

}  // namespace catalint
