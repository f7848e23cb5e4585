// A part of a scan that many machines share. Each of them writes one with
// `check --shard`, as JSON Lines with a key `part`, and `merge` puts all of
// them together to the report that one machine would have made.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/unread_path.h"

namespace catalint {

struct Part {
  std::size_t shard = 1;      // from 1
  std::size_t shards = 1;     // how many there are
  std::string rules;          // an identity of the rules and their selection
  std::string files;          // the same of all files, before they were split
  bool has_excluded = false;  // as in Discovered
  // That were searched, from the working directory.
  std::vector<std::string> directories;
  // What was said about the search for files; every shard says the same.
  std::vector<std::string> warnings;
  std::vector<UnreadPath> unfound;
  // The shard's own files.
  std::vector<UnreadPath> unread;
};

}  // namespace catalint
