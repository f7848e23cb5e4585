// Who answers is a table here: path to status and body.
#include "verify/asker.h"

#include <gtest/gtest.h>

#include <map>

#include "verify/echo.h"
#include "verify/reason.h"

namespace catalint {
namespace {

constexpr std::int64_t kNow = 1'800'000'000;

struct Answers {
  std::map<std::string, std::pair<int, std::string>> table = {
      {"/rest/api/2/myself", {200, R"({"self": "me"})"}},
      {"/rest/api/2/project/ROAD", {200, R"({"key": "ROAD"})"}},
      {"/rest/api/2/project/OLD", {200, R"({"key": "OLD", "archived": true})"}},
      {"/rest/api/2/project/SHOP", {200, R"({"key": "SHOP"})"}},
      {"/rest/api/2/project/RAOD",
       {404, R"({"errorMessages": ["No project"], "errors": {}})"}},
      {"/rest/api/2/project/ROAD/components",
       {200, R"([{"id": "1", "name": "Search"}])"}},
      {"/rest/api/2/project/search?maxResults=100&status=live&status=archived"
       "&expand=projectKeys&startAt=0",
       {200, R"({"isLast": true, "values": [{"key": "ROAD"}]})"}},
      {"/rest/api/2/jql/parse?validation=strict",
       {200, R"({"queries": [{"query": "a = 1", "errors": ["No.", "no."]}]})"}},
  };
  std::vector<std::string> asked;

