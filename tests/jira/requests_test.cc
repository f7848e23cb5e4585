#include "jira/requests.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

TEST(Requests, PasteTheKeyIntoUrls) {
  const struct {
    const char* key;
    bool bearer;
    const char* expected;
  } rows[] = {
      {"ABC", false,
       "project/ABC | project/ABC/statuses | "
       "streams=key+IS+ABC[&streams=issue-key+IS+…]&os_authType=basic"},
      {"ABC", true,
       "project/ABC | project/ABC/statuses | "
       "streams=key+IS+ABC[&streams=issue-key+IS+…]"},
      {"ABC ", false,
       "project/ABC | project/ABC%20/statuses | "
       "streams=key+IS+ABC%20[&streams=issue-key+IS+…]&os_authType=basic"},
      {" ABC\n", true,
       "project/%20ABC | project/%20ABC/statuses | "
       "streams=key+IS+%20ABC[&streams=issue-key+IS+…]"},
      {"A\tB C", true,
       "project/AB%20C | project/AB%20C/statuses | "
       "streams=key+IS+AB%20C[&streams=issue-key+IS+…]"},
      {"A/B", true,
       "project/A/B | project/A/B/statuses | "
       "streams=key+IS+A/B[&streams=issue-key+IS+…]"},
  };
  for (const auto& row : rows) {
    JiraCard card;
    card.card = true;
    card.project_key = row.key;
    card.bearer = row.bearer;
    const JiraRequests requests = jira_requests(card);
    EXPECT_EQ(requests.project + " | " + requests.statuses + " | " +
                  requests.activity,
              row.expected);
  }
}

TEST(Requests, KnowWhatLeadsElsewhere) {
  const struct {
    const char* key;
    const char* changer;
  } rows[] = {
      {"ABC", ""},      {"A B", ""},   {"A.B", ""},  {"A/B?", "/"},
      {"ABC?x=/", "?"}, {"ABC#", "#"}, {"%41", "%"}, {"../A", ".."},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(path_changer_in(row.key), row.changer) << row.key;
  }
}

}  // namespace
}  // namespace catalint
