// Sends requests to one Jira through libcurl: several at a time, over
// connections that are kept, with pauses where the server asks for them.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "jira/credentials.h"
#include "verify/curl_transfer.h"
#include "verify/http.h"

namespace catalint {

/// Readies libcurl, once and before all else. From then on it wipes whatever
/// memory it gives back, which may have held a credential. False where it
/// cannot be used.
bool prepare_curl();

class CurlSession {
 public:
  /// `certificates` and `proxies` as CurlTransfer takes them. The credentials
  /// are copied.
  CurlSession(const JiraCredentials& credentials, const HttpLimits& limits,
              const std::string& certificates, const ProxySecrets& proxies);
  CurlSession(const CurlSession&) = delete;
  CurlSession& operator=(const CurlSession&) = delete;
  ~CurlSession();

  /// As SendAll has it.
  void send(const std::vector<HttpRequest>& requests,
            const OnAnswer& on_answer);

 private:
  using Clock = std::chrono::steady_clock;

  // A request that waits or is under way.
  struct Job {
    std::size_t request = 0;
    unsigned attempt = 1;
    unsigned redirects = 0;
    std::string url;
    Clock::time_point ready;  // not before
  };
  struct Seat {
    std::unique_ptr<CurlTransfer> transfer;
    Job job;
    bool is_taken = false;
  };

  void start_ready(const std::vector<HttpRequest>& requests);
  void finish(CURL* handle, CURLcode code, const OnAnswer& on_answer);
  // Whether the job goes on, as another attempt or where a redirect leads.
  bool goes_on(Seat& seat, HttpAnswer& answer);
  [[nodiscard]] std::chrono::milliseconds left() const;
  [[nodiscard]] std::chrono::milliseconds until_next() const;

  const HttpLimits limits_;
  const std::string root_;
  CurlHeaders get_headers_;
  CurlHeaders post_headers_;
  CurlMultiHandle multi_;
  std::vector<Seat> seats_;
  std::deque<Job> waiting_;
  std::size_t taken_ = 0;
  bool has_hope_ = true;
  unsigned failures_in_a_row_ = 0;  // that are worth another attempt
  Clock::time_point resume_;        // nothing is sent before
  const Clock::time_point end_;
};

}  // namespace catalint
