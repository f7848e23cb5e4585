#include "app/credentials.h"

#include "app/inputs.h"
#include "app/jira_variables.h"
#include "jira/credentials_check.h"

namespace catalint {

int encode_credentials(const Options& options, Env& env) {
  if (const auto error = mistake_in_user(options.email)) {
    return usage_error(env, error->message);
  }
  const auto token = env.read_secret("API token (it is not shown): ");
  if (!token) return failure(env, token.error().message);
  const auto encoded = encoded_credentials(options.email, token->reveal());
  if (!encoded) return usage_error(env, encoded.error().message);
  env.out << encoded->reveal() << "\n";
  return kClean;
}

int check_credentials(const Options& options, Env& env) {
  const auto variables = read_jira_variables(options.environment_file, env);
  if (!variables) return failure(env, variables.error().message);
  const auto mistakes = mistakes_in(*variables);
  for (const std::string& mistake : mistakes) env.out << mistake << "\n";
  if (!mistakes.empty()) return kFindings;
  env.out << kJiraUrlVariable << " and " << kJiraTokenVariable
          << " are well formed; `catalint verify` asks Jira with them\n";
  return kClean;
}

}  // namespace catalint