  SendAll send() {
    return [this](const std::vector<HttpRequest>& requests,
                  const OnAnswer& on_answer) {
      for (std::size_t i = 0; i < requests.size(); ++i) {
        asked.push_back(requests[i].path);
        HttpAnswer answer;
        answer.outcome = HttpOutcome::kAnswered;
        std::tie(answer.status, answer.body) = table.at(requests[i].path);
        if (!on_answer(i, answer)) return;
      }
    };
  }
};

using Components = std::map<std::string, std::set<std::string>>;

JiraInquiry inquiry_of(std::set<std::string> keys, Components components = {},
                       std::set<std::string> queries = {}) {
  JiraInquiry inquiry;
  inquiry.questions = {std::move(keys), std::move(components),
                       std::move(queries)};
  return inquiry;
}

KeptAnswers read_again(const KeptAnswers& kept, Moment now) {
  return parse_kept_answers(kept_answers_text(kept, 1'000'000), now);
}

TEST(Asker, AsksOnceAndKeepsWhatItIsTold) {
  Answers jira;
  KeptAnswers kept;
  const JiraInquiry inquiry =
      inquiry_of({"ROAD", "OLD", "RAOD"},
                 {{"ROAD", {"search"}}, {"RAOD", {"Any"}}}, {"a = 1"});
  const JiraReply first = answer_inquiry(inquiry, kept, kNow, jira.send());
  EXPECT_EQ(jira.asked.size(), 7U);
  EXPECT_EQ(first.questions, 5U);  // RAOD is not there, and has no components
  EXPECT_EQ(first.cached, 0U);
  EXPECT_EQ(first.open, 0U);
  EXPECT_FALSE(first.facts.projects.at("RAOD").exists);
  EXPECT_TRUE(first.facts.projects.at("OLD").archived);
  EXPECT_EQ(*first.facts.projects.at("ROAD").components,
            std::vector<std::string>{"Search"});
  EXPECT_EQ(first.facts.queries.at("a = 1"), "No. no.");
  EXPECT_TRUE(first.facts.settle_projects && first.facts.settle_components &&
              first.facts.settle_queries);

  jira.asked.clear();
  KeptAnswers later = read_again(kept, kNow + 3599);
  const JiraReply second =
      answer_inquiry(inquiry, later, kNow + 3599, jira.send());
  // What made a finding may be mended by now.
  EXPECT_EQ(jira.asked, (std::vector<std::string>{
                            "/rest/api/2/myself", "/rest/api/2/project/OLD",
                            "/rest/api/2/project/RAOD",
                            "/rest/api/2/jql/parse?validation=strict"}));
  EXPECT_EQ(second.cached, 2U);
  EXPECT_EQ(second.facts.queries, first.facts.queries);

  jira.asked.clear();
  KeptAnswers too_late = read_again(kept, kNow + 3600);
  answer_inquiry(inquiry, too_late, kNow + 3600, jira.send());
  EXPECT_EQ(jira.asked.size(), 7U);
}

// As projects and queries: what makes a finding may be mended by now.
TEST(Asker, AListThatLacksAComponentIsAskedForAgain) {
  const std::string path = "/rest/api/2/project/ROAD/components";
  Answers jira;
  KeptAnswers kept;
  const JiraInquiry inquiry =
      inquiry_of({"ROAD"}, {{"ROAD", {"SEARCH", "Checkout", "10012"}}});
  answer_inquiry(inquiry, kept, kNow, jira.send());
  jira.asked.clear();
  jira.table[path] = {200, R"([{"name": "Search"}, {"name": "checkout"}])"};
  const JiraReply second = answer_inquiry(inquiry, kept, kNow, jira.send());
  EXPECT_EQ(jira.asked, (std::vector<std::string>{"/rest/api/2/myself", path}));
  EXPECT_EQ(*second.facts.projects.at("ROAD").components,
            (std::vector<std::string>{"Search", "checkout"}));
  // Now all are there, as JQL compares them.
  jira.asked.clear();
  const JiraReply third = answer_inquiry(inquiry, kept, kNow, jira.send());
  EXPECT_TRUE(jira.asked.empty());
  EXPECT_EQ(third.cached, 2U);
}

TEST(Asker, ANewerKeyStillNamesTheProject) {
  Answers jira;
  jira.table["/rest/api/2/project/ROAD"] = {200, R"({"key": "STREET"})"};
  KeptAnswers kept;
  const JiraReply reply =
      answer_inquiry(inquiry_of({"ROAD"}), kept, kNow, jira.send());
  EXPECT_TRUE(reply.facts.projects.at("ROAD").exists);
}

TEST(Asker, WhatIsLeftOpenIsNotKept) {
  Answers jira;
  jira.table["/rest/api/2/project/ROAD"] = {403, "{}"};
  KeptAnswers kept;
  const JiraReply reply =
      answer_inquiry(inquiry_of({"ROAD", "SHOP"}, {{"ROAD", {"Search"}}}), kept,
                     kNow, jira.send());
  EXPECT_EQ(reply.questions, 2U);
  EXPECT_EQ(reply.open, 1U);
  EXPECT_EQ(reply.gaps,
            std::vector<std::string>{
                "Jira did not tell of 1 project (`ROAD`): it answers 403: this "
                "account may not ask"});
  EXPECT_FALSE(reply.facts.settle_projects);
  EXPECT_FALSE(reply.facts.settle_components);
  EXPECT_EQ(reply.facts.projects.count("ROAD"), 0U);
  EXPECT_EQ(kept.projects.count("ROAD"), 0U);
  EXPECT_EQ(kept.projects.count("SHOP"), 1U);
}

TEST(Asker, AfterARefusedLoginNothingIsAsked) {
  Answers jira;
  jira.table["/rest/api/2/myself"] = {401, ""};
  KeptAnswers kept;
  JiraInquiry inquiry =
      inquiry_of({"A", "B", "C", "D"}, {{"A", {"Search"}}}, {"a = 1"});
  inquiry.wants_all_projects = true;
  const JiraReply reply = answer_inquiry(inquiry, kept, kNow, jira.send());
  EXPECT_EQ(jira.asked, std::vector<std::string>{"/rest/api/2/myself"});
  EXPECT_EQ(reply.questions, 6U);
  EXPECT_EQ(reply.open, 6U);
  ASSERT_EQ(reply.gaps.size(), 3U);
  EXPECT_TRUE(reply.gaps[0].starts_with(
      "Jira did not tell of 4 projects (`A`, `B`, `C` and 1 more): it does not "
      "take the token (401)"))
      << reply.gaps[0];
  EXPECT_FALSE(reply.has_all_projects);
}

TEST(Asker, ATokenWithScopesWorksElsewhere) {
  const std::string refused =
      "Jira did not tell of 1 project (`ROAD`): it does not take the token "
      "(401); it may be wrong or expired: make a new one, and store it in "
      "JIRA_API_TOKEN";
  Answers jira;
  jira.table["/rest/api/2/myself"] = {401, ""};
  JiraInquiry inquiry = inquiry_of({"ROAD"});
  for (const auto& [site, advice] :
       {std::pair{JiraSite::kOwn, ""}, std::pair{JiraSite::kGateway, ""},
        std::pair{JiraSite::kCloud,
                  "; one with scopes works where JIRA_API_URL is "
                  "https://api.atlassian.com/ex/jira/CLOUD-ID"}}) {
    KeptAnswers kept;
    inquiry.site = site;
    EXPECT_EQ(answer_inquiry(inquiry, kept, kNow, jira.send()).gaps,
              std::vector<std::string>{refused + advice});
  }
}

// The list is for what may have been meant, and may be an hour old.
TEST(Asker, AListTellsNothingOfWhatWasAskedFor) {
  const std::string list =
      "/rest/api/2/project/search?maxResults=100&status=live&status=archived"
      "&expand=projectKeys&startAt=0";
  Answers jira;
  jira.table[list] = {200, R"({"isLast": true, "values": [{"key": "ROAD"},
      {"key": "OLD", "archived": true}, {"key": "SHOP", "archived": true}]})"};
  jira.table["/rest/api/2/project/OLD"] = {403, "{}"};
  KeptAnswers kept;
  const JiraReply reply =
      answer_inquiry(inquiry_of({"OLD", "RAOD"}), kept, kNow, jira.send());
  EXPECT_EQ(reply.facts.projects.count("OLD"), 0U);
  EXPECT_TRUE(reply.facts.projects.at("SHOP").archived);
  EXPECT_EQ(reply.open, 1U);
}

