#include "jira/credentials_check.h"

#include <gtest/gtest.h>

#include "base/base64.h"

namespace catalint {
namespace {

constexpr const char* kUrl = "https://acme.atlassian.net";
constexpr const char* kAgain =
    "encode it again with `catalint credentials encode`";

std::string encoded(std::string_view text) {
  return std::string(encode_base64(text).reveal());
}

// Each mistake on a line of its own.
std::string mistakes(const std::string& url, const std::string& token,
                     const std::string& realm = "") {
  JiraVariables variables;
  if (!url.empty()) variables.url.emplace(url);
  if (!token.empty()) variables.token.emplace(token);
  if (!realm.empty()) variables.realm.emplace(realm);
  std::string all;
  for (const std::string& mistake : mistakes_in(variables)) {
    all += (all.empty() ? "" : "\n") + mistake;
  }
  return all;
}

TEST(CredentialsCheck, TakesWhatJiraTakes) {
  const struct {
    std::string url;
    std::string token;
    std::string realm;
  } rows[] = {
      {kUrl, encoded("me@acme.com:hTBgqVcrcxRYpT5TCzTA9C0F"), ""},
      {kUrl, encoded("me@acme.com:hTBgqVcrcxRYpT5TCzTA9C0F"), "Basic"},
      {"HTTPS://acme.atlassian.net", encoded("me@acme.com:a:b"), "basic"},
      {"https://jira.acme.com/jira", encoded("m\u00fcller:passw0rd"), ""},
      {"https://jira.acme.com:8443", "NjQ5MDY1MzM3NzI0OmX0", "Bearer"},
      {"http://localhost:8080", "abc", "bearer"},
      {"https://jira.acme.com", encoded("me:two words"), ""},
      {"https://api.atlassian.com/ex/jira/11223344-a1b2-3b33-c444-def123456789",
       encoded("me@acme.com:hTBgqVcr"), ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(mistakes(row.url, row.token, row.realm), "") << row.url;
  }
}

TEST(CredentialsCheck, TellsMistakesInTheAddressApart) {
  const std::string token = encoded("me@acme.com:hTBgqVcrcxRYpT5TCzTA9C0F");
  const struct {
    std::string url;
    std::string mistakes;
  } rows[] = {
      {"",
       "is not set; set it in the environment, or name a file that sets it "
       "with `--env-file`"},
      {"acme.atlassian.net",
       "has no https:// at its start; expected one such "
       "as https://acme.atlassian.net"},
      {"http://jira.acme.com",
       "is an http address, where everybody on the way would read the token; "
       "write https://"},
      {"https://jira.acme.com/jira/",
       "ends with a slash, and requests begin with one; write it without"},
      {"https://jira.acme.com/rest/api/2",
       "goes on into Jira's REST API; it ends before `/rest`"},
      {"https://acme.atlassian.net/browse/ABC",
       "has a path, and Atlassian Cloud answers at the root of its site; it "
       "ends after `.atlassian.net`"},
      {" https://jira.acme.com", "starts with a blank; take it out"},
      {"https://jira.acme.com\n", "ends with a line end; take it out"},
      {"\"https://jira.acme.com\"",
       "has quotes around it, which would be sent too; leave them out"},
      {"https://jira.acme.com\"",
       "has a quote at one end, without the other one; leave it out"},
      {"'https://jira.acme.com\"",
       "has a quote at one end, without the other one; leave it out"},
      {"https://ACME.Atlassian.NET:443/jira",
       "has a path, and Atlassian Cloud answers at the root of its site; it "
       "ends after `.atlassian.net`"},
      {"https://api.atlassian.com",
       "leads to no site; that of a token with scopes is "
       "https://api.atlassian.com/ex/jira/CLOUD-ID"},
      {"https://api.atlassian.com/ex/jira/cloud-id",
       "still holds CLOUD-ID; put the id of your site in its place, which "
       "https://acme.atlassian.net/_edge/tenant_info shows"},
      {"https://api.atlassian.com/ex/jira/CLOUD-ID",
       "still holds CLOUD-ID; put the id of your site in its place, which "
       "https://acme.atlassian.net/_edge/tenant_info shows"},
      {"https://api.atlassian.com/ex/jira/1/2",
       "leads to no site; that of a token with scopes is "
       "https://api.atlassian.com/ex/jira/CLOUD-ID"},
      {"https://api.atlassian.com/ex/jira/1/",
       "ends with a slash, and requests begin with one; write it without"},
      {"https://jira.acme.com:99999",
       "names a port that is none; it is a number from 1 to 65535"},
      {"${JIRA_URL}", "still holds a placeholder; put the value in its place"},
      {"https://<your-domain>.atlassian.net",
       "still holds a placeholder; put the value in its place"},
      {"https://me:pw@jira.acme.com",
       "holds a user or a password; those belong into JIRA_API_TOKEN"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(mistakes(row.url, token), "JIRA_API_URL " + row.mistakes);
  }
}

TEST(CredentialsCheck, TellsMistakesInTheTokenApart) {
  const std::string pair = "me@acme.com:hTBgqVcrcxRYpT5TCzTA9C0F";
  const std::string bare =
      std::string("ATATT3") + "xFfGF0T4JVjdmPBrmZ4a-_=1A2B";
  const std::string good = encoded(pair);
  const struct {
    std::string token;
    std::string mistakes;
  } rows[] = {
      {"",
       "is not set; set it in the environment, or name a file that sets it "
       "with `--env-file`"},
      {"'" + good + "'",
       "has quotes around it, which would be sent too; leave them out"},
      {"\"" + good,
       "has a quote at one end, without the other one; leave it out"},
      {good + "'",
       "has a quote at one end, without the other one; leave it out"},
      {"<token>", "still holds a placeholder; put the value in its place"},
      {"Basic " + good,
       "starts with `Basic `, which JIRA_API_TOKEN_REALM "
       "stands for; take it out"},
      {"bearer " + good,
       "starts with `Bearer `, which JIRA_API_TOKEN_REALM "
       "stands for; take it out"},
      {good.substr(0, 20) + "\n" + good.substr(20),
       "holds a line end; take it out (base64 wraps long lines, unless -w0 is "
       "given)"},
      {good + " ",
       "ends with a blank; take it out (base64 wraps long lines, "
       "unless -w0 is given)"},
      {encoded(pair + "\n"),
       "was encoded together with a line end, as `echo` without -n adds one; " +
           std::string(kAgain)},
      {encoded("me@acme.com: hTBgqVcr"),
       "holds a blank or a line end once it is decoded; copy the token alone, "
       "and " +
           std::string(kAgain)},
      {encoded(good), "was encoded twice; " + std::string(kAgain)},
      {encoded(good + "\n"), "was encoded twice; " + std::string(kAgain)},
      {encoded("hTBgqVcrcxRYpT5TCzTA9C0F"),
       "has no `user:` before the token once it is decoded; " +
           std::string(kAgain)},
      {encoded(":hTBgqVcr"),
       "has no user before the colon once it is decoded; " +
           std::string(kAgain)},
      {encoded("me@acme.com:"),
       "has no token after the colon once it is decoded; " +
           std::string(kAgain)},
      {encoded("me:hTBgqVcr"),
       "has a user that is no e-mail address, and Atlassian Cloud knows its "
       "users by theirs; " +
           std::string(kAgain)},
      {pair, "is `user:token` as it is; it must be base64 of that: " +
                 std::string(kAgain)},
      {"hTBgqVcrcxRYpT5TCzTA9C0F",
       "is the bare token; it must be base64 of `user:token`: " +
           std::string(kAgain)},
      {bare, "is the bare token; it must be base64 of `user:token`: " +
                 std::string(kAgain)},
      {"bWVAYWNtZS5jb206YWJjZA",
       "is base64 in the alphabet of URLs or without its `=` at the end; " +
           std::string(kAgain)},
      {"what?", "is not base64; it must be base64 of `user:token`: " +
                    std::string(kAgain)},
  };
  for (const auto& row : rows) {
    const std::string found = mistakes(kUrl, row.token);
    EXPECT_EQ(found, "JIRA_API_TOKEN " + row.mistakes);
    if (row.token.size() > 8) {
      EXPECT_EQ(found.find(row.token.substr(0, 8)), std::string::npos);
    }
  }
}

// Its passwords are what people like.
TEST(CredentialsCheck, TakesBlanksWithinAPasswordOfDataCenter) {
  const std::string stray =
      "JIRA_API_TOKEN has a blank at an end or a line end once it is "
      "decoded; " +
      std::string(kAgain);
  const std::string any =
      "JIRA_API_TOKEN holds a blank or a line end once it is decoded; copy the "
      "token alone, and " +
      std::string(kAgain);
  const struct {
    std::string url;
    std::string pair;
    std::string mistakes;
  } rows[] = {
      {"https://jira.acme.com", "me:two words", ""},
      {"https://jira.acme.com", "me: word", stray},
      {"https://jira.acme.com", "me:word ", stray},
      {"https://jira.acme.com", "me:two\twords", stray},
      {"https://jira.acme.com", "me:two\nwords", stray},
      {"https://jira.acme.com", "m e:word", any},
      {kUrl, "me@acme.com:two words", any},
      {"https://ACME.atlassian.net:443", "me@acme.com:two words", any},
      {"https://api.atlassian.com/ex/jira/1", "me@acme.com:two words", any},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(mistakes(row.url, encoded(row.pair)), row.mistakes) << row.pair;
  }
}

TEST(CredentialsCheck, KnowsTheRealm) {
  const std::string good = encoded("me@acme.com:hTBgqVcrcxRYpT5TCzTA9C0F");
  EXPECT_EQ(mistakes(kUrl, good, "Digest"),
            "JIRA_API_TOKEN_REALM is neither `Basic` nor `Bearer`");
  EXPECT_EQ(mistakes(kUrl, good, "Bearer"),
            "JIRA_API_TOKEN is base64 of `user:token`, which belongs to the "
            "realm Basic; with Bearer it is the token as it is");
}

TEST(CredentialsCheck, TellsAllMistakesAtOnce) {
  EXPECT_EQ(mistakes(" jira.acme.com", "'x'", "y"),
            "JIRA_API_URL starts with a blank; take it out\n"
            "JIRA_API_URL has no https:// at its start; expected one such as "
            "https://acme.atlassian.net\n"
            "JIRA_API_TOKEN_REALM is neither `Basic` nor `Bearer`\n"
            "JIRA_API_TOKEN has quotes around it, which would be sent too; "
            "leave them out");
}

TEST(EncodedCredentials, AreBase64OfBoth) {
  const auto encoded =
      encoded_credentials("jira-mail@example.com", "hTBgqVcrcxRYpT5TCzTA9C0F");
  ASSERT_TRUE(encoded);
  EXPECT_EQ(encoded->reveal(),
            "amlyYS1tYWlsQGV4YW1wbGUuY29tOmhUQmdxVmNyY3hSWXBUNVRDelRBOUMwRg==");
  EXPECT_EQ(encoded_credentials("me", "two words")->reveal(),
            encode_base64("me:two words").reveal());
  const struct {
    std::string_view user;
    std::string_view token;
    const char* error;
  } rows[] = {
      {"", "t", "the e-mail address is empty"},
      {"a@b:c", "t",
       "the e-mail address holds a `:`, after which Jira would read the token; "
       "write the address alone"},
      {"a b", "t",
       "the e-mail address holds white space or a control character; write the "
       "address alone"},
      {"a@b", "", "the token is empty"},
      {"a@b", "t\nu",
       "the token has white space at an end, a line end or a control "
       "character; copy the token alone"},
      {"a@b", " t",
       "the token has white space at an end, a line end or a control "
       "character; copy the token alone"},
      {"a@b", "t\x1b",
       "the token has white space at an end, a line end or a control "
       "character; copy the token alone"},
      {"a@b", "\uFEFFt",
       "the token has white space at an end, a line end or a control "
       "character; copy the token alone"},
      {"a@b", "\xFF",
       "the token has white space at an end, a line end or a control "
       "character; copy the token alone"},
  };
  for (const auto& row : rows) {
    const auto refused = encoded_credentials(row.user, row.token);
    EXPECT_EQ(refused ? "none" : refused.error().message, row.error);
  }
}

}  // namespace
}  // namespace catalint
