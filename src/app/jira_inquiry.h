// What a live Jira is asked, and what comes of it. The program that speaks HTTP
// hands in who answers.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "jira/credentials.h"
#include "jira/facts.h"
#include "jira/questions.h"

namespace catalint {

struct JiraInquiry {
  JiraQuestions questions;
  bool wants_all_projects = false;   // that the account may see, for a list
  bool wants_suggestions = true;     // what a missing project was meant to be
  bool may_use_cache = true;         // answers of the last hour
  std::chrono::seconds timeout{30};  // of one request
  JiraSite site = JiraSite::kOwn;    // that is asked
  /// Told now and then how many of the requests of this step are answered.
  std::function<void(std::size_t done, std::size_t total)> show_progress;
};

struct JiraReply {
  JiraFacts facts;
  std::size_t questions = 0;       // that were put
  std::size_t cached = 0;          // answered by what was kept
  std::size_t open = 0;            // not answered
  std::vector<std::string> gaps;   // what was not, and why; ready to be printed
  std::vector<std::string> notes;  // what else there is to tell
  bool has_all_projects = false;   // where they were wanted
};

using AskJira =
    std::function<JiraReply(const JiraInquiry&, const JiraCredentials&)>;

}  // namespace catalint
