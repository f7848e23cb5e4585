#include "verify/curl_transfer.h"

#include <optional>

#include "base/text.h"
#include "catalint/version.h"

namespace catalint {
namespace {

using CurlUrl = std::unique_ptr<CURLU, FreeWith<::curl_url_cleanup>>;
using CurlText = std::unique_ptr<char, FreeWith<::curl_free>>;

std::optional<std::string> part_of(CURLU* url, CURLUPart part,
                                   unsigned flags = 0) {
  char* text = nullptr;
  if (::curl_url_get(url, part, &text, flags) != CURLUE_OK) return std::nullopt;
  const CurlText owner(text);
  return std::string(text);
}

// Empty where it is no URL.
std::string origin_of(const std::string& url) {
  const CurlUrl parsed(::curl_url());
  if (!parsed || ::curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) !=
                     CURLUE_OK) {
    return "";
  }
  const auto scheme = part_of(parsed.get(), CURLUPART_SCHEME);
  const auto host = part_of(parsed.get(), CURLUPART_HOST);
  const auto port = part_of(parsed.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  if (!scheme || !host || !port) return "";
  return to_lower_ascii(*scheme + "://" + *host + ":" + *port);
}

HttpOutcome outcome_of(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return HttpOutcome::kAnswered;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return HttpOutcome::kUntrusted;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_URL_MALFORMAT:
      return HttpOutcome::kNoConnection;
    case CURLE_UNSUPPORTED_PROTOCOL:  // no HTTP, but for HTTP/0.9
    case CURLE_WEIRD_SERVER_REPLY:
      return HttpOutcome::kNoHttp;
    default:
      return HttpOutcome::kCutOff;
  }
}

}  // namespace

CurlTransfer::CurlTransfer(const HttpLimits& limits,
                           const std::string& certificates,
                           const ProxySecrets& proxies)
    : limits_(limits), proxies_(proxies), handle_(::curl_easy_init()) {
  CURL* curl = handle_.get();
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS,
                   static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  // Redirects are looked at before they are followed.
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  // HTTP/2 would keep the header in tables that nobody wipes.
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION,
                   static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(curl, CURLOPT_USERAGENT,
                   (std::string("catalint/") + kVersion).c_str());
  if (!certificates.empty()) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, certificates.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error_.data());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &CurlTransfer::take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &CurlTransfer::take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
}

void CurlTransfer::prepare(const std::string& url, curl_slist* headers,
                           const std::string& body,
                           std::chrono::milliseconds left) {
  const auto at_most = [&](std::chrono::milliseconds limit) {
    return static_cast<long>(std::max<std::chrono::milliseconds::rep>(
        1, std::min(limit, left).count()));
  };
  CURL* curl = handle_.get();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  // Without TLS a proxy would read the token; only this machine is asked so.
  curl_easy_setopt(curl, CURLOPT_NOPROXY,
                   url.starts_with("http://") ? "*" : nullptr);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                   at_most(std::min(limits_.connection, limits_.answer)));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, at_most(limits_.answer));
  if (body.empty()) {
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  } else {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(body.size()));
  }
  answer_ = HttpAnswer();
  header_bytes_ = 0;
  is_too_large_ = false;
  error_[0] = '\0';
}

HttpAnswer CurlTransfer::answer(CURLcode code) {
  HttpAnswer answer = std::move(answer_);
  answer.outcome = outcome(code);
  if (is_too_large_) {
    answer.outcome = HttpOutcome::kTooLarge;
  } else if (code == CURLE_OPERATION_TIMEDOUT) {
    curl_off_t connected = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_PRETRANSFER_TIME_T, &connected);
    answer.outcome =
        connected > 0 ? HttpOutcome::kTimeout : HttpOutcome::kNoConnection;
    if (connected == 0) answer.detail = "it took too long";
  } else if (code != CURLE_OK) {
    answer.detail = error_text(code);
  }
  if (answer.outcome != HttpOutcome::kAnswered) {
    answer.body.clear();
    return answer;
  }
  long status = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  curl_off_t retry_after = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &retry_after);
  if (retry_after > 0) answer.retry_after = std::chrono::seconds(retry_after);
  return answer;
}

HttpOutcome CurlTransfer::outcome(CURLcode code) const {
  constexpr long kNoTunnel = 300;
  constexpr long kProxyAuthenticationRequired = 407;
  constexpr long kMayPass = 500;
  long tunnel = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_HTTP_CONNECTCODE, &tunnel);
  if (code != CURLE_OK && tunnel == kProxyAuthenticationRequired) {
    return HttpOutcome::kProxyLogin;
  }
  if (code != CURLE_OK && tunnel >= kNoTunnel) {
    return tunnel < kMayPass ? HttpOutcome::kNoConnection
                             : HttpOutcome::kCutOff;
  }
  return outcome_of(code);
}

std::string CurlTransfer::redirect() const {
  char* url = nullptr;
  curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &url);
  return url == nullptr ? "" : url;
}

std::size_t CurlTransfer::take_body(char* data, std::size_t /*size*/,
                                    std::size_t count, void* self) {
  auto& transfer = *static_cast<CurlTransfer*>(self);
  std::string& body = transfer.answer_.body;
  if (body.size() + count > transfer.limits_.largest_answer) {
    transfer.is_too_large_ = true;
    return 0;
  }
  body.append(data, count);
  return count;
}

std::size_t CurlTransfer::take_header(char* data, std::size_t /*size*/,
                                      std::size_t count, void* self) {
  auto& transfer = *static_cast<CurlTransfer*>(self);
  transfer.header_bytes_ += count;
  if (transfer.header_bytes_ > transfer.limits_.largest_headers) {
    transfer.is_too_large_ = true;
    return 0;
  }
  transfer.read_header({data, count});
  return count;
}

// Jira Cloud answers a wrong token as it answers strangers, with 200 or 404;
// this header alone tells.
void CurlTransfer::read_header(std::string_view line) {
  constexpr std::string_view kReason = "x-seraph-loginreason:";
  const std::string lower = to_lower_ascii(line.substr(0, 200));
  if (!lower.starts_with(kReason)) return;
  if (lower.find("authenticated_failed") != std::string::npos) {
    answer_.login_failed = true;
  }
  if (lower.find("authentication_denied") != std::string::npos) {
    answer_.wants_captcha = true;
  }
}

std::string CurlTransfer::error_text(CURLcode code) const {
  const std::string plain = ::curl_easy_strerror(code);
  const std::string text = error_[0] == '\0' ? plain : error_.data();
  return escape_for_display(proxies_.without(text).value_or(plain), 200);
}

bool have_same_origin(const std::string& a, const std::string& b) {
  const std::string origin = origin_of(a);
  return !origin.empty() && origin == origin_of(b);
}

std::string origin_for_display(const std::string& url) {
  const std::string origin = origin_of(url);
  return origin.empty() ? "an address that is no URL"
                        : quote_for_display(origin, 300);
}

}  // namespace catalint
