// Findings that stay out of a report, and the comments that ask for it.
//
// Spans point into the SourceFile of the FileReport that holds the comments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "catalint/source.h"

namespace catalint {

/// Where somebody said that a finding may stay; SARIF knows the same two.
enum class SuppressionKind : std::uint8_t {
  kInSource,  // in a comment of the file
  kExternal,  // in another file, such as a baseline
};

struct Suppression {
  SuppressionKind kind = SuppressionKind::kInSource;
  std::string justification;  // ready to be printed; may be empty
};

/// A comment `# catalint: ignore[jira/jql, yaml/*] why`.
struct IgnoreComment {
  struct Entry {
    std::string pattern;  // a rule's id or a glob, as it is written
    Span span;
    bool is_used = false;  // it stands for a finding that is there
  };

  Span span;                   // from `catalint:` on, or what is wrong there
  std::size_t first_line = 1;  // findings that begin on these lines, from 1
  std::size_t last_line = 1;
  std::vector<Entry> entries;
  std::string reason;   // ready to be printed
  std::string mistake;  // ready to be printed; where there is one, the comment
  std::string hint;     // ignores nothing
};

}  // namespace catalint
