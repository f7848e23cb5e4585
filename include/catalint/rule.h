// What the world knows of a rule: a row of a rule pack, without its checks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catalint {

enum class Severity : std::uint8_t { kNote, kWarning, kError };

/// What Backstage drops, or the Jira plugin shows wrong, where a finding is
/// true. The verdict of a file is the worst of its findings' losses.
enum class Loss : std::uint8_t {
  kNothing,
  kCard,    // the Jira card is missing, empty or wrong
  kEntity,  // the entity is not ingested
  kFile,    // no entity of the file is
};

enum class Fixable : std::uint8_t { kNo, kUnsafe, kSafe };

struct RuleInfo {
  std::string id;                        // "jira/project-key-format"
  Severity severity = Severity::kError;  // of its gravest check
  Loss loses = Loss::kNothing;           // of its gravest check
  Fixable fixable = Fixable::kNo;        // the safest fix that it may offer
  std::string what;                      // one line: what it fires on
  std::string why;   // what Backstage or the plugin does, and in which version
  std::string docs;  // a link
  std::string bad;   // an example that it fires on
  std::string good;  // the same, mended
  // From "0.1" to "10.0" where a finding is a security problem, else empty.
  std::string security_severity;
};

std::string_view name_of(Severity severity);
std::string_view name_of(Loss loss);
std::string_view name_of(Fixable fixable);

}  // namespace catalint
