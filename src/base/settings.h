// What users set and rule packs ask for, by name (`jira.product`).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace catalint {

/// A setting is a list of texts; most have one. One that nobody set is absent.
using Settings = std::map<std::string, std::vector<std::string>>;

}  // namespace catalint
