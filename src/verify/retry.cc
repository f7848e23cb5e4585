#include "verify/retry.h"

#include <algorithm>

namespace catalint {

bool may_pass(const HttpAnswer& answer) {
  if (answer.outcome == HttpOutcome::kCutOff) return true;
  return answer.outcome == HttpOutcome::kAnswered &&
         (answer.status == 429 || answer.status >= 500);
}

std::optional<std::chrono::milliseconds> pause_before_retry(
    const HttpAnswer& answer, const RetryLimits& limits,
    std::chrono::milliseconds left) {
  if (!may_pass(answer) || answer.attempts >= limits.attempts) {
    return std::nullopt;
  }
  std::chrono::milliseconds pause =
      limits.first_pause * (1U << (answer.attempts - 1));
  if (answer.retry_after) {
    pause = std::max<std::chrono::milliseconds>(*answer.retry_after,
                                                limits.first_pause);
  }
  if (pause > limits.longest_pause || pause > left) return std::nullopt;
  return pause;
}

}  // namespace catalint
