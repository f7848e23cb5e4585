#include "jira/credentials.h"

#include <arpa/inet.h>

#include <algorithm>
#include <string>

#include "base/base64.h"
#include "base/text.h"

namespace catalint {
namespace {

Error wrong(const char* variable, const std::string& what) {
  return Error{variable + (" " + what)};
}

// What a header or an address may hold; everything else could end it early.
bool is_printable_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > ' ' && c < '\x7F'; });
}

// Without the port; of `[::1]:8080`, with its brackets.
std::string_view host_of(std::string_view authority) {
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']') + 1;
    const bool is_whole = end == authority.size() || authority[end] == ':';
    return is_whole ? authority.substr(0, end) : authority;
  }
  return authority.substr(0, authority.find(':'));
}

bool is_port(std::string_view text) {
  constexpr int kLargest = 65535;
  constexpr std::size_t kDigits = 5;
  const bool is_number = !text.empty() && text.size() <= kDigits &&
                         std::all_of(text.begin(), text.end(), is_digit);
  if (!is_number) return false;
  const int port = std::stoi(std::string(text));
  return port > 0 && port <= kLargest;
}

bool is_ipv6_in_brackets(std::string_view host) {
  in6_addr address{};
  if (!host.ends_with(']')) return false;
  constexpr std::string_view kZone = "%25";  // as in `[fe80::1%25eth0]`
  std::size_t end = host.find('%');
  if (end == std::string_view::npos) {
    end = host.size() - 1;
  } else if (!host.substr(end).starts_with(kZone) ||
             end + kZone.size() + 1 >= host.size()) {
    return false;
  }
  return ::inet_pton(AF_INET6, std::string(host.substr(1, end - 1)).c_str(),
                     &address) == 1;
}

// Addresses that no network sees.
bool is_this_machine(std::string_view host) {
  in_addr address{};
  const bool is_loopback =
      host.starts_with("127.") &&
      ::inet_pton(AF_INET, std::string(host).c_str(), &address) == 1;
  return is_loopback || host == "localhost" || host == "[::1]";
}

std::string user_of(std::string_view token) {
  auto decoded = decode_base64(token);
  if (!decoded) return "";
  const std::size_t colon = decoded->find(':');
  std::string user =
      colon == std::string::npos ? "" : decoded->substr(0, colon);
  wipe(*decoded);
  return user;
}

}  // namespace

Result<std::string> jira_root_of(std::string_view url) {
  const auto fail = [](const std::string& what) {
    return wrong(kJiraUrlVariable, what);
  };
  const std::string example = "expected one such as https://acme.atlassian.net";
  if (!is_printable_word(url)) {
    return fail("holds white space or a character that no address has; " +
                example);
  }
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) {
    return fail("has no https:// at its start; " + example);
  }
  const std::string scheme = to_lower_ascii(url.substr(0, scheme_end));
  if (scheme != "https" && scheme != "http") {
    return fail("is neither an https nor an http address; " + example);
  }
  const std::string_view rest = url.substr(scheme_end + 3);
  if (rest.find_first_of("?#\\") != std::string_view::npos) {
    return fail("holds `?`, `#` or a backslash; it ends before them");
  }
  const std::string_view authority = rest.substr(0, rest.find('/'));
  if (authority.find('@') != std::string_view::npos) {
    return fail("holds a user or a password; those belong into " +
                std::string(kJiraTokenVariable));
  }
  const std::string host = to_lower_ascii(host_of(authority));
  const bool is_host =
      host.starts_with('[') ? is_ipv6_in_brackets(host) : !host.empty();
  if (!is_host) return fail("names no host; " + example);
  const std::string_view port = authority.substr(host.size());
  if (!port.empty() && !is_port(port.substr(1))) {
    return fail("names a port that is none; it is a number from 1 to 65535");
  }
  if (scheme == "http" && !is_this_machine(host)) {
    return fail(
        "is an http address, where everybody on the way would read the "
        "token; write https://");
  }
  if (rest.find("/rest/") != std::string_view::npos ||
      rest.ends_with("/rest")) {
    return fail("goes on into Jira's REST API; it ends before `/rest`");
  }
  std::string root = scheme + "://" + std::string(rest);
  while (root.ends_with('/')) root.pop_back();
  return root;
}

JiraSite jira_site_of(std::string_view root) {
  const std::size_t begin = root.find("://") + 3;
  const std::string_view authority =
      root.substr(begin, root.find('/', begin) - begin);
  const std::string host = to_lower_ascii(host_of(authority));
  if (host == "api.atlassian.com") return JiraSite::kGateway;
  return host.ends_with(".atlassian.net") ? JiraSite::kCloud : JiraSite::kOwn;
}

Result<JiraCredentials> credentials_of(const JiraVariables& variables) {
  for (const auto& [name, variable] :
       {std::pair{kJiraUrlVariable, &variables.url},
        std::pair{kJiraTokenVariable, &variables.token}}) {
    if (!is_set(*variable)) {
      return wrong(name,
                   "is not set; set it in the environment, or in a file "
                   "and name that with `--env-file`");
    }
  }
  auto root = jira_root_of(variables.url->reveal());
  if (!root) return root.error();

  std::string realm = "Basic";
  if (is_set(variables.realm)) {
    const std::string given = to_lower_ascii(variables.realm->reveal());
    if (given != "basic" && given != "bearer") {
      return wrong(kJiraRealmVariable, "is neither `Basic` nor `Bearer`");
    }
    if (given == "bearer") realm = "Bearer";
  }
  const std::string_view token = variables.token->reveal();
  if (!is_printable_word(token)) {
    return wrong(kJiraTokenVariable,
                 "holds white space or a character that no token has");
  }
  JiraCredentials credentials;
  credentials.url = std::move(*root);
  credentials.authorization = joined_secret(realm + " ", token);
  if (realm == "Basic") credentials.user = user_of(token);
  return credentials;
}

}  // namespace catalint
