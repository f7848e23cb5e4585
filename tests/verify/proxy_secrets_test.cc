#include "verify/proxy_secrets.h"

#include <gtest/gtest.h>

#include <map>

namespace catalint {
namespace {

// What is printed of libcurl's text; "(none)" where nothing is.
std::string shown(const std::string& proxy, const std::string& text,
                  const std::string& name = "HTTPS_PROXY") {
  const ProxySecrets secrets(
      [&](const std::string& asked) -> std::optional<std::string> {
        if (asked != name) return std::nullopt;
        return proxy;
      });
  return secrets.without(text).value_or("(none)");
}

TEST(ProxySecrets, AreTakenOutOfTexts) {
  const std::string scheme = "Unsupported proxy scheme for '";
  const std::string resolve = "Could not resolve proxy: ";
  const struct {
    std::string proxy;
    std::string text;
    std::string shown;
  } rows[] = {
      {"ftp://u:pw@host:1", scheme + "ftp://u:pw@host:1'",
       scheme + "ftp://…@host:1'"},
      {"ftp://u:p%40w@host", scheme + "ftp://u:p%40w@host'",
       scheme + "ftp://…@host'"},
      {"u:p'w@host", scheme + "u:p'w@host'", scheme + "…@host'"},
      {"ftp://u:a@b@host", scheme + "ftp://u:a@b@host'",
       scheme + "ftp://…@host'"},
      {"http://token@host", scheme + "http://token@host'",
       scheme + "http://…@host'"},
      {"http://me:secret@host", resolve + "host", resolve + "host"},
      {"http://host:3128", resolve + "host", resolve + "host"},
      {"", resolve + "host", resolve + "host"},
      // libcurl takes what stands before `#` or `/` for the host and its port
      {"http://me:1234#rest@host", resolve + "me", "(none)"},
      {"http://me:1234/rest@host", "Failed to connect to it port 1234",
       "(none)"},
      {"http://%68unter2/x@host", resolve + "hunter2", "(none)"},
      // and cuts off what is too long
      {"ftp://me:passphrase-that-is-long@host", scheme + "ftp://me:passphr",
       "(none)"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(shown(row.proxy, row.text), row.shown) << row.proxy;
  }
}

TEST(ProxySecrets, StandInFourVariables) {
  for (const char* name :
       {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
    EXPECT_EQ(shown("ftp://u:pw@host", "in ftp://u:pw@host", name),
              "in ftp://…@host");
  }
  EXPECT_EQ(shown("ftp://u:pw@host", "in ftp://u:pw@host", "OTHER"),
            "in ftp://u:pw@host");
}

}  // namespace
}  // namespace catalint
