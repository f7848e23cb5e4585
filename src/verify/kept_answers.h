// What Jira answered within the last hour, as it is kept between two runs.
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

template <typename T>
struct Kept {
  std::int64_t at = 0;  // seconds since 1970
  T value;
};

struct KeptAnswers {
  std::map<std::string, Kept<JiraProject>> projects;  // without components
  std::map<std::string, Kept<std::vector<std::string>>> components;  // by key
  std::map<std::string, Kept<std::string>> queries;  // what Jira has against it
  std::optional<Kept<std::vector<ListedProject>>> all_projects;
};

/// JSON without anything that tells whose answers these are.
std::string kept_answers_text(const KeptAnswers& kept);

/// What is no such text, older than an hour or of the future counts as none.
KeptAnswers parse_kept_answers(std::string_view text, std::int64_t now);

}  // namespace catalint
