// Requests and their answers, whoever sends them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace catalint {

struct HttpRequest {
  std::string path;  // below Jira's root, from `/` on, escaped
  std::string body;  // JSON that is posted; empty: a GET
};

enum class HttpOutcome : std::uint8_t {
  kAnswered,
  kNotSent,       // others before it left no hope
  kNoConnection,  // not to the host, nor to its proxy
  kProxyLogin,    // the proxy does not know who asks
  kUntrusted,     // by its certificate
  kTimeout,
  kNoHttp,      // whatever answers there
  kCutOff,      // the answer ended early
  kTooLarge,    // more than anyone reads
  kRedirected,  // to where the token must not go
  kCircling,    // redirected again and again
  kEchoed,      // the answer holds the token
};

struct HttpAnswer {
  HttpOutcome outcome = HttpOutcome::kNotSent;
  int status = 0;  // of kAnswered
  std::string body;
  std::string detail;  // more on the outcome, ready to be printed; may be empty
  std::optional<std::chrono::seconds> retry_after;  // as the server asks
  unsigned attempts = 1;
  bool login_failed = false;   // Jira said so, whatever the status
  bool wants_captcha = false;  // the same, after several failed logins
  bool lacks_scope = false;    // the token, as Atlassian's gateway says
};

/// Told of each answer as it comes. False: no request that waits is sent any
/// more.
using OnAnswer = std::function<bool(std::size_t request, HttpAnswer& answer)>;

/// Sends all requests, several at a time, and tells of every answer but those
/// that are not sent.
using SendAll =
    std::function<void(const std::vector<HttpRequest>&, const OnAnswer&)>;

}  // namespace catalint