// 60 queries go into two requests, which are answered so; what comes of it.
std::string outcome_of_queries(const std::pair<int, std::string>& first,
                               const std::pair<int, std::string>& second) {
  Answers jira;
  std::set<std::string> queries;
  for (int i = 0; i < 60; ++i) {
    queries.insert("a = " + std::to_string(100 + i));
  }
  int parsed = 0;
  int searched = 0;
  const SendAll send = [&](const std::vector<HttpRequest>& requests,
                           const OnAnswer& on_answer) {
    for (std::size_t i = 0; i < requests.size(); ++i) {
      HttpAnswer answer;
      answer.outcome = HttpOutcome::kAnswered;
      answer.status = 200;
      if (requests[i].path.find("/jql/parse") != std::string::npos) {
        std::tie(answer.status, answer.body) = parsed++ == 0 ? first : second;
      } else if (requests[i].path.find("/search?") != std::string::npos) {
        ++searched;
        answer.body = R"({"total": 3})";
      } else {
        answer.body = R"({"self": "me"})";
      }
      if (!on_answer(i, answer)) return;
    }
  };
  KeptAnswers kept;
  const JiraReply reply =
      answer_inquiry(inquiry_of({}, {}, queries), kept, kNow, send);
  return std::to_string(reply.facts.queries.size()) + " answers, " +
         std::to_string(reply.open) + " open, " + std::to_string(searched) +
         " searches";
}

