// The lines of a file that a report may show, for a machine that has no such
// file. A credential in them is nothing but its first four code points, and as
// many others of the same sizes.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "catalint/lint.h"

namespace catalint {

/// The secrets of a file; those that nobody has looked for yet are found.
std::vector<Span> secrets_of(const FileReport& file);

/// Code points as many, each of as many bytes and at the same places, that say
/// nothing of the text behind its first four. Line ends stay.
std::string overwritten(std::string_view secret);

/// These lines (from 1), and where one of the secrets starts in one of them,
/// those of its first four code points.
std::vector<SourceLines> excerpt_of(const SourceFile& source,
                                    std::set<std::size_t> lines,
                                    const std::vector<Span>& secrets);

}  // namespace catalint
