// One run of `check` again, as `check --shard` and `merge`.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "support/run_program.h"

namespace catalint {

/// What `merge` says of three shards of what `arguments` of `check` ask for,
/// in the current working directory of the test.
inline Outcome run_in_shards(const std::vector<std::string>& arguments) {
  const std::vector<std::string> flags = {"--prune-baseline", "--quiet"};
  const std::vector<std::string> of_merge = {
      "--prune-baseline", "--write-baseline", "--since", "--fail-on"};
  const auto has = [](const std::vector<std::string>& names,
                      const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::vector<std::string> check = {"check", "--format", "jsonl", "--shard"};
  std::vector<std::string> merge = {"merge", "-"};
  const std::size_t shard_at = check.size();
  check.emplace_back();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& name = arguments[i];
    std::vector<std::string> words = {name};
    const bool is_option = name.starts_with("--");
    if (is_option && !has(flags, name)) words.push_back(arguments[++i]);
    if (is_option) merge.insert(merge.end(), words.begin(), words.end());
    if (has(of_merge, name)) continue;
    check.insert(check.end(), words.begin(), words.end());
  }
  std::string parts;
  for (const char* shard : {"2/3", "1/3", "3/3"}) {
    check[shard_at] = shard;
    parts += run_program({.arguments = check}).out;
  }
  return run_program({.arguments = merge, .in = parts});
}

}  // namespace catalint
