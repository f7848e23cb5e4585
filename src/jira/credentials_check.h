// What goes wrong when credentials for Jira are stored, told apart. Nothing
// here asks Jira.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "jira/credentials.h"

namespace catalint {

/// Why this is no user of Jira that a token can go with; nothing where it may
/// be. It holds nothing of the name.
std::optional<Error> mistake_in_user(std::string_view user);

/// Base64 of `user:token`, as basic authentication wants it (RFC 7617). An
/// error says what neither may hold, and holds nothing of them.
Result<Secret> encoded_credentials(std::string_view user,
                                   std::string_view token);

/// What is wrong with the variables, each with the way to mend it, ready for
/// display; those of the address come first. None holds anything of a value.
/// Empty where they can be sent to Jira as they are.
std::vector<std::string> mistakes_in(const JiraVariables& variables);

}  // namespace catalint
