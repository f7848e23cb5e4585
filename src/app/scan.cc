#include "app/scan.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "app/progress.h"
#include "base/text.h"
#include "fix/patch.h"

namespace catalint {
namespace {

class Scan {
 public:
  Scan(std::vector<Slot>& slots, const Linter& linter, const ScanPlan& plan,
       Env& env)
      : slots_(slots),
        linter_(linter),
        plan_(plan),
        files_(env.files),
        fixer_(linter, fix_filter(plan), plan.safety),
        progress_(env.err, slots.size(), plan.show_progress) {}

  void run() {
    constexpr std::size_t kFilesPerThread = 32;
    const std::size_t cores =
        plan_.jobs > 0 ? plan_.jobs
                       : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(
        cores, (slots_.size() + kFilesPerThread - 1) / kFilesPerThread);
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threads; ++i) {
      helpers.emplace_back([this] { work(); });
    }
    work();
  }

 private:
  void work() {
    for (;;) {
      const std::size_t i = next_.fetch_add(1, std::memory_order_relaxed);
      if (i >= slots_.size()) return;
      fill(slots_[i]);
      progress_.advance();
    }
  }

  void fill(Slot& slot) const {
    if (!slot.failure.empty()) return;
    if (!slot.bytes) {
      auto bytes = files_.read(slot.path, kLargestFile);
      if (!bytes) {
        fail(slot, bytes.error().message);
        return;
      }
      slot.bytes = std::move(*bytes);
    }
    slot.report = lint(slot, std::move(*slot.bytes));
    slot.bytes.reset();
    if (plan_.fixes != ScanPlan::Fixes::kNone) fix(slot);
  }

  void fix(Slot& slot) const {
    const std::string before(slot.report->source->bytes());
    FileReport fixable = std::move(*slot.report);
    if (plan_.keep_fixable) plan_.keep_fixable(fixable);
    FixedFile fixed = fixer_.fix(std::move(fixable));
    if (!fixed.refusal.empty()) slot.note = about(slot, fixed.refusal);
    // The report tells of what must not be fixed too.
    slot.report =
        plan_.keep_fixable ? lint(slot, fixed.bytes) : std::move(fixed.report);
    if (fixed.fixes == 0) return;
    if (plan_.fixes == ScanPlan::Fixes::kShow) {
      slot.patch = unified_diff(slot.path, before, fixed.bytes);
      slot.report = lint(slot, before);
    } else if (const auto error =
                   files_.replace(slot.path, before, fixed.bytes)) {
      fail(slot, "its fixes could not be written: " + error->message);
      slot.report = lint(slot, before);
      return;
    }
    slot.fixes = fixed.fixes;
  }

  [[nodiscard]] FileReport lint(const Slot& slot, std::string bytes) const {
    FileReport report = linter_.lint(slot.path, std::move(bytes));
    plan_.filter(report);
    return report;
  }

  static Fixer::Filter fix_filter(const ScanPlan& plan) {
    if (!plan.keep_fixable) return plan.filter;
    return [&plan](FileReport& report) {
      plan.filter(report);
      plan.keep_fixable(report);
    };
  }

  static std::string about(const Slot& slot, const std::string& what) {
    return path_for_display(slot.path) + ": " + what;
  }

  static void fail(Slot& slot, const std::string& reason) {
    slot.failure = about(slot, reason);
  }

  std::vector<Slot>& slots_;
  const Linter& linter_;
  const ScanPlan& plan_;
  const FileSystem& files_;
  Fixer fixer_;
  Progress progress_;
  std::atomic<std::size_t> next_{0};
};

}  // namespace

void scan(std::vector<Slot>& slots, const Linter& linter, const ScanPlan& plan,
          Env& env) {
  Scan(slots, linter, plan, env).run();
}

}  // namespace catalint
