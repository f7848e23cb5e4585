#include "app/progress.h"

#include <utility>

namespace catalint {

Progress::Progress(std::ostream& out, std::string what, bool is_shown)
    : out_(out), what_(std::move(what)) {
  if (is_shown) thread_ = std::thread([this] { show(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  stop_.notify_one();
  thread_.join();
}

void Progress::show() {
  using std::chrono::milliseconds;
  std::unique_lock lock(mutex_);
  bool is_shown = false;
  for (auto pause = milliseconds(500);; pause = milliseconds(100)) {
    if (stop_.wait_for(lock, pause, [this] { return is_over_; })) break;
    is_shown = true;
    out_ << "\r" << done_.load(std::memory_order_relaxed) << " of " << total_
         << what_ << std::flush;
  }
  if (is_shown) out_ << "\r\x1B[K" << std::flush;
}

}  // namespace catalint
