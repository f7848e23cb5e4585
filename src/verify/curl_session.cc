#include "verify/curl_session.h"

#include <malloc.h>
#include <string.h>  // NOLINT(modernize-deprecated-headers): explicit_bzero

#include <algorithm>
#include <cstdlib>
#include <new>

#include "base/secret.h"

namespace catalint {
namespace {

using std::chrono::milliseconds;

void wiping_free(void* memory) {
  if (memory == nullptr) return;
  ::explicit_bzero(memory, ::malloc_usable_size(memory));
  std::free(memory);
}

void* wiping_realloc(void* memory, std::size_t size) {
  if (memory == nullptr) return std::malloc(size);
  void* larger = std::malloc(size);
  if (larger == nullptr) return nullptr;
  std::copy_n(static_cast<const char*>(memory),
              std::min(size, ::malloc_usable_size(memory)),
              static_cast<char*>(larger));
  wiping_free(memory);
  return larger;
}

char* copy_text(const char* text) { return ::strdup(text); }

void add(CurlHeaders& headers, const char* line) {
  curl_slist* longer = ::curl_slist_append(headers.get(), line);
  if (longer == nullptr) throw std::bad_alloc();
  (void)headers.release();
  headers.reset(longer);
}

CurlHeaders headers_of(const JiraCredentials& credentials, bool has_body) {
  CurlHeaders headers;
  std::string line("Authorization: ");
  const Secret authorization = joined_secret(
      joined_secret(line, credentials.authorization.reveal()).reveal(),
      std::string_view("\0", 1));
  add(headers, authorization.reveal().data());
  add(headers, "Accept: application/json");
  // Jira takes a request that a browser could have made for a forged one.
  if (has_body) add(headers, "Content-Type: application/json");
  return headers;
}

}  // namespace

bool prepare_curl() {
  return ::curl_global_init_mem(CURL_GLOBAL_DEFAULT, std::malloc, wiping_free,
                                wiping_realloc, copy_text,
                                std::calloc) == CURLE_OK;
}

CurlSession::CurlSession(const JiraCredentials& credentials,
                         const HttpLimits& limits,
                         const std::string& certificates,
                         const ProxySecrets& proxies)
    : limits_(limits),
      root_(credentials.url),
      get_headers_(headers_of(credentials, false)),
      post_headers_(headers_of(credentials, true)),
      multi_(::curl_multi_init()),
      seats_(limits.parallel),
      resume_(Clock::now()),
      end_(Clock::now() + limits.run) {
  const long connections = static_cast<long>(limits.parallel);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, connections);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, connections);
  for (Seat& seat : seats_) {
    seat.transfer =
        std::make_unique<CurlTransfer>(limits_, certificates, proxies);
  }
}

CurlSession::~CurlSession() {
  for (const Seat& seat : seats_) {
    if (seat.is_taken) {
      ::curl_multi_remove_handle(multi_.get(), seat.transfer->handle());
    }
  }
}

milliseconds CurlSession::left() const {
  return std::chrono::duration_cast<milliseconds>(end_ - Clock::now());
}

milliseconds CurlSession::until_next() const {
  constexpr milliseconds kLongest{1000};
  if (waiting_.empty() || taken_ == seats_.size()) return kLongest;
  Clock::time_point next = waiting_.front().ready;
  for (const Job& job : waiting_) next = std::min(next, job.ready);
  const auto wait =
      std::chrono::ceil<milliseconds>(std::max(next, resume_) - Clock::now());
  return std::clamp(wait, milliseconds(0), kLongest);
}

void CurlSession::start_ready(const std::vector<HttpRequest>& requests) {
  const Clock::time_point now = Clock::now();
  for (Seat& seat : seats_) {
    if (seat.is_taken || now < resume_) continue;
    const auto next =
        std::find_if(waiting_.begin(), waiting_.end(),
                     [&](const Job& job) { return job.ready <= now; });
    if (next == waiting_.end()) return;
    seat.job = std::move(*next);
    waiting_.erase(next);
    const HttpRequest& request = requests[seat.job.request];
    if (seat.job.url.empty()) seat.job.url = root_ + request.path;
    seat.transfer->prepare(
        seat.job.url,
        request.body.empty() ? get_headers_.get() : post_headers_.get(),
        request.body, left());
    ::curl_multi_add_handle(multi_.get(), seat.transfer->handle());
    seat.is_taken = true;
    ++taken_;
  }
}

bool CurlSession::goes_on(Seat& seat, HttpAnswer& answer) {
  constexpr unsigned kMostRedirects = 5;
  constexpr unsigned kFewFailures = 3;
  answer.attempts = seat.job.attempt;
  const std::string target = seat.transfer->redirect();
  if (answer.outcome == HttpOutcome::kAnswered && !target.empty()) {
    if (!have_same_origin(seat.job.url, target)) {
      answer.outcome = HttpOutcome::kRedirected;
      answer.detail = origin_for_display(target);
      return false;
    }
    if (seat.job.redirects == kMostRedirects) {
      answer.outcome = HttpOutcome::kCircling;
      return false;
    }
    seat.job.url = target;
    ++seat.job.redirects;
    return has_hope_;
  }
  if (!may_pass(answer)) failures_in_a_row_ = 0;
  const auto pause = pause_before_retry(answer, limits_.retries, left());
  if (!pause) return false;
  ++seat.job.attempt;
  seat.job.ready = Clock::now() + *pause;
  // Too many requests are too many of all, and a failure that comes again and
  // again is not about one of them.
  if (answer.status == 429 || ++failures_in_a_row_ >= kFewFailures) {
    resume_ = std::max(resume_, seat.job.ready);
  }
  return has_hope_;
}

void CurlSession::finish(CURL* handle, CURLcode code,
                         const OnAnswer& on_answer) {
  const auto seat = std::find_if(
      seats_.begin(), seats_.end(),
      [&](const Seat& one) { return one.transfer->handle() == handle; });
  HttpAnswer answer = seat->transfer->answer(code);
  const bool goes = goes_on(*seat, answer);
  ::curl_multi_remove_handle(multi_.get(), handle);
  seat->is_taken = false;
  --taken_;
  if (goes) {
    waiting_.push_front(std::move(seat->job));
  } else {
    has_hope_ = on_answer(seat->job.request, answer) && has_hope_;
  }
}

void CurlSession::send(const std::vector<HttpRequest>& requests,
                       const OnAnswer& on_answer) {
  for (std::size_t i = 0; i < requests.size(); ++i) {
    waiting_.push_back({i, 1, 0, "", Clock::now()});
  }
  has_hope_ = true;
  while (taken_ > 0 || !waiting_.empty()) {
    if (!has_hope_ || left() <= milliseconds(0)) waiting_.clear();
    start_ready(requests);
    int running = 0;
    ::curl_multi_perform(multi_.get(), &running);
    int queued = 0;
    while (const CURLMsg* message =
               ::curl_multi_info_read(multi_.get(), &queued)) {
      if (message->msg == CURLMSG_DONE) {
        finish(message->easy_handle, message->data.result, on_answer);
      }
    }
    if (taken_ == 0 && waiting_.empty()) break;
    ::curl_multi_poll(multi_.get(), nullptr, 0,
                      static_cast<int>(until_next().count()), nullptr);
  }
}

}  // namespace catalint
