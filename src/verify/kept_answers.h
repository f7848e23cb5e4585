// What Jira answered within the last hour, as it is kept between two runs. What
// makes a finding is not: it may be mended by now.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jira/facts.h"
#include "verify/jira_answers.h"

namespace catalint {

using Moment = std::int64_t;  // seconds since 1970

template <typename T>
struct Kept {
  Moment at = 0;
  T value;
};

struct KeptAnswers {
  std::map<std::string, Moment> projects;  // that are there and live, by key
  std::map<std::string, Kept<ComponentNames>> components;  // by project
  std::map<std::string, Moment> queries;                   // that Jira takes
  std::optional<Kept<std::vector<ListedProject>>> all_projects;
};

/// JSON of at most so many bytes (100 at least), without anything that tells
/// whose answers these are. What has no room is left out.
std::string kept_answers_text(const KeptAnswers& kept, std::size_t most);

/// What is no such text, older than an hour or of the future counts as none.
KeptAnswers parse_kept_answers(std::string_view text, Moment now);

}  // namespace catalint
