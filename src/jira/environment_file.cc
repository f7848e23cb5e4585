#include "jira/environment_file.h"

#include <algorithm>

#include "base/text.h"

namespace catalint {
namespace {

std::string_view value_in(std::string_view text) {
  if (text.empty()) return text;
  if (text[0] == '"' || text[0] == '\'') {
    const std::size_t end = text.find(text[0], 1);
    if (end != std::string_view::npos) {
      const std::string_view rest = trim(text.substr(end + 1));
      if (rest.empty() || rest[0] == '#') return text.substr(1, end - 1);
    }
  }
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '#' && is_blank(text[i - 1])) return trim(text.substr(0, i));
  }
  return text;
}

void read_line(std::string_view line, JiraVariables& variables) {
  constexpr std::string_view kExport = "export";
  if (line.starts_with(kExport) && line.size() > kExport.size() &&
      is_blank(line[kExport.size()])) {
    line = trim(line.substr(kExport.size()));
  }
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return;
  const std::string_view name = trim(line.substr(0, equals));
  const auto set = [&](std::optional<Secret>& variable) {
    variable.emplace(value_in(trim(line.substr(equals + 1))));
  };
  if (name == kJiraUrlVariable) set(variables.url);
  if (name == kJiraTokenVariable) set(variables.token);
  if (name == kJiraRealmVariable) set(variables.realm);
}

}  // namespace

JiraVariables jira_variables_in(std::string_view text) {
  if (text.starts_with(kByteOrderMarkBytes)) {
    text.remove_prefix(kByteOrderMarkBytes.size());
  }
  JiraVariables variables;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    read_line(trim(text.substr(0, end)), variables);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return variables;
}

}  // namespace catalint
