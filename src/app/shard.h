// Which files of a scan are whose, where many machines share it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace catalint {

struct Shard {
  std::size_t index = 1;  // from 1
  std::size_t count = 1;
};

/// The most shards of a scan.
inline constexpr std::size_t kMostShards = 10'000;

/// Decodes `2/8`. An error says what was expected.
Result<Shard> parse_shard(const std::string& text);

/// Whose a path is, from 1, as it is reported: told from its bytes alone, so
/// that no file changes its shard when others come or go. docs/scale.md tells
/// how.
std::size_t shard_of(std::string_view path, std::size_t count);

/// An identity of paths in their order.
std::string identity_of(const std::vector<std::string>& paths);

}  // namespace catalint
