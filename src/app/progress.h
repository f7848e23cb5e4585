// A line on a terminal that tells how far something long is.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>

namespace catalint {

/// Nothing is shown during the first half second, and nothing stays behind.
class Progress {
 public:
  /// `what` follows the numbers, as ` files` does.
  Progress(std::ostream& out, std::string what, bool is_shown);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void set_total(std::size_t total) { total_.store(total); }
  void advance() { done_.fetch_add(1, std::memory_order_relaxed); }
  void set(std::size_t done, std::size_t total) {
    done_.store(done);
    total_.store(total);
  }

 private:
  void show();

  std::ostream& out_;
  const std::string what_;
  std::atomic<std::size_t> total_{0};
  std::atomic<std::size_t> done_{0};
  std::mutex mutex_;
  std::condition_variable stop_;
  bool is_over_ = false;
  std::thread thread_;
};

}  // namespace catalint
