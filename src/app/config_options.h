// The options of `.catalint.yaml`: the one table from which the configuration
// is checked, the starter written and the schema made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

/// What a value may be.
enum class OptionShape : std::uint8_t {
  kText,
  kTexts,       // a list of texts; one text alone counts as a list of one
  kPatterns,    // the same of patterns for paths
  kProduct,     // one of jira_products()
  kSeverities,  // a map from rules to severity_words()
  kGroup,       // a map of the options below it
};

struct ConfigOption {
  std::string_view path;  // "jira.product": keys with dots between them
  OptionShape shape = OptionShape::kText;
  std::string_view about;    // one line
  std::string_view example;  // YAML, as it stands behind or below the key
};

/// All of them; a group stands before what is in it.
const std::vector<ConfigOption>& config_options();

/// The keys of a group, or of the configuration itself (""), in their order.
const std::vector<std::string>& keys_of_group(std::string_view group);

/// The last key of a path, and how many groups it is in.
std::string_view key_of(const ConfigOption& option);
std::size_t depth_of(const ConfigOption& option);

const std::vector<std::string>& severity_words();
const std::vector<std::string>& jira_products();

}  // namespace catalint
