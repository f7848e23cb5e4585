// What goes wrong when a token for Jira is encoded and stored, told apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalint {

/// What is wrong with JIRA_API_TOKEN, each with the way to mend it, ready for
/// display; none holds anything of it. With Bearer it is the token as it is,
/// else base64 of `user:token`. Atlassian Cloud's users are e-mail addresses.
std::vector<std::string> mistakes_in_token(std::string_view token,
                                           bool is_bearer, bool is_cloud);

}  // namespace catalint
