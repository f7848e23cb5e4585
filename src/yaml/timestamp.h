// The timestamps of YAML 1.1, as the `yaml` package 2.9 and JavaScript's Date
// write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalint {

/// The ISO form ("2013-01-01T00:00:00.000Z") that a YAML timestamp becomes in
/// JSON; nothing when the text is no timestamp.
std::optional<std::string> timestamp_as_json(std::string_view text);

}  // namespace catalint
