#include "jira/questions.h"

#include <gtest/gtest.h>

#include "jira/component_name.h"

namespace catalint {
namespace {

JiraCard card_of(const std::string& key, const std::string& component,
                 const std::string& query = "") {
  JiraCard card;
  card.project_key = key;
  card.card = !key.empty();
  if (!component.empty()) card.component = component;
  if (!query.empty()) card.sent_query = query;
  return card;
}

std::string joined(const std::set<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += text + ";";
  return out;
}

TEST(Questions, AreDistinct) {
  JiraQuestions questions;
  add_questions(card_of("ROAD", ""), {}, questions);
  add_questions(card_of("ROAD", "Search", "a = b"), {}, questions);
  add_questions(card_of("ROAD", "Checkout", "a = b"), {}, questions);
  add_questions(card_of("SHOP", ""), {}, questions);
  add_questions(JiraCard(), {}, questions);
  EXPECT_EQ(joined(questions.projects), "ROAD;SHOP;");
  ASSERT_EQ(questions.components.size(), 1U);
  EXPECT_EQ(joined(questions.components["ROAD"]), "Checkout;Search;");
  EXPECT_EQ(joined(questions.queries), "a = b;");
}

TEST(Questions, AreThoseThatAnybodyWantsToKnow) {
  const auto asked = [](const JiraTopics& topics) {
    JiraQuestions questions;
    add_questions(card_of("ROAD", "Search", "a = b"), topics, questions);
    add_questions(card_of("SHOP", "", "c = d"), topics, questions);
    return joined(questions.projects) + "|" +
           std::to_string(questions.components.size()) + "|" +
           joined(questions.queries);
  };
  EXPECT_EQ(asked({true, true, true}), "ROAD;SHOP;|1|a = b;c = d;");
  EXPECT_EQ(asked({true, false, false}), "ROAD;SHOP;|0|");
  EXPECT_EQ(asked({false, true, false}), "ROAD;|1|");
  EXPECT_EQ(asked({false, false, true}), "|0|a = b;c = d;");
  EXPECT_EQ(asked({false, false, false}), "|0|");
}

TEST(Questions, LeaveOutComponentsThatAreNoneYet) {
  EXPECT_FALSE(component_to_ask(card_of("ROAD", "${{ values.name }}")));
  EXPECT_FALSE(component_to_ask(card_of("ROAD", "{% if a %}")));
  EXPECT_FALSE(component_to_ask(card_of("ROAD", "")));
  EXPECT_FALSE(component_to_ask(card_of("A/B", "Search")));
  EXPECT_EQ(component_to_ask(card_of("ROAD", "Search")), "Search");
}

TEST(Questions, LeaveOutTheWordsOfJirasOwnPaths) {
  for (const std::string word : {"search", "recent", "type"}) {
    EXPECT_FALSE(may_be_project_key(word)) << word;
    EXPECT_TRUE(may_be_project_key(word + "s"));
  }
  EXPECT_TRUE(may_be_project_key("SEARCH"));
}

TEST(Questions, LeaveOutWhatWouldChangeTheRequest) {
  for (const std::string key :
       {"", "A/B", "..", "A?x", "A#", "%41", "A B", "ABC\n", "{{ key }}",
        "<KEY>", "1A", "_A", "ABC-1", "\xC3\x84"}) {
    EXPECT_FALSE(may_be_project_key(key)) << key;
  }
  EXPECT_FALSE(may_be_project_key(std::string(256, 'A')));
  for (const std::string key : {"AB", "A_1", "road", "R2D2"}) {
    EXPECT_TRUE(may_be_project_key(key)) << key;
  }
}

TEST(Questions, LeaveOutQueriesThatOnlyThePluginKnows) {
  for (const std::string query :
       {"assignee = \"{{ userEmail }}\"", "a {% if %}", "x = \"\xFF\""}) {
    EXPECT_FALSE(query_to_ask(card_of("A", "", query))) << query;
  }
  EXPECT_FALSE(query_to_ask(card_of("A", "", std::string(10'001, 'a'))));
  // A credential is nobody's business; this one is put together here.
  EXPECT_FALSE(query_to_ask(card_of(
      "A", "", "a = \"" + std::string("ATATT3") + "xFfGF0T4JVjdmPBrmZ4\"")));
  EXPECT_FALSE(query_to_ask(card_of("A", "")));
  EXPECT_EQ(query_to_ask(card_of("A", "", "a  = b")), "a  = b");
}

TEST(ComponentName, MatchesAsJqlDoes) {
  const std::vector<std::string> components = {"Search",
                                               "\xC3\x9C"
                                               "ber uns"};
  const struct {
    const char* name;
    bool may_be;
  } rows[] = {
      {"Search", true},
      {"search", true},
      {"SEARCH", true},
      {"Searc", false},
      {"Search ", false},
      {"10012", true},
      {"\xC3\xBC"
       "ber uns",
       true},
      {"uber uns", false},
      {"", true},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(may_name_component(row.name, components), row.may_be) << row.name;
  }
}

}  // namespace
}  // namespace catalint
