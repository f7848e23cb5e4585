#include "jira/query_template.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

// `name` in the brackets of its place, for each placeholder.
std::string placeholders(std::string_view query) {
  std::string out;
  for (const QueryPlaceholder& found : query_placeholders(query)) {
    out += std::to_string(found.begin) + "-" + std::to_string(found.end) + "<" +
           found.name + ">";
  }
  return out;
}

TEST(QueryTemplate, FindsPlaceholders) {
  const struct {
    const char* query;
    const char* found;
  } rows[] = {
      {"", ""},
      {"a = b", ""},
      {"{{a}}", "0-5<a>"},
      {"x {{ a }} {{b }}", "2-9<a>10-16<b>"},
      {"{{\n\ta\n}}", "0-8<a>"},
      {"{{ a b }}", "0-9<a b>"},
      {"{{ project-key }}", "0-17<project-key>"},
      {"{{}}", "0-4<>"},
      {"{{{ a }}}", "1-8<a>"},
      {"{{ a {{ b }}", "5-12<b>"},
      {"{{ a", ""},
      {"a }}", ""},
      {"{ { a } }", ""},
      {"é {{ a }}", "3-10<a>"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(placeholders(row.query), row.found) << row.query;
  }
}

JiraCard full_card() {
  JiraCard card;
  card.project_key = "ABC";
  card.component = "my comp";
  card.label = "";
  card.team = "{{ userEmail }}";
  return card;
}

TEST(QueryTemplate, KnowsTheValues) {
  const struct {
    const char* name;
    std::optional<std::string> value;
  } rows[] = {
      {"projectKey", "ABC"},
      {"component", "my comp"},
      {"label", std::nullopt},  // empty
      {"team", "{{ userEmail }}"},
      {"tokenType", std::nullopt},
      {"project", std::nullopt},
      {"ProjectKey", std::nullopt},
      {"userEmail", std::nullopt},
      {"", std::nullopt},
      {"a b", std::nullopt},
      {"constructor", "function Object() { [native code] }"},
      {"toString", "function toString() { [native code] }"},
      {"hasOwnProperty", "function hasOwnProperty() { [native code] }"},
      {"__proto__", "[object Object]"},
      {"prototype", std::nullopt},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(placeholder_value(full_card(), row.name), row.value) << row.name;
  }
  EXPECT_EQ(placeholder_value({}, "projectKey"), std::nullopt);
}

TEST(QueryTemplate, FillsTheUserInAfterTheRest) {
  const struct {
    const char* query;
    const char* filled;
  } rows[] = {
      {"{{ projectKey }} {{ userEmail }} {{ userDisplayName }}", "ABC me me"},
      {"{{ userName }} {{ label }} {{component}}",
       "{{ userName }} {{ label }} my comp"},
      {"", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(fill_query(row.query, full_card(), "me"), row.filled);
  }
  EXPECT_EQ(fill_query("{{ userEmail }} {{ projectKey }}", full_card()),
            "{{ userEmail }} ABC");
}

// Probe 537: the second pass reads what the first one put in.
TEST(QueryTemplate, FillsUsersThatAValueBroughtIn) {
  GTEST_SKIP() << "defect: there is one pass only";
  // defect:
  EXPECT_EQ(fill_query("Team = {{ team }}", full_card(), "me"), "Team = me");
}

TEST(QueryTemplate, TellsNamesApart) {
  EXPECT_TRUE(is_user_placeholder("userEmail"));
  EXPECT_TRUE(is_user_placeholder("userDisplayName"));
  EXPECT_FALSE(is_user_placeholder("useremail"));
  EXPECT_TRUE(is_inherited_name("valueOf"));
  EXPECT_TRUE(is_inherited_name("__proto__"));
  EXPECT_FALSE(is_inherited_name("component"));
  EXPECT_EQ(placeholder_names().size(), 6U);
}

}  // namespace
}  // namespace catalint
