// One request at a time on a handle of libcurl's, which keeps its connection.
#pragma once

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "verify/http.h"
#include "verify/proxy_secrets.h"
#include "verify/retry.h"

namespace catalint {

struct HttpLimits {
  std::chrono::milliseconds connection{10'000};
  std::chrono::milliseconds answer{30'000};  // the whole of it
  std::chrono::milliseconds run{900'000};    // all requests and pauses
  std::size_t parallel = 8;
  std::size_t largest_answer = std::size_t{8} << 20U;  // bytes
  std::size_t largest_headers = std::size_t{256} << 10U;
  RetryLimits retries;
};

template <auto kFree>
struct FreeWith {
  template <typename T>
  void operator()(T* owned) const {
    kFree(owned);
  }
};

using CurlHandle = std::unique_ptr<CURL, FreeWith<::curl_easy_cleanup>>;
using CurlMultiHandle = std::unique_ptr<CURLM, FreeWith<::curl_multi_cleanup>>;
using CurlHeaders =
    std::unique_ptr<curl_slist, FreeWith<::curl_slist_free_all>>;

class CurlTransfer {
 public:
  /// `certificates`: a file with the authorities to trust; empty: those of the
  /// system. The limits and the secrets must outlive it.
  CurlTransfer(const HttpLimits& limits, const std::string& certificates,
               const ProxySecrets& proxies);
  CurlTransfer(const CurlTransfer&) = delete;
  CurlTransfer& operator=(const CurlTransfer&) = delete;
  ~CurlTransfer() = default;

  [[nodiscard]] CURL* handle() const { return handle_.get(); }

  /// Makes the handle ready to be performed. `headers` hold the credentials;
  /// they and the body must live until it is done.
  void prepare(const std::string& url, curl_slist* headers,
               const std::string& body, std::chrono::milliseconds left);

  /// What came of it.
  HttpAnswer answer(CURLcode code);

  /// Where a redirect leads; empty where there is none.
  [[nodiscard]] std::string redirect() const;

 private:
  static std::size_t take_body(char* data, std::size_t size, std::size_t count,
                               void* self);
  static std::size_t take_header(char* data, std::size_t size,
                                 std::size_t count, void* self);
  void read_header(std::string_view line);
  [[nodiscard]] HttpOutcome outcome(CURLcode code) const;
  [[nodiscard]] std::string error_text(CURLcode code) const;

  const HttpLimits& limits_;
  const ProxySecrets& proxies_;
  CurlHandle handle_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  HttpAnswer answer_;
  std::size_t header_bytes_ = 0;
  bool is_too_large_ = false;
};

/// Whether two URLs have the same scheme, host and port.
bool have_same_origin(const std::string& a, const std::string& b);

/// The scheme, host and port of a URL, ready to be printed.
std::string origin_for_display(const std::string& url);

}  // namespace catalint
