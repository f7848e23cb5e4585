#include "jira/secret.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

// None of these was ever anyone's; they are put together here so that no
// scanner takes this file for a leak.
const std::string kToken = std::string("ATATT3") + "xFfGF0T4JVjdmPBrmZ4aBcDeFg";

TEST(Secret, FindsCredentials) {
  const struct {
    std::string text;
    const char* what;
  } rows[] = {
      {kToken, "an Atlassian API token"},
      {"token=" + kToken + "=1A2B3C4D", "an Atlassian API token"},
      {"see\n" + kToken + "\n", "an Atlassian API token"},
      {"WHATBBQ=" + kToken, "an Atlassian API token"},
      {"my-" + kToken, "an Atlassian API token"},
      {"Bearer " + kToken, "an Atlassian API token"},
      {std::string("ATCTT3") + "xFfGN0abcdefgh", "an Atlassian API token"},
      {std::string("ATBB") + "abcdefghijklmnopqrstuvwx",
       "an Atlassian API token"},
      {"Bearer abcdefghijklmnop", "a Bearer credential"},
      {"bearer  0123456789abcdef ", "a Bearer credential"},
      {"BEARER eyJhbGciOiJIUzI1NiJ9.e30.abc", "a Bearer credential"},
      {"Basic bWVAZXhhbXBsZS5jb206cHdwdw==", "a Basic credential"},
      // me@example.com:pwpwpw, user:secret12, me:secret-token\n
      {"bWVAZXhhbXBsZS5jb206cHdwd3B3", "`user:token` in base64"},
      {"dXNlcjpzZWNyZXQxMg==", "`user:token` in base64"},
      {" dXNlcjpzZWNyZXQxMg==\n", "`user:token` in base64"},
      {"bWU6c2VjcmV0LXRva2VuCg==", "`user:token` in base64"},
      {"https://bob:hunter2@jira.example.com/x", "a password in a URL"},
      {"url:https://:p%40ss@example.com", "a password in a URL"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(credential_in(row.text).value_or(""), row.what) << row.text;
  }
}

TEST(Secret, LeavesOtherTextsAlone) {
  for (const std::string text : {
           "",
           "ABC",
           "Bearer",
           "Basic",
           "Bearer token",
           "bearer of bad news for everybody",
           "Bearer ${{ secrets.JIRA_TOKEN }}",
           "Bearer {{ token_of_the_user }}",
           "Bearer <your-jira-api-token-here>",
           "Bearer $JIRA_API_TOKEN_OF_MINE",
           "Basic authentication is used",
           "Basic authentication-service",
           "uses Bearer token-introspection/v2",
           "123e4567-e89b-12d3-a456-426614174000",
           "da39a3ee5e6b4b0d3255bfef95601890afd80709",
           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
           "8nqNKH7cXz8yJ0m3y3sPqg==",  // random bytes
           "q83vEjRWeJCrze8SNFZ4kA==",
           "url:https://github.com/backstage/backstage/tree/master/",
           "https://user@example.com/browse/ABC-1",
           "https://example.com:8443/a@b",
           "https://user:@example.com/",
           "https://user:password@example.com/",
           "https://$USER:$TOKEN@example.com/",
           "https://{{ user }}:{{ token }}@example.com/",
           "https://me:<token>@example.com/",
           "https://me:your-token@example.com/",
           "dir:./docs/of/the/component",
           "user:pw",
           "dTpw",                      // u:p
           "dXNlcjpwdw==",              // user:pw
           "dXNlcm5hbWVvbmx5YW5kbm8=",  // no colon
           "aGVsbG8gd29ybGQ6IGhlbGxv",  // hello world: hello
           "ATATT3short",
           "ATATT3 is how tokens start",
           "this is a long sentence about ATTACKS",
           // the letters of a prefix inside a word
           "WHATBBQabcdefghijklmnopqrstuvwx",
           "0ATATT3abcdefghijklmnopqrstuvwx",
           "component:default/artist-lookup-service",
       }) {
    EXPECT_EQ(credential_in(text), std::nullopt) << text;
  }
}

TEST(Secret, TellsAPasswordFromAName) {
  for (const char* text :
       {"hunter2secret", "0123456789abcdef0123456789abcdef", "S3cret!word"}) {
    EXPECT_TRUE(could_be_password(text)) << text;
  }
  for (const char* text :
       {"", "hunter2", "hunter2 secret", "jira-secret-v2", "enabled-for-all",
        "${JIRA_TOKEN_1}", "<token-of-2026>", "12345678", "your-token-123"}) {
    EXPECT_FALSE(could_be_password(text)) << text;
  }
}

TEST(Secret, IsMaskedWhereItStands) {
  const struct {
    std::string text;
    std::string masked;
  } rows[] = {
      {"", ""},
      {"ABC", "ABC"},
      {"Bearer abcdefghijklmnop", "Bearer abcd…"},
      {"a: " + kToken + " # b", "a: ATAT… # b"},
      {"\"" + kToken + "\", '" + kToken + "'", "\"ATAT…\", 'ATAT…'"},
      {"x dXNlcjpzZWNyZXQxMg== y", "x dXNl… y"},
      {"https://bob:hunter2@a, https://eve:hunter3@b",
       "https://bob:hunt…@a, https://eve:hunt…@b"},
      {"https://bob:" + kToken + "@a", "https://bob:ATAT…@a"},
      {"https://bob:ab1@a", "https://bob:ab1…@a"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(without_credentials(row.text), row.masked) << row.text;
    EXPECT_EQ(without_credentials(row.masked), row.masked) << row.text;
    std::string spans;
    for (const Span span : credentials_in(row.text)) {
      spans += row.text.substr(span.begin, span.size()) + " ";
    }
    EXPECT_EQ(spans.find('"'), std::string::npos) << spans;
    EXPECT_EQ(spans.empty(), row.text == row.masked);
  }
}

TEST(Secret, ShowsFourCodePoints) {
  const struct {
    const char* secret;
    const char* shown;
  } rows[] = {
      {"abcdefgh", "abcd…"},   {"ab", "ab…"},      {"", "…"},
      {"a\nbcdef", "a\\nbc…"}, {"aéécd", "aééc…"}, {"😀😀😀😀😀", "😀😀😀😀…"},
      {"a\xFF", "a\\xFF…"},
  };
  for (const auto& row : rows) EXPECT_EQ(masked(row.secret), row.shown);
}

}  // namespace
}  // namespace catalint
