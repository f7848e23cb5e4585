#include "jira/credentials.h"

#include <gtest/gtest.h>

#include "jira/environment_file.h"

namespace catalint {
namespace {

// The example of the plugin's documentation: nobody's.
const std::string kToken =
    "amlyYS1tYWlsQGV4YW1wbGUuY29tOmhUQmdxVmNyY3hSWXBUNVRDelRBOUMwRg==";

JiraVariables variables(const std::string& url, const std::string& token,
                        const std::string& realm = "") {
  JiraVariables out;
  if (!url.empty()) out.url.emplace(url);
  if (!token.empty()) out.token.emplace(token);
  if (!realm.empty()) out.realm.emplace(realm);
  return out;
}

std::string mistake_of(const JiraVariables& given) {
  const auto credentials = credentials_of(given);
  return credentials ? "" : credentials.error().message;
}

TEST(Credentials, AreWhatARequestNeeds) {
  const struct {
    std::string realm;
    std::string token;
    std::string authorization;
    std::string user;
  } rows[] = {
      {"", kToken, "Basic " + kToken, "jira-mail@example.com"},
      {"Basic", kToken, "Basic " + kToken, "jira-mail@example.com"},
      {"basic", "bm8tY29sb24=", "Basic bm8tY29sb24=", ""},
      {"Basic", "not-base64", "Basic not-base64", ""},
      {"Bearer", "NjA1MTI0ODU", "Bearer NjA1MTI0ODU", ""},
      {"BEARER", kToken, "Bearer " + kToken, ""},
  };
  for (const auto& row : rows) {
    const auto credentials = credentials_of(
        variables("https://acme.atlassian.net/", row.token, row.realm));
    ASSERT_TRUE(credentials) << credentials.error().message;
    EXPECT_EQ(credentials->url, "https://acme.atlassian.net");
    EXPECT_EQ(credentials->authorization.reveal(), row.authorization);
    EXPECT_EQ(credentials->user, row.user);
  }
}

TEST(Credentials, MistakesNameTheVariableAndNotItsValue) {
  const std::string url = "https://acme.atlassian.net";
  const std::string not_set =
      " is not set; set it in the environment, or in a file and name that with "
      "`--env-file`";
  const struct {
    JiraVariables given;
    std::string mistake;
  } rows[] = {
      {variables("", kToken), "JIRA_API_URL" + not_set},
      {variables(url, ""), "JIRA_API_TOKEN" + not_set},
      {variables(url, kToken, "Token"),
       "JIRA_API_TOKEN_REALM is neither `Basic` nor `Bearer`"},
      {variables(url, kToken + "\n"),
       "JIRA_API_TOKEN holds white space or a character that no token has"},
      {variables(url, "a\r\nX-Evil: 1"),
       "JIRA_API_TOKEN holds white space or a character that no token has"},
      {variables(kToken, kToken),
       "JIRA_API_URL has no https:// at its start; expected one such as "
       "https://acme.atlassian.net"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(mistake_of(row.given), row.mistake);
  }
}

TEST(JiraRoot, IsWhereJirasOwnPagesBegin) {
  const struct {
    std::string url;
    std::string root;     // empty: it is none
    std::string mistake;  // a part of it
  } rows[] = {
      {"https://acme.atlassian.net", "https://acme.atlassian.net", ""},
      {"https://acme.atlassian.net//", "https://acme.atlassian.net", ""},
      {"HTTPS://jira.acme.example:8443/jira/",
       "https://jira.acme.example:8443/jira", ""},
      {"http://localhost:8080", "http://localhost:8080", ""},
      {"http://127.0.0.1:1", "http://127.0.0.1:1", ""},
      {"http://[::1]:1/jira", "http://[::1]:1/jira", ""},
      {"https://ACME.Atlassian.NET:443/jira",
       "https://ACME.Atlassian.NET:443/jira", ""},
      {"https://api.atlassian.com/ex/jira/11223344-a1b2-3b33-c444-def123456789",
       "https://api.atlassian.com/ex/jira/11223344-a1b2-3b33-c444-def123456789",
       ""},
      {"https://jira.acme.example:1", "https://jira.acme.example:1", ""},
      {"https://jira.acme.example:65535/x", "https://jira.acme.example:65535/x",
       ""},
      {"https://jira.acme.example:65536", "", "a number from 1 to 65535"},
      {"https://jira.acme.example:99999999999", "", "names a port"},
      {"https://jira.acme.example:0", "", "names a port"},
      {"https://jira.acme.example:x/jira", "", "names a port"},
      {"https://jira.acme.example:8a", "", "names a port"},
      {"https://jira.acme.example:", "", "names a port"},
      {"https://jira.acme.example:1:2", "", "names a port"},
      {"https://[::1]:", "", "names a port"},
      {"https://[::1]x", "", "names no host"},
      {"https://[::1", "", "names no host"},
      {"https://[]", "", "names no host"},
      {"https://[1.2.3.4]", "", "names no host"},
      {"https://[::1%]", "", "names no host"},
      {"https://[::1%25]", "", "names no host"},
      {"https://[fe80::1%25eth0]:8443", "https://[fe80::1%25eth0]:8443", ""},
      {"https://:8080", "", "names no host"},
      {"http://jira.acme.example", "", "everybody on the way"},
      {"http://127.0.0.1.evil.example", "", "everybody on the way"},
      {"http://localhost.evil.example", "", "everybody on the way"},
      {"http://localhost@evil.example", "", "holds a user"},
      {"https://me:secret@acme.atlassian.net", "", "holds a user"},
      {"acme.atlassian.net", "", "has no https://"},
      {"ftp://acme.atlassian.net", "", "neither an https nor an http"},
      {"file:///etc/passwd", "", "neither an https nor an http"},
      {"https://", "", "names no host"},
      {"https:///x", "", "names no host"},
      {"https://acme.atlassian.net/rest/api/2", "", "ends before `/rest`"},
      {"https://acme.atlassian.net/rest", "", "ends before `/rest`"},
      {"https://acme.atlassian.net?a=b", "", "holds `?`"},
      {"https://acme.atlassian.net#a", "", "holds `?`"},
      {"https://acme.atlassian.net\\@x", "", "holds `?`"},
      {"https://acme.atlassian.net ", "", "white space"},
      {"https://acme.atlassian.net\r\nX: y", "", "white space"},
      {"https://acm\xC3\xA9.example", "", "white space"},
  };
  for (const auto& row : rows) {
    const auto root = jira_root_of(row.url);
    EXPECT_EQ(root ? *root : "", row.root) << row.url;
    if (!root) {
      EXPECT_TRUE(root.error().message.starts_with("JIRA_API_URL "));
      EXPECT_NE(root.error().message.find(row.mistake), std::string::npos)
          << row.url << ": " << root.error().message;
    }
  }
}

TEST(JiraSite, IsTheHosts) {
  const struct {
    const char* root;
    JiraSite site;
  } rows[] = {
      {"https://acme.atlassian.net", JiraSite::kCloud},
      {"https://ACME.Atlassian.NET:443/jira", JiraSite::kCloud},
      {"https://api.atlassian.com/ex/jira/1", JiraSite::kGateway},
      {"https://API.atlassian.com:443", JiraSite::kGateway},
      {"https://atlassian.net", JiraSite::kOwn},
      {"https://acme.atlassian.net.example", JiraSite::kOwn},
      {"https://jira.example/acme.atlassian.net", JiraSite::kOwn},
      {"http://[::1]:8080/jira", JiraSite::kOwn},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(jira_site_of(row.root), row.site) << row.root;
  }
}

std::string shown(const std::optional<Secret>& variable) {
  return variable ? std::string(variable->reveal()) : "(none)";
}

TEST(EnvironmentFile, ReadsLinesAsShellsAndDockerDo) {
  const struct {
    std::string text;
    std::string token;
  } rows[] = {
      {"", "(none)"},
      {"JIRA_API_TOKEN=abc", "abc"},
      {"JIRA_API_TOKEN=abc\r\nOTHER=1\r\n", "abc"},
      {"\xEF\xBB\xBFJIRA_API_TOKEN=abc\n", "abc"},
      {"export JIRA_API_TOKEN=abc\n", "abc"},
      {"exportJIRA_API_TOKEN=abc\n", "(none)"},
      {"  JIRA_API_TOKEN = abc  \n", "abc"},
      {"JIRA_API_TOKEN=a=b==\n", "a=b=="},
      {"JIRA_API_TOKEN=\"a b\"\n", "a b"},
      {"JIRA_API_TOKEN='abc'  # mine\n", "abc"},
      {"JIRA_API_TOKEN=\"abc\n", "\"abc"},
      {"JIRA_API_TOKEN='a'b'\n", "'a'b'"},
      {"JIRA_API_TOKEN=abc # mine\n", "abc"},
      {"JIRA_API_TOKEN=abc#1\n", "abc#1"},
      {"# JIRA_API_TOKEN=abc\n", "(none)"},
      {"JIRA_API_TOKEN\n=\n", "(none)"},
      {"JIRA_API_TOKEN=\n", ""},
      {"JIRA_API_TOKEN=a\nJIRA_API_TOKEN=b\n", "b"},
      {"MY_JIRA_API_TOKEN=a\n", "(none)"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(shown(jira_variables_in(row.text).token), row.token) << row.text;
  }
}

TEST(EnvironmentFile, KnowsThreeNames) {
  const JiraVariables found = jira_variables_in(
      "JIRA_API_URL=https://a\nJIRA_API_TOKEN=b\nJIRA_API_TOKEN_REALM=Bearer");
  EXPECT_EQ(shown(found.url), "https://a");
  EXPECT_EQ(shown(found.token), "b");
  EXPECT_EQ(shown(found.realm), "Bearer");
}

}  // namespace
}  // namespace catalint
