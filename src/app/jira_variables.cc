#include "app/jira_variables.h"

#include "base/text.h"
#include "jira/environment_file.h"

namespace catalint {

Result<JiraVariables> read_jira_variables(const std::string& environment_file,
                                          Env& env) {
  constexpr std::size_t kLargest = std::size_t{1} << 20U;
  JiraVariables variables{env.take_secret(kJiraUrlVariable),
                          env.take_secret(kJiraTokenVariable),
                          env.take_secret(kJiraRealmVariable)};
  if (environment_file.empty()) return variables;
  auto text = env.files.read_given(environment_file, kLargest);
  if (!text) {
    return Error{"the file " + quote_path(environment_file) +
                 " of --env-file could not be read: " + text.error().message};
  }
  JiraVariables given = jira_variables_in(*text);
  wipe(*text);
  if (given.url) variables.url = std::move(given.url);
  if (given.token) variables.token = std::move(given.token);
  if (given.realm) variables.realm = std::move(given.realm);
  return variables;
}

}  // namespace catalint
