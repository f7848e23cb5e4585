#include "verify/retry.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

using std::chrono::milliseconds;

HttpAnswer answer_of(HttpOutcome outcome, int status, unsigned attempts,
                     int retry_after = -1) {
  HttpAnswer answer;
  answer.outcome = outcome;
  answer.status = status;
  answer.attempts = attempts;
  if (retry_after >= 0) answer.retry_after = std::chrono::seconds(retry_after);
  return answer;
}

TEST(Retry, WaitsWhereItMayHelp) {
  constexpr auto kAnswered = HttpOutcome::kAnswered;
  const struct {
    HttpAnswer answer;
    int pause;  // milliseconds; -1: none
  } rows[] = {
      {answer_of(kAnswered, 200, 1), -1},
      {answer_of(kAnswered, 401, 1), -1},
      {answer_of(kAnswered, 403, 1), -1},
      {answer_of(kAnswered, 404, 1, 1), -1},
      {answer_of(kAnswered, 429, 1), 500},
      {answer_of(kAnswered, 429, 1, 0), 500},  // never at once
      {answer_of(kAnswered, 429, 1, 7), 7000},
      {answer_of(kAnswered, 429, 1, 120), 120'000},
      {answer_of(kAnswered, 429, 1, 121), -1},
      {answer_of(kAnswered, 503, 1), 500},
      {answer_of(kAnswered, 503, 2), 1000},
      {answer_of(kAnswered, 503, 3), 2000},
      {answer_of(kAnswered, 503, 4), -1},
      {answer_of(kAnswered, 503, 1, 3), 3000},
      {answer_of(HttpOutcome::kCutOff, 0, 1), 500},
      {answer_of(HttpOutcome::kTimeout, 0, 1), -1},
      {answer_of(HttpOutcome::kNoConnection, 0, 1), -1},
      {answer_of(HttpOutcome::kUntrusted, 0, 1), -1},
      {answer_of(HttpOutcome::kRedirected, 302, 1), -1},
      {answer_of(HttpOutcome::kTooLarge, 200, 1), -1},
  };
  for (const auto& row : rows) {
    const auto pause =
        pause_before_retry(row.answer, RetryLimits(), milliseconds(900'000));
    EXPECT_EQ(pause ? pause->count() : -1, row.pause)
        << row.answer.status << " " << row.answer.attempts;
  }
}

TEST(Retry, NeverLongerThanTheTimeThatIsLeft) {
  const HttpAnswer answer = answer_of(HttpOutcome::kAnswered, 503, 1);
  EXPECT_TRUE(pause_before_retry(answer, RetryLimits(), milliseconds(500)));
  EXPECT_FALSE(pause_before_retry(answer, RetryLimits(), milliseconds(499)));
}

}  // namespace
}  // namespace catalint
