// Answers an inquiry: from what was kept, and else from Jira.
#pragma once

#include <string>

#include "app/jira_inquiry.h"
#include "verify/http.h"
#include "verify/kept_answers.h"

namespace catalint {

/// Asks for nothing that is in `kept`, and adds what was answered, at the
/// moment `now`, and may be kept. `send` is called only where something is left
/// to ask.
JiraReply answer_inquiry(const JiraInquiry& inquiry, KeptAnswers& kept,
                         Moment now, const SendAll& send);

/// What the file of kept answers is called, by Jira and account. A token that
/// does not tell whose it is (Bearer) stands for the account, with 16 bits of a
/// hash: they would rule out nearly all of a list of guessed tokens, and are
/// far too few to confirm one. Nothing of any other token is in the name.
std::string cache_name_of(const JiraCredentials& credentials);

}  // namespace catalint