TEST(Asker, SearchesWhereThereIsNoParser) {
  std::string fine = R"({"queries": [)";
  for (int i = 0; i < 50; ++i) {
    fine += (i == 0 ? "" : ",") + std::string(R"({"query": "a = )") +
            std::to_string(100 + i) + R"(", "structure": {}})";
  }
  fine += "]}";
  const std::pair<int, std::string> parses{200, fine};
  const std::pair<int, std::string> is_none{404, "<html>"};
  const std::pair<int, std::string> forbids{403, "{}"};
  EXPECT_EQ(outcome_of_queries(is_none, is_none),
            "60 answers, 0 open, 60 searches");
  EXPECT_EQ(outcome_of_queries(forbids, is_none),
            "60 answers, 0 open, 60 searches");
  EXPECT_EQ(outcome_of_queries(parses, is_none),
            "50 answers, 10 open, 0 searches");
  EXPECT_EQ(outcome_of_queries(forbids, forbids),
            "0 answers, 60 open, 0 searches");
}

TEST(Asker, ManyQueriesGoIntoFewRequests) {
  Answers jira;
  std::set<std::string> queries;
  for (int i = 0; i < 120; ++i) queries.insert("a = " + std::to_string(i));
  KeptAnswers kept;
  const JiraReply reply =
      answer_inquiry(inquiry_of({}, {}, queries), kept, kNow, jira.send());
  EXPECT_EQ(jira.asked.size(), 4U);
  EXPECT_EQ(reply.open, 120U);  // the table answers one alone
}

TEST(Asker, AQueryIsFineOnlyWhereJiraSaysSo) {
  const std::string open =
      "open: its answer is not what Jira's REST API answers; is JIRA_API_URL "
      "the address where Jira's own pages begin?";
  const std::string a = R"({"query": "a = 1", )";
  const struct {
    std::string entry;
    std::string judgement;
  } rows[] = {
      {a + R"("structure": {}})", "fine"},
      {a + R"("structure": {"where": {}}, "errors": []})", "fine"},
      {a + R"("structure": {}, "errors": null})", "fine"},
      {a + R"("errors": []})", "fine"},
      {R"({"query": " a = 1\n", "structure": {}})", "fine"},
      {a + R"("errors": ["no"]})", "no"},
      {a + R"("structure": {}, "errors": ["no", 7, "never"]})", "no never"},
      {a + R"("warnings": []})", open},
      {a + R"("structure": null})", open},
      {a + R"("structure": null, "errors": null})", open},
      {a + R"("structure": "yes"})", open},
      {a + R"("structure": "yes", "errors": []})", open},
      {a + R"("structure": {}, "errors": "no"})", open},
      {a + R"("structure": {}, "errors": {}})", open},
      {a + R"("structure": {}, "errors": [{"message": "no"}]})", open},
      {a + R"("structure": {}, "errors": ["", " "]})", open},
      {R"({"query": "b = 1", "structure": {}})", open},
      {R"({"query": "b = 1", "errors": ["no"]})", open},
      {R"({"query": 7, "structure": {}})", open},
      {R"({"structure": {}})", open},
      {R"("a = 1")", open},
      {"", open},
  };
  for (const auto& row : rows) {
    Answers jira;
    jira.table["/rest/api/2/jql/parse?validation=strict"] = {
        200, R"({"queries": [)" + row.entry + "]}"};
    KeptAnswers kept;
    const JiraReply reply =
        answer_inquiry(inquiry_of({}, {}, {"a = 1"}), kept, kNow, jira.send());
    const auto found = reply.facts.queries.find("a = 1");
    std::string judgement;
    if (found != reply.facts.queries.end()) {
      judgement = found->second.empty() ? "fine" : found->second;
    } else {
      const std::string start = "Jira did not tell of 1 query (`a = 1`): ";
      ASSERT_TRUE(reply.gaps.at(0).starts_with(start)) << reply.gaps[0];
      judgement = "open: " + reply.gaps[0].substr(start.size());
    }
    EXPECT_EQ(judgement, row.judgement) << row.entry;
  }
}

TEST(Asker, ARefusalIsNoLongerThanAnybodyReads) {
  Answers jira;
  jira.table["/rest/api/2/jql/parse?validation=strict"] = {
      200, R"({"queries": [{"query": "a = 1", "errors": [")" +
               std::string(4000, 'n') + R"(", ")" +
               std::string(1'000'000, 'n') + R"(", "o"]}]})"};
  KeptAnswers kept;
  const JiraReply reply =
      answer_inquiry(inquiry_of({}, {}, {"a = 1"}), kept, kNow, jira.send());
  EXPECT_EQ(reply.facts.queries.at("a = 1"),
            std::string(4000, 'n') + " " + std::string(95, 'n'));
}

