// Reads YAML the way Backstage does: libyaml's events become a located tree,
// and whatever the `yaml` package 2.9 would refuse or warn of becomes a
// Problem. Needs time and memory in proportion to the text.
#pragma once

#include <cstddef>

#include "catalint/node.h"
#include "catalint/source.h"

namespace catalint {

/// Nesting past this many levels is a kTooDeep problem.
inline constexpr std::size_t kMostLevels = 128;

/// Alias expansions that the `yaml` package allows (its maxAliasCount).
inline constexpr std::size_t kMostAliases = 100;

/// How many problems of one kind a document keeps; no report shows so many.
inline constexpr std::size_t kMostProblems = 100'001;

/// The tree points into the source, which must outlive it.
YamlStream parse_yaml(const SourceFile& source);

}  // namespace catalint
