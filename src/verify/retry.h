// When a request is worth another attempt.
#pragma once

#include <chrono>
#include <optional>

#include "verify/http.h"

namespace catalint {

struct RetryLimits {
  unsigned attempts = 4;
  std::chrono::milliseconds first_pause{500};  // doubled each time
  std::chrono::milliseconds longest_pause{120'000};
};

/// Whether an answer is a failure that may be over soon.
bool may_pass(const HttpAnswer& answer);

/// How long to wait before the next attempt: as long as the server asks, where
/// it does. Nothing where there is none: the answer is one that stays, there
/// were enough attempts, or the pause would be longer than the limit or than
/// the time that is left.
std::optional<std::chrono::milliseconds> pause_before_retry(
    const HttpAnswer& answer, const RetryLimits& limits,
    std::chrono::milliseconds left);

}  // namespace catalint
