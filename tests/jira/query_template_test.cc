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

const QueryUser kUser = {"me@example.com", "Me"};

TEST(QueryTemplate, FillsInTwoPasses) {
  const struct {
    const char* query;
    const char* first;   // without a user
    const char* filled;  // with one
  } rows[] = {
      {"{{ projectKey }} {{ userEmail }} {{ userDisplayName }}",
       "ABC {{ userEmail }} {{ userDisplayName }}", "ABC me@example.com Me"},
      {"{{ userName }} {{ label }} {{component}}",
       "{{ userName }} {{ label }} my comp",
       "{{ userName }} {{ label }} my comp"},
      {"", "", ""},
      {"a = b", "a = b", "a = b"},
      {"{{{ projectKey }}}", "{ABC}", "{ABC}"},
      {"{{\u00A0projectKey\u3000}}", "ABC", "ABC"},
      // Probe 537: the second pass reads what the first one put in.
      {"Team = {{ team }}", "Team = {{ userEmail }}", "Team = me@example.com"},
      {"{ {{ component }}", "{ my comp", "{ my comp"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(fill_query(row.query, full_card()).text(), row.first);
    EXPECT_EQ(fill_query(row.query, full_card(), kUser).text(), row.filled);
  }
}

// The first pass is over when a value brings in what only it would fill.
TEST(QueryTemplate, PutsOnlyTheUserIntoValues) {
  const struct {
    const char* label;
    const char* filled;
  } rows[] = {
      {"{{ projectKey }}", "{{ projectKey }}"},
      {"{{ label }}", "{{ label }}"},
      {"{{userDisplayName}}", "Me"},
      {"{{ valueOf }}", "function valueOf() { [native code] }"},
      {"{{ user", "{{ user"},
  };
  for (const auto& row : rows) {
    JiraCard card = full_card();
    card.label = row.label;
    EXPECT_EQ(fill_query("{{ label }}", card, kUser).text(), row.filled);
  }
  // A placeholder that only the two passes together make up.
  JiraCard card = full_card();
  card.label = "{ userEmail }}";
  EXPECT_EQ(fill_query("{{{ label }}", card, kUser).text(), "me@example.com");
}

TEST(QueryTemplate, KnowsWhereEveryByteCameFrom) {
  const std::string query = "a={{team}} b={{ projectKey }}!";
  const FilledQuery filled = fill_query(query, full_card(), kUser);
  ASSERT_EQ(filled.text(), "a=me@example.com b=ABC!");
  const struct {
    Span range;
    const char* origin;
  } rows[] = {
      {{0, 2}, "a="},
      {{1, 2}, "="},
      {{2, 4}, "{{team}}"},
      {{3, 17}, "{{team}} "},
      {{16, 19}, " b="},
      {{19, 22}, "{{ projectKey }}"},
      {{22, 23}, "!"},
      {{23, 23}, "!"},
      {{20, 20}, "{{ projectKey }}"},
      {{0, 23}, "a={{team}} b={{ projectKey }}!"},
  };
  for (const auto& row : rows) {
    const Span origin = filled.origin_of(row.range);
    EXPECT_EQ(query.substr(origin.begin, origin.size()), row.origin)
        << row.range.begin;
  }
  EXPECT_EQ(fill_query("", {}).origin_of({0, 0}), Span{});
}

TEST(QueryTemplate, GrowsNoFurtherThanNeeded) {
  JiraCard card;
  card.label = std::string(1U << 16U, 'x');
  std::string query;
  for (int i = 0; i < 1000; ++i) query += "{{ label }}";
  EXPECT_LT(fill_query(query, card).text().size(), 2U << 20U);
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
