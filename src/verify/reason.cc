#include "verify/reason.h"

#include "base/text.h"

namespace catalint {
namespace {

std::string with_detail(const std::string& text, const std::string& detail) {
  return detail.empty() ? text : text + " (" + detail + ")";
}

std::string after_attempts(const HttpAnswer& answer) {
  return answer.attempts > 1
             ? ", after " + std::to_string(answer.attempts) + " attempts"
             : "";
}

// Of a token with scopes.
constexpr const char* kScopes =
    "give it the scopes read:jira-user and read:jira-work";

std::string reason_of_status(const HttpAnswer& answer,
                             const std::optional<std::string>& jira_says) {
  const std::string status = std::to_string(answer.status);
  switch (answer.status) {
    case 200:
      return "its answer is not what Jira's REST API answers; is JIRA_API_URL "
             "the address where Jira's own pages begin?";
    case 403:
      return "it answers 403: this account may not ask";
    case 404:
      if (!jira_says) {
        return "it answers 404, and not as Jira does; is JIRA_API_URL the "
               "address where Jira's own pages begin?";
      }
      break;
    case 429:
      return "it answers 429, too many requests" + after_attempts(answer) +
             (answer.retry_after
                  ? "; its Retry-After is " +
                        std::to_string(answer.retry_after->count()) + " s"
                  : "");
    default:
      break;
  }
  std::string text = "it answers " + status + after_attempts(answer);
  if (jira_says) {
    text += ": " + quote_for_display(*jira_says, 200);
  }
  return text;
}

}  // namespace

bool is_refused_login(const HttpAnswer& answer) {
  return answer.outcome == HttpOutcome::kAnswered &&
         (answer.status == 401 || answer.login_failed || answer.wants_captcha);
}

bool is_hopeless(const HttpAnswer& answer) {
  return (is_refused_login(answer) && !answer.lacks_scope) ||
         answer.outcome == HttpOutcome::kProxyLogin ||
         answer.outcome == HttpOutcome::kUntrusted;
}

std::string reason_of_login(const HttpAnswer& answer, const std::string& reason,
                            JiraSite site) {
  if (is_refused_login(answer) && !answer.wants_captcha &&
      site == JiraSite::kCloud) {
    return reason +
           "; one with scopes works where JIRA_API_URL is "
           "https://api.atlassian.com/ex/jira/CLOUD-ID";
  }
  if (answer.outcome != HttpOutcome::kAnswered || answer.status != 403 ||
      is_refused_login(answer)) {
    return reason;
  }
  return "it answers 403: this account may not ask whose token it is; where "
         "the token has scopes, " +
         std::string(kScopes);
}

std::string reason_of(const HttpAnswer& answer,
                      const std::optional<std::string>& jira_says) {
  switch (answer.outcome) {
    case HttpOutcome::kAnswered:
      if (answer.wants_captcha) {
        return "it wants a CAPTCHA to be solved after several failed logins; "
               "sign in with a browser once";
      }
      if (is_refused_login(answer) && answer.lacks_scope) {
        return "the token lacks a scope (" + std::to_string(answer.status) +
               "); " + kScopes;
      }
      if (is_refused_login(answer)) {
        return "it does not take the token (" + std::to_string(answer.status) +
               "); it may be wrong or expired: make a new one, and store it in "
               "JIRA_API_TOKEN";
      }
      return reason_of_status(answer, jira_says);
    case HttpOutcome::kNotSent:
      return "the time for all of them was over";
    case HttpOutcome::kNoConnection:
      return with_detail("no connection to it", answer.detail);
    case HttpOutcome::kProxyLogin:
      return "the proxy wants another user and password than it was given, or "
             "any (407); HTTPS_PROXY holds them, as in "
             "http://USER:PASSWORD@HOST:PORT";
    case HttpOutcome::kUntrusted:
      return with_detail("its certificate is not to be trusted",
                         answer.detail) +
             "; SSL_CERT_FILE names a file with the authorities to trust";
    case HttpOutcome::kTimeout:
      return "it did not answer in time; --timeout waits longer";
    case HttpOutcome::kNoHttp:
      return with_detail("what answers there is no web server", answer.detail) +
             "; is JIRA_API_URL right?";
    case HttpOutcome::kCutOff:
      return with_detail("its answer broke off", answer.detail) +
             after_attempts(answer);
    case HttpOutcome::kTooLarge:
      return "its answer is larger than catalint reads";
    case HttpOutcome::kRedirected:
      return "it redirects to " + answer.detail +
             ", where the token does not go; is JIRA_API_URL right?";
    case HttpOutcome::kCircling:
      return "it redirects again and again; is JIRA_API_URL the address where "
             "Jira's own pages begin?";
    case HttpOutcome::kEchoed:
      return "its answer holds the token itself, and is not shown";
  }
  return "";
}

}  // namespace catalint
