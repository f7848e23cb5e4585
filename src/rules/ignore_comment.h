// Comments that ask for findings to be left out: `# catalint: ignore[...] why`.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "catalint/node.h"
#include "catalint/suppression.h"

namespace catalint {

/// The most ids that the comments of a file may name; one comment with a
/// mistake says where there are more.
constexpr std::size_t kMostIgnoredRules = 1000;

/// The file's ignore comments, in its order. `ignore` is about the findings on
/// its own line or, where it stands alone, also about those on the next line
/// that is no comment; a blank line ends its reach. `ignore-file` stands above
/// all content. Whatever a comment says wrong is its `mistake`.
std::vector<IgnoreComment> ignore_comments_of(const SourceFile& source,
                                              const YamlStream& stream);

/// The comment that leaves a rule's finding on a line (from 1) out, the last of
/// several; null when none does. All of them count as used. Rules of catalint
/// itself are not hit by patterns.
const IgnoreComment* use_ignore_comment(std::vector<IgnoreComment>& comments,
                                        std::string_view rule,
                                        std::size_t line);

}  // namespace catalint
