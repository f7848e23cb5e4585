// catalint-verify: catalint with an HTTP client in it. `catalint verify`
// becomes this program.
#include <ctime>
#include <iostream>

#include "app/private_memory.h"
#include "app/process.h"
#include "verify/asker.h"
#include "verify/cache_file.h"
#include "verify/curl_session.h"
#include "verify/echo.h"
#include "verify/proxy_secrets.h"

namespace {

using namespace catalint;  // NOLINT(google-build-using-namespace)

constexpr std::size_t kLargestCache = std::size_t{16} << 20U;

JiraReply ask(const Env& env, const JiraInquiry& inquiry,
              const JiraCredentials& credentials) {
  const auto cache =
      CacheFile::of(env.variable, cache_name_of(credentials), kLargestCache);
  const Moment now = std::time(nullptr);
  KeptAnswers kept;
  if (cache && inquiry.may_use_cache) {
    kept = parse_kept_answers(cache->read().value_or(""), now);
  }
  HttpLimits limits;
  limits.answer = inquiry.timeout;
  const EchoGuard guard(credentials);
  const ProxySecrets proxies(env.variable);
  std::optional<CurlSession> session;
  const auto send = [&](const std::vector<HttpRequest>& requests,
                        const OnAnswer& on_answer) {
    if (!session) {
      session.emplace(credentials, limits,
                      env.variable("SSL_CERT_FILE").value_or(""), proxies);
    }
    session->send(requests, [&](std::size_t request, HttpAnswer& answer) {
      if (guard.is_echo(answer.body) || guard.is_echo(answer.detail)) {
        wipe(answer.body);
        answer = HttpAnswer();
        answer.outcome = HttpOutcome::kEchoed;
      }
      return on_answer(request, answer);
    });
  };
  JiraReply reply = answer_inquiry(inquiry, kept, now, send);
  if (!session) return reply;
  if (!cache) {
    reply.notes.emplace_back(
        "answers are not kept, since neither XDG_CACHE_HOME nor HOME is set");
  } else if (const auto error =
                 cache->write(kept_answers_text(kept, kLargestCache))) {
    reply.notes.push_back("answers are not kept: " + error->message);
  }
  return reply;
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory_private();
  if (!prepare_curl()) {
    std::cerr << "catalint: libcurl could not be started\n";
    return kFailure;
  }
  return run_process(argc, argv, [](Env& env) {
    env.ask_jira = [&env](const JiraInquiry& inquiry,
                          const JiraCredentials& credentials) {
      return ask(env, inquiry, credentials);
    };
  });
}