// `count` names of so many bytes.
std::string components(std::size_t count, std::size_t size) {
  const std::string entry = R"({"name": ")" + std::string(size, 'x') + R"("})";
  std::string list = "[" + entry;
  for (std::size_t i = 1; i < count; ++i) list += "," + entry;
  return list + "]";
}

TEST(Asker, OfComponentsOnlySoManyAreRead) {
  constexpr std::size_t kMost = 20'000;
  Answers jira;
  std::set<std::string> keys;
  Components wanted;
  const std::string many = components(kMost, 1020);
  for (const auto& [key, list] :
       {std::pair{"A", many}, std::pair{"B", many}, std::pair{"C", many},
        std::pair{"D", many}, std::pair{"E", components(kMost + 1, 1)},
        std::pair{"F", components(1, 1021)},
        std::pair{"G", components(1, 1020)}}) {
    const std::string path = std::string("/rest/api/2/project/") + key;
    jira.table[path] = {200, std::string(R"({"key": ")") + key + R"("})"};
    jira.table[path + "/components"] = {200, list};
    keys.insert(key);
    wanted[key] = {std::string(1020, 'x')};
  }
  KeptAnswers kept;
  const JiraReply reply =
      answer_inquiry(inquiry_of(keys, wanted), kept, kNow, jira.send());
  std::string known;
  for (const auto& [key, project] : reply.facts.projects) {
    if (project.components) known += key;
  }
  EXPECT_EQ(known, "ABCG");
  EXPECT_EQ(
      reply.gaps,
      (std::vector<std::string>{
          "Jira did not tell of 1 project's components (`E`): it has more of "
          "them than the 20000 that catalint reads",
          "Jira did not tell of 1 project's components (`F`): its answer is "
          "not what Jira's REST API answers; is JIRA_API_URL the address where "
          "Jira's own pages begin?",
          "Jira did not tell of 1 project's components (`D`): those of all "
          "projects have names of more than 64 MiB, and catalint keeps no "
          "more"}));
  EXPECT_FALSE(reply.facts.settle_components);
}

std::string cache_name(const std::string& url, const std::string& user,
                       const std::string& authorization) {
  JiraCredentials credentials;
  credentials.url = url;
  credentials.user = user;
  credentials.authorization = Secret(authorization);
  return cache_name_of(credentials);
}

TEST(CacheName, DependsOnJiraAndAccountAndNotOnTheToken) {
  const std::string name = cache_name("https://a", "me", "Basic abc");
  EXPECT_EQ(name.size(), std::string("jira-0123456789abcdef.json").size());
  EXPECT_EQ(cache_name("https://a", "me", "Basic another"), name);
  EXPECT_NE(cache_name("https://b", "me", "Basic abc"), name);
  EXPECT_NE(cache_name("https://a", "you", "Basic abc"), name);
}

TEST(CacheName, TellsAccountsApartThatOnlyTheirTokensName) {
  const std::string name = cache_name("https://a", "", "Bearer abc");
  EXPECT_EQ(cache_name("https://a", "", "Bearer abc"), name);
  EXPECT_NE(cache_name("https://a", "", "Bearer another"), name);
  EXPECT_NE(cache_name("https://b", "", "Bearer abc"), name);
  // Many tokens share a name, so that it confirms no guess.
  std::set<std::string> names;
  for (int i = 0; i < 70'000; ++i) {
    names.insert(cache_name("https://a", "", "Bearer " + std::to_string(i)));
  }
  EXPECT_LE(names.size(), 65'536U);
}

TEST(EchoGuard, KnowsThePartsOfTheToken) {
  JiraCredentials credentials;
  // me@example.com:pwpwpw-pwpwpw
  const std::string token = "bWVAZXhhbXBsZS5jb206cHdwd3B3LXB3cHdwdw==";
  credentials.authorization = Secret("Basic " + token);
  const EchoGuard guard(credentials);
  EXPECT_TRUE(guard.is_echo("x" + token));
  EXPECT_TRUE(guard.is_echo("bWVAZXhhbXBsZS5jb206cHdwd3B3LXB3cHdwdw\\u003d"));
  EXPECT_TRUE(guard.is_echo("the password is pwpwpw-pwpwpw."));
  EXPECT_TRUE(guard.is_echo("THE PASSWORD IS PWPWPW-PWPWPW."));
  EXPECT_TRUE(guard.is_echo("bwvaZXHHBXBSZS5JB206CHDWD3B3LXB3CHDWDW"));
  EXPECT_TRUE(guard.is_echo("of it w-pwpwpw alone"));  // the end
  EXPECT_TRUE(guard.is_echo(R"("\u0070w\u0070wpw-p\u0077pw\u0070w")"));
  EXPECT_TRUE(guard.is_echo(R"(bWV\u0041Z\u0058hh\u0062)"));
  EXPECT_FALSE(guard.is_echo(R"(\u0170w\u0170wpw-p\)"));
  EXPECT_FALSE(guard.is_echo("Basic"));
  EXPECT_FALSE(guard.is_echo("me@example.com"));
  EXPECT_FALSE(guard.is_echo(""));
}

TEST(EchoGuard, TakesNoWordForAPartOfAPassword) {
  JiraCredentials credentials;
  // me:projecttypes
  credentials.authorization = Secret("Basic bWU6cHJvamVjdHR5cGVz");
  const EchoGuard guard(credentials);
  EXPECT_FALSE(guard.is_echo(R"({"projectTypeKey": "software"})"));
  EXPECT_TRUE(guard.is_echo("it is ProjectTypes"));
  EXPECT_TRUE(guard.is_echo(R"(WU6cHJv\/bWU6cHJv)"));
  // me:software2024
  credentials.authorization = Secret("Basic bWU6c29mdHdhcmUyMDI0");
  const EchoGuard of_words(credentials);
  EXPECT_FALSE(of_words.is_echo(R"({"projectTypeKey": "software"})"));
  EXPECT_TRUE(of_words.is_echo("it is software2024"));
  // me:Sommerregenführung and me:Sommerabend&Wintermorgen
  credentials.authorization = Secret("Basic bWU6U29tbWVycmVnZW5mw7xocnVuZw==");
  const EchoGuard of_umlaut(credentials);
  EXPECT_TRUE(of_umlaut.is_echo(R"("Sommerregenf\u00fchrung")"));
  EXPECT_TRUE(of_umlaut.is_echo("Sommerregenf%C3%BChrung"));
  credentials.authorization =
      Secret("Basic bWU6U29tbWVyYWJlbmQmV2ludGVybW9yZ2Vu");
  const EchoGuard of_two(credentials);
  EXPECT_TRUE(of_two.is_echo("Sommerabend&amp;Wintermorgen"));
  EXPECT_TRUE(of_two.is_echo("Sommerabend%26Wintermorgen"));
  EXPECT_FALSE(of_two.is_echo("Sommerabend"));
  // me:admin, as anybody may be called
  credentials.authorization = Secret("Basic bWU6YWRtaW4=");
  const EchoGuard of_short(credentials);
  EXPECT_FALSE(of_short.is_echo(R"({"displayName": "admin"})"));
  EXPECT_TRUE(of_short.is_echo("Authorization: Basic bWU6YWRtaW4="));
}

TEST(Reason, NothingIsRaw) {
  HttpAnswer answer;
  answer.outcome = HttpOutcome::kAnswered;
  answer.status = 400;
  EXPECT_EQ(reason_of(answer, "a\x1B[2Jb"), "it answers 400: `a\\x1B[2Jb`");
}

}  // namespace
}  // namespace catalint
