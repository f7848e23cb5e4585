// Answers an inquiry: from what was kept, and else from Jira.
#pragma once

#include <cstdint>
#include <string>

#include "app/jira_inquiry.h"
#include "verify/http.h"
#include "verify/kept_answers.h"

namespace catalint {

/// Asks for nothing that is in `kept`, and adds what was answered at the moment
/// `now` (seconds since 1970). `send` is called only where something is left to
/// ask.
JiraReply answer_inquiry(const JiraInquiry& inquiry, KeptAnswers& kept,
                         std::int64_t now, const SendAll& send);

/// What the file of kept answers is called: nothing of the token is in it.
std::string cache_name_of(const JiraCredentials& credentials);

}  // namespace catalint
