#include "jira/credentials_check.h"

#include <algorithm>
#include <optional>

#include "base/base64.h"
#include "base/text.h"
#include "jira/token_check.h"
#include "jira/variable_mistakes.h"

namespace catalint {
namespace {

// The path of a root; empty where it has none.
std::string_view path_of(std::string_view root) {
  const std::size_t slash = root.find('/', root.find("://") + 3);
  return slash == std::string_view::npos ? "" : root.substr(slash);
}

// Of the gateway: whether it leads to a site.
bool leads_to_site(std::string_view path) {
  constexpr std::string_view kStart = "/ex/jira/";
  return path.starts_with(kStart) && path.size() > kStart.size() &&
         path.find('/', kStart.size()) == std::string_view::npos;
}

std::vector<std::string> mistakes_in_url(std::string_view given) {
  VariableMistakes mistakes(kJiraUrlVariable);
  if (!mistakes.look_at(given)) return mistakes.take();
  mistakes.look_for_white_space(given, "take it out");
  const std::string_view url = trim(given);
  const auto root = jira_root_of(url);
  if (!root) {
    std::vector<std::string> all = mistakes.take();
    all.push_back(root.error().message);
    return all;
  }
  const JiraSite site = jira_site_of(*root);
  const std::string_view path = path_of(*root);
  if (site == JiraSite::kGateway &&
      to_lower_ascii(path).ends_with("/cloud-id")) {
    mistakes.add(
        "still holds CLOUD-ID; put the id of your site in its place, which "
        "https://acme.atlassian.net/_edge/tenant_info shows");
  } else if (site == JiraSite::kGateway && !leads_to_site(path)) {
    mistakes.add(
        "leads to no site; that of a token with scopes is "
        "https://api.atlassian.com/ex/jira/CLOUD-ID");
  } else if (site == JiraSite::kCloud && !path.empty()) {
    mistakes.add(
        "has a path, and Atlassian Cloud answers at the root of its site; it "
        "ends after `.atlassian.net`");
  } else if (url.ends_with('/')) {
    mistakes.add(
        "ends with a slash, and requests begin with one; write it without");
  }
  return mistakes.take();
}

std::string not_set(const char* variable) {
  return std::string(variable) +
         " is not set; set it in the environment, or name a file that sets it "
         "with `--env-file`";
}

}  // namespace

std::optional<Error> mistake_in_user(std::string_view user) {
  if (user.empty()) return Error{"the e-mail address is empty"};
  if (user.find(':') != std::string_view::npos) {
    return Error{
        "the e-mail address holds a `:`, after which Jira would read the "
        "token; write the address alone"};
  }
  if (!is_readable(user) ||
      std::any_of(user.begin(), user.end(), is_white_space)) {
    return Error{
        "the e-mail address holds white space or a control character; write "
        "the address alone"};
  }
  return std::nullopt;
}

Result<Secret> encoded_credentials(std::string_view user,
                                   std::string_view token) {
  if (auto error = mistake_in_user(user)) return std::move(*error);
  if (token.empty()) return Error{"the token is empty"};
  // Passwords of Data Center may have blanks within.
  if (!is_readable(token) || has_stray_white_space(token)) {
    return Error{
        "the token has white space at an end, a line end or a control "
        "character; copy the token alone"};
  }
  std::string pair;
  pair.reserve(user.size() + 1 + token.size());
  pair.append(user).append(":").append(token);
  Secret encoded = encode_base64(pair);
  wipe(pair);
  return encoded;
}

std::vector<std::string> mistakes_in(const JiraVariables& variables) {
  std::vector<std::string> all;
  bool is_cloud = false;
  if (is_set(variables.url)) {
    all = mistakes_in_url(variables.url->reveal());
    const auto root = jira_root_of(trim(variables.url->reveal()));
    is_cloud = root && jira_site_of(*root) != JiraSite::kOwn;
  } else {
    all.push_back(not_set(kJiraUrlVariable));
  }
  bool is_bearer = false;
  if (is_set(variables.realm)) {
    const std::string realm = to_lower_ascii(variables.realm->reveal());
    is_bearer = realm == "bearer";
    if (!is_bearer && realm != "basic") {
      all.push_back(std::string(kJiraRealmVariable) +
                    " is neither `Basic` nor `Bearer`");
    }
  }
  if (!is_set(variables.token)) {
    all.push_back(not_set(kJiraTokenVariable));
    return all;
  }
  for (std::string& mistake :
       mistakes_in_token(variables.token->reveal(), is_bearer, is_cloud)) {
    all.push_back(std::move(mistake));
  }
  return all;
}

}  // namespace catalint
