// `new URL()` of Node 20 takes and refuses what these tables take and refuse.
#include "catalog/url.h"

#include <gtest/gtest.h>

#include <vector>

namespace catalint {
namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

struct Row {
  std::string text;
  const char* problem;  // empty: it is a URL
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(url_problem(row.text).value_or(""), row.problem) << row.text;
  }
}

TEST(Url, Schemes) {
  expect({{"https://example.com", ""},
          {"HTTP://x", ""},
          {"https:example.com/a b", ""},
          {"http:\\\\example.com\\a", ""},
          {"mailto:a@b.c", ""},
          {"slack://channel?id=1", ""},
          {"a+b-c.1:", ""},
          {" https://example.com\n", ""},
          {"ht\ntps://exam\tple.com", ""},
          {"\x01https://x\x1F", ""},
          {"", "it has no scheme such as `https://`"},
          {":", "it has no scheme such as `https://`"},
          {"example.com", "it has no scheme such as `https://`"},
          {"/docs", "it has no scheme such as `https://`"},
          {"1a:b", "it has no scheme such as `https://`"},
          {"a_b:c", "it has no scheme such as `https://`"}});
}

TEST(Url, Authorities) {
  expect({{"https://user:pass@example.com", ""},
          {"https://a@b@c", ""},
          {"https://:@c", ""},
          {"foo:///a", ""},
          {"foo:/a@", ""},
          {"https://", "it names no host"},
          {"https:///", "it names no host"},
          {"ftp://", "it names no host"},
          {"ws:", "it names no host"},
          {"https://?a", "it names no host"},
          {"https://a@", "it names no host after the `@`"},
          {"foo://a@", "it names no host after the `@`"},
          {"https://:80", "it names no host"},
          {"foo://:80", "it names no host"},
          {"foo://a\\b", "its host holds `\\`"}});
}

TEST(Url, Ports) {
  expect({{"https://a:65535", ""},
          {"https://a:/", ""},
          {"https://a:00080", ""},
          {"https://[::1]:80", ""},
          {"https://a:b", "its port `b` is no number"},
          {"https://a:8 ", ""},
          {"https://a:8 /", "its port `8 ` is no number"},
          {"https://a:1:2", "its port `1:2` is no number"},
          {"https://a:-1", "its port `-1` is no number"},
          {"https://a:65536", "its port `65536` is more than 65535"},
          {"foo://a:99999999999999999999",
           "its port `99999999999999999999` is more than 65535"}});
}

TEST(Url, Domains) {
  expect({{"https://a_b.c", ""},
          {"https://a..b.", ""},
          {"https://%41%2ecom", ""},
          {"https://é.日本", ""},
          {"https://caf%C3%A9", ""},
          {"https://a\u200Bb", ""},
          {"foo://a%zz", ""},
          {"https://a b.c", "its host holds a space"},
          {"https://a%20b", "its host holds a space"},
          {"https://a%b", "its host holds `%`"},
          {"https://a%3Ab", "its host holds `:`"},
          {"https://<host>", "its host holds `<`"},
          {"https://a|b", "its host holds `|`"},
          {"https://a^b", "its host holds `^`"},
          {"https://a]", "its host holds `]`"},
          {"https://a%00", "its host holds `\\x00`"},
          {"https://a\x7F/", "its host holds `\\x7F`"},
          {"https://a%ffb", "its host holds `\\xFF`"},
          {"https://a\uFFFDb", "its host holds `\uFFFD`"},
          {"https://a\u00A0b", "its host holds `\\u{00A0}`"},
          {"https://a\u3000b", "its host holds `\\u{3000}`"},
          {"https://\u200B", "it names no host"},
          {"foo://a b", "its host holds a space"}});
}

TEST(Url, Ipv4Addresses) {
  expect(
      {{"http://1.2.3.4", ""},
       {"http://1.2.3.4.", ""},
       {"http://127.1", ""},
       {"http://0x7F.0.0.1", ""},
       {"http://0x", ""},
       {"http://017.1", ""},
       {"http://4294967295", ""},
       {"http://1.16777215", ""},
       {"http://1.2.3.4.a", ""},
       {"foo://1.2.3.4.5", ""},
       {"https://1.2.3.4.5",
        "its host `1.2.3.4.5` ends in a number, and is no IPv4 address"},
       {"http://256.1.1.1",
        "its host `256.1.1.1` ends in a number, and is no IPv4 address"},
       {"http://4294967296",
        "its host `4294967296` ends in a number, and is no IPv4 address"},
       {"http://1.16777216",
        "its host `1.16777216` ends in a number, and is no IPv4 address"},
       {"http://09", "its host `09` ends in a number, and is no IPv4 address"},
       {"http://a.0x1",
        "its host `a.0x1` ends in a number, and is no IPv4 address"},
       {"http://1..2",
        "its host `1..2` ends in a number, and is no IPv4 address"}});
}

TEST(Url, Ipv6Addresses) {
  expect(
      {{"https://[::]", ""},
       {"https://[1:2:3:4:5:6:7:8]", ""},
       {"https://[1::8]", ""},
       {"https://[::ffff:1.2.3.4]", ""},
       {"https://[1:2:3:4:5:6:1.2.3.4]", ""},
       {"foo://[::1]", ""},
       {"https://[::1", "the `[` of its host is not closed"},
       {"https://[::1]a", "the `[` of its host is not closed"},
       {"https://[]", "its host `[]` is no IPv6 address"},
       {"https://[1:2:3]", "its host `[1:2:3]` is no IPv6 address"},
       {"https://[1::2::3]", "its host `[1::2::3]` is no IPv6 address"},
       {"https://[:1]", "its host `[:1]` is no IPv6 address"},
       {"https://[::12345]", "its host `[::12345]` is no IPv6 address"},
       {"https://[::g]", "its host `[::g]` is no IPv6 address"},
       {"https://[::1.2.3]", "its host `[::1.2.3]` is no IPv6 address"},
       {"https://[::1.2.3.04]", "its host `[::1.2.3.04]` is no IPv6 address"},
       {"foo://[::1%eth0]", "its host `[::1%eth0]` is no IPv6 address"}});
}

TEST(Url, Files) {
  expect({{"file:", ""},
          {"file:a b", ""},
          {"file:///c:/x", ""},
          {"file://C:/x", ""},
          {"file://host/share", ""},
          {"file:\\\\host\\share", ""},
          {"file://a:80/", "its host holds `:`"},
          {"file://a@b/", "its host holds `@`"},
          {"file://1.2.3.4.5",
           "its host `1.2.3.4.5` ends in a number, and is no IPv4 address"}});
}

}  // namespace
}  // namespace catalint
