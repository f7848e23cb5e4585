// Where the credentials of a Jira come from.
#pragma once

#include <string>

#include "app/env.h"
#include "jira/credentials.h"

namespace catalint {

/// Takes the variables about Jira out of the environment, and reads those that
/// the file has, which go first. No file: an empty path. An error tells why it
/// cannot be read.
Result<JiraVariables> read_jira_variables(const std::string& environment_file,
                                          Env& env);

}  // namespace catalint
