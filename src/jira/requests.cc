#include "jira/requests.h"

#include <algorithm>

namespace catalint {
namespace {

std::string parsed_path(std::string path) {
  std::erase_if(path,
                [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  while (!path.empty() && path.back() == ' ') path.pop_back();
  for (std::size_t i = path.find(' '); i != std::string::npos;
       i = path.find(' ', i)) {
    path.replace(i, 1, "%20");
  }
  return path;
}

}  // namespace

JiraRequests jira_requests(const JiraCard& card) {
  const std::string& key = *card.project_key;
  JiraRequests requests;
  requests.project = parsed_path("project/" + key);
  requests.statuses = parsed_path("project/" + key + "/statuses");
  requests.activity =
      parsed_path("streams=key+IS+" + key + "[&streams=issue-key+IS+…]" +
                  (card.bearer ? "" : "&os_authType=basic"));
  return requests;
}

std::string_view path_changer_in(std::string_view project_key) {
  const std::size_t at =
      std::min(project_key.find_first_of("/?#%"), project_key.find(".."));
  if (at == std::string_view::npos) return {};
  return project_key.substr(at, project_key[at] == '.' ? 2 : 1);
}

}  // namespace catalint
