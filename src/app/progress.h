// A line on a terminal that tells how far a long scan is.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <ostream>
#include <thread>

namespace catalint {

/// Nothing is shown during the first half second, and nothing stays behind.
class Progress {
 public:
  Progress(std::ostream& out, std::size_t total, bool is_shown);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance() { done_.fetch_add(1, std::memory_order_relaxed); }

 private:
  void show();

  std::ostream& out_;
  const std::size_t total_;
  std::atomic<std::size_t> done_{0};
  std::mutex mutex_;
  std::condition_variable stop_;
  bool is_over_ = false;
  std::thread thread_;
};

}  // namespace catalint
