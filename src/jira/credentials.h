// What the Jira plugin's documentation has one store for Jira: the address, the
// token, and how the token is meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret.h"

namespace catalint {

inline constexpr const char* kJiraUrlVariable = "JIRA_API_URL";
inline constexpr const char* kJiraTokenVariable = "JIRA_API_TOKEN";
inline constexpr const char* kJiraRealmVariable = "JIRA_API_TOKEN_REALM";

/// The three variables as they are set; nothing where one is not. Any may hold
/// a credential by mistake, so none is printed.
struct JiraVariables {
  std::optional<Secret> url;
  std::optional<Secret> token;
  std::optional<Secret> realm;
};

/// Whether it has a value that is not empty.
inline bool is_set(const std::optional<Secret>& variable) {
  return variable && !variable->empty();
}

/// What a request to Jira needs.
struct JiraCredentials {
  std::string url;       // such as `https://jira.example`, without a `/` at the
                         // end; holds no credential
  Secret authorization;  // the header's value, such as `Basic …`
  std::string user;      // whose token it is, where the token tells
};

/// An error says which variable is wrong, and what to do; it holds nothing of
/// their values.
Result<JiraCredentials> credentials_of(const JiraVariables& variables);

/// The address without slashes at its end. An error where it is no http(s) URL
/// of Jira's root, or would send a token in the clear over a network.
Result<std::string> jira_root_of(std::string_view url);

/// Which Jira answers at such a root.
enum class JiraSite : std::uint8_t {
  kOwn,      // Data Center, wherever it is
  kCloud,    // https://acme.atlassian.net
  kGateway,  // Cloud too: https://api.atlassian.com, for tokens with scopes
};
JiraSite jira_site_of(std::string_view root);

}  // namespace catalint
