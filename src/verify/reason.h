// Why a question to Jira had no answer, in words for people.
#pragma once

#include <optional>
#include <string>

#include "jira/credentials.h"
#include "verify/http.h"

namespace catalint {

/// Ready to be printed; goes on after "Jira was not asked: ". `jira_says` are
/// Jira's own words, where it has any.
std::string reason_of(const HttpAnswer& answer,
                      const std::optional<std::string>& jira_says);

/// The same of the first request, which asks whose token it is; `reason` is
/// what it would be of any other.
std::string reason_of_login(const HttpAnswer& answer, const std::string& reason,
                            JiraSite site);

/// Whether every other request would fare the same, though an earlier one was
/// answered.
bool is_hopeless(const HttpAnswer& answer);

/// Whether Jira did not take the token.
bool is_refused_login(const HttpAnswer& answer);

}  // namespace catalint
