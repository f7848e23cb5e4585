#include "app/scan.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <unordered_set>

#include "app/progress.h"
#include "app/real_place.h"
#include "base/text.h"
#include "fix/patch.h"
#include "rules/described_entities.h"

namespace catalint {
namespace {

constexpr std::size_t kFew = 500;  // over before anyone could read a line

class Scan {
 public:
  Scan(std::vector<Slot>& slots, const Linter& linter, const ScanPlan& plan,
       Env& env)
      : slots_(slots),
        linter_(linter),
        plan_(plan),
        files_(env.files),
        fixer_(linter, fix_filter(plan), plan.safety),
        progress_(env.err, " files",
                  plan.show_progress && slots.size() > kFew) {
    progress_.set_total(slots.size());
  }

  void run() {
    if (plan_.fixes != ScanPlan::Fixes::kNone) find_twins();
    constexpr std::size_t kFilesPerThread = 32;
    const std::size_t cores =
        plan_.jobs > 0 ? plan_.jobs
                       : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(
        cores, (slots_.size() + kFilesPerThread - 1) / kFilesPerThread);
    {
      std::vector<std::jthread> helpers;
      for (std::size_t i = 1; i < threads; ++i) {
        helpers.emplace_back([this] { work(); });
      }
      work();
    }
    // After the ones whose fixes they share.
    for (const std::size_t i : twins_) fill(i);
    recall_duplicates();
  }

 private:
  // Links and other names of a file that is in the scan already: its fixes are
  // made once, and its patch names it once.
  void find_twins() {
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      const Slot& slot = slots_[i];
      if (slot.bytes || slot.outcome) continue;
      if (!seen.insert(real_place(files_, slot.path)).second) twins_.insert(i);
    }
  }

  void work() {
    for (;;) {
      const std::size_t i = next_.fetch_add(1, std::memory_order_relaxed);
      if (i >= slots_.size()) return;
      // A twin comes later; standard input that could not be read is over.
      if (twins_.count(i) == 0 && !slots_[i].outcome) fill(i);
      progress_.advance();
    }
  }

  void fill(std::size_t i) {
    FileOutcome outcome = outcome_of(slots_[i], twins_.count(i) == 0);
    if (outcome.report) describe(*outcome.report, i);
    settle(i, std::move(outcome));
  }

  void describe(const FileReport& report, std::size_t slot) {
    const std::lock_guard lock(mutex_);
    described_.add(report, slot);
  }

  void settle(std::size_t i, FileOutcome outcome) const {
    Slot& slot = slots_[i];
    if (slot.bytes || is_remarkable(outcome) ||
        (plan_.keeps_clean && plan_.keeps_clean(*outcome.report)) ||
        (plan_.put_aside && !plan_.put_aside(i, *outcome.report))) {
      slot.outcome = std::make_unique<FileOutcome>(std::move(outcome));
      return;
    }
    slot.documents = static_cast<std::uint32_t>(outcome.report->documents);
    slot.entities = static_cast<std::uint32_t>(outcome.report->entities.size());
  }

  static bool is_remarkable(const FileOutcome& outcome) {
    return !outcome.report || !outcome.report->is_clean() ||
           outcome.fixes > 0 || !outcome.note.empty();
  }

  // Reads the clean files again whose entities others describe too.
  void recall_duplicates() {
    for (const std::size_t i : described_.shared()) {
      Slot& slot = slots_[i];
      if (slot.outcome) continue;
      slot.outcome = std::make_unique<FileOutcome>(outcome_of(slot, false));
    }
  }

  [[nodiscard]] FileOutcome outcome_of(const Slot& slot, bool may_fix) const {
    FileOutcome outcome;
    std::string bytes;
    if (slot.bytes) {
      bytes = std::move(*slot.bytes);
    } else {
      auto read = files_.read(slot.path, kLargestFile);
      if (!read) {
        outcome.failure = about(slot, read.error().message);
        return outcome;
      }
      bytes = std::move(*read);
    }
    outcome.report = lint(slot, std::move(bytes));
    if (may_fix && plan_.fixes != ScanPlan::Fixes::kNone) fix(slot, outcome);
    return outcome;
  }

  void fix(const Slot& slot, FileOutcome& outcome) const {
    const std::string before(outcome.report->source->bytes());
    FileReport fixable = std::move(*outcome.report);
    if (plan_.keep_fixable) plan_.keep_fixable(fixable);
    FixedFile fixed = fixer_.fix(std::move(fixable));
    if (!fixed.refusal.empty()) outcome.note = about(slot, fixed.refusal);
    // The report tells of what must not be fixed too.
    outcome.report =
        plan_.keep_fixable ? lint(slot, fixed.bytes) : std::move(fixed.report);
    if (fixed.fixes == 0) return;
    const auto error = plan_.fixes == ScanPlan::Fixes::kShow
                           ? show(slot, before, fixed.bytes, outcome)
                           : files_.replace(slot.path, before, fixed.bytes);
    if (error) {
      outcome.failure =
          about(slot, "its fixes could not be " +
                          std::string(plan_.fixes == ScanPlan::Fixes::kShow
                                          ? "shown: "
                                          : "written: ") +
                          error->message);
    }
    if (error || plan_.fixes == ScanPlan::Fixes::kShow) {
      outcome.report = lint(slot, before);
    }
    if (error) return;
    outcome.fixes = fixed.fixes;
  }

  // A patch is applied in the working directory, and reaches nothing else.
  std::optional<Error> show(const Slot& slot, const std::string& before,
                            const std::string& after,
                            FileOutcome& outcome) const {
    std::string path = slot.path;
    if (!slot.bytes) {
      path = real_place(files_, path);
      const std::string here = real_place(files_, ".");
      if (!is_at_or_below(path, here)) {
        return Error{
            "it lies outside of the working directory, where no patch reaches; "
            "run catalint in a directory above it"};
      }
      path.erase(0, here == "/" ? 1 : here.size() + 1);
    }
    outcome.patch = unified_diff(path, before, after);
    return std::nullopt;
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

  std::vector<Slot>& slots_;
  const Linter& linter_;
  const ScanPlan& plan_;
  const FileSystem& files_;
  Fixer fixer_;
  Progress progress_;
  std::set<std::size_t> twins_;  // by their slots
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  DescribedEntities described_;  // by the clean files and all others
};

}  // namespace

void scan(std::vector<Slot>& slots, const Linter& linter, const ScanPlan& plan,
          Env& env) {
  Scan(slots, linter, plan, env).run();
}

}  // namespace catalint
