// Files of lines `NAME=value`, as `--env-file` of Docker and Node.js reads them
// and a shell can source them.
#pragma once

#include <string_view>

#include "jira/credentials.h"

namespace catalint {

/// The lines about Jira, the last one of a name; all others are passed over.
/// `export` may stand before a name. Quotes around a whole value do not belong
/// to it; without them it ends before ` #` and blanks.
JiraVariables jira_variables_in(std::string_view text);

}  // namespace catalint
