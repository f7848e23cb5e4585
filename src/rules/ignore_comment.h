// Comments that ask for findings to be left out: `# catalint: ignore[...] why`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// Which comments leave which findings out. The file and its comments must
/// outlive it, and stay where they are.
class IgnoreIndex {
 public:
  IgnoreIndex(const SourceFile& source, std::vector<IgnoreComment>& comments)
      : source_(source), comments_(comments) {}

  /// The comment that leaves out a rule's finding that begins at an offset, the
  /// last of several; null when none does. All of them count as used. Rules of
  /// catalint itself are not hit by patterns.
  const IgnoreComment* use(std::string_view rule, std::size_t offset);

 private:
  struct Match {
    const IgnoreComment* comment;
    IgnoreComment::Entry* entry;
  };
  const std::vector<Match>& matches_of(std::string_view rule);

  const SourceFile& source_;
  std::vector<IgnoreComment>& comments_;
  std::unordered_map<std::string, std::vector<Match>> matches_;  // by rule
};

}  // namespace catalint
