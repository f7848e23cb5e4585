#include "app/check.h"

#include <algorithm>
#include <filesystem>

#include "app/discover.h"
#include "app/inputs.h"
#include "app/jira_lookup.h"
#include "app/listings.h"
#include "app/real_place.h"
#include "app/reporter.h"
#include "app/repository.h"
#include "app/scan.h"

namespace catalint {
namespace {

ScanPlan plan_of(const Options& options, const Reporter& reporter,
                 const Env& env) {
  ScanPlan plan;
  plan.jobs = options.jobs;
  plan.show_progress = env.err_is_terminal && !options.quiet;
  if (options.fix) plan.fixes = ScanPlan::Fixes::kWrite;
  if (options.diff) plan.fixes = ScanPlan::Fixes::kShow;
  plan.safety = options.unsafe_fixes ? Fixable::kUnsafe : Fixable::kSafe;
  const FindingFilter& filter = reporter.filter();
  plan.filter = [&filter](FileReport& report) { filter.apply(report); };
  const Gate& gate = reporter.gate();
  if (gate.is_open()) {
    plan.keep_fixable = [&gate](FileReport& report) {
      gate.keep_fixable(report);
    };
  }
  return plan;
}

// What --fix and --diff did, in a line.
class FixCount {
 public:
  void add(std::size_t fixes) {
    fixes_ += fixes;
    if (fixes > 0) ++files_;
  }

  [[nodiscard]] std::string text(bool is_diff) const {
    return (is_diff ? "the patch mends " : "fixed ") + std::to_string(fixes_) +
           (fixes_ == 1 ? " problem in " : " problems in ") +
           std::to_string(files_) + (files_ == 1 ? " file" : " files");
  }
  [[nodiscard]] bool is_zero() const { return fixes_ == 0; }

 private:
  std::size_t fixes_ = 0;
  std::size_t files_ = 0;
};

// Leaves the shard's files. What is left out is known by its identity.
Part take_shard(const Shard& shard, Discovered& discovered,
                const Reporter& reporter, const FileSystem& files) {
  const std::string here = real_place(files, ".");
  Part part;
  part.shard = shard.index;
  part.shards = shard.count;
  part.rules = reporter.rules_identity();
  part.files = identity_of(discovered.files);
  for (const std::string& directory : discovered.directories) {
    part.directories.push_back(
        std::filesystem::path(directory).lexically_relative(here).string());
  }
  part.has_excluded = discovered.has_excluded;
  part.warnings = discovered.warnings;
  part.unfound = discovered.unread;
  std::erase_if(discovered.files, [&](const std::string& path) {
    return shard_of(path, shard.count) != shard.index;
  });
  return part;
}

// Standard input and the files, in the order of their paths.
std::vector<Slot> slots_of(Discovered& discovered, const Options& options,
                           Env& env) {
  std::vector<Slot> slots;
  slots.reserve(discovered.files.size() + 1);
  if (discovered.reads_stdin) {
    Slot& slot = slots.emplace_back();
    slot.path = options.stdin_filename;
    auto bytes = read_standard_input(env.in, kLargestFile);
    if (bytes) {
      slot.bytes = std::make_unique<std::string>(std::move(*bytes));
    } else {
      slot.outcome = std::make_unique<FileOutcome>();
      slot.outcome->failure = bytes.error().message;
    }
  }
  for (std::string& path : discovered.files) {
    slots.emplace_back().path = std::move(path);
  }
  std::stable_sort(
      slots.begin(), slots.end(),
      [](const Slot& a, const Slot& b) { return a.path < b.path; });
  return slots;
}

ReportRoot root_of(const FileSystem& files) {
  const auto repository = find_repository(files);
  return repository ? ReportRoot{repository->root, repository->prefix}
                    : ReportRoot{};
}

// What a scan puts aside of clean files; null where nobody wants it, or where
// it would be kept in memory.
std::shared_ptr<Listings> plan_listings(const Options& options,
                                        const Reporter& reporter,
                                        const Env& env, std::size_t slots,
                                        ScanPlan& plan) {
  if (!reporter.lists_clean()) return nullptr;
  auto spool = env.files.make_spool();
  if (!spool) {
    plan.keeps_clean = [](const FileReport& /*file*/) { return true; };
    return nullptr;
  }
  auto listings = std::make_shared<Listings>(std::move(spool), slots,
                                             options.shard.has_value());
  plan.put_aside = [listings](std::size_t slot, const FileReport& file) {
    return listings->put_aside(slot, file);
  };
  return listings;
}

// Moves what a file's slot holds to the findings of all.
void take_slot(Slot& slot, Findings& findings, FixCount& fixed) {
  Report& report = findings.report;
  if (!slot.outcome) {
    report.clean.paths.push_back(std::move(slot.path));
    report.clean.documents += slot.documents;
    report.clean.entities += slot.entities;
    return;
  }
  FileOutcome& outcome = *slot.outcome;
  fixed.add(outcome.fixes);
  if (!outcome.note.empty()) findings.notes.push_back(std::move(outcome.note));
  if (!outcome.report) {
    UnreadPath unread{std::move(slot.path), std::move(outcome.failure)};
    if (report.part) report.part->unread.push_back(unread);
    findings.add_unread({std::move(unread)});
    return;
  }
  report.files.push_back(std::move(*outcome.report));
  if (outcome.failure.empty()) return;
  findings.failures.push_back(std::move(outcome.failure));
}

}  // namespace

int check(const Options& options, Env& env) {
  // First of all, before a program is started that could see the token.
  auto jira = JiraLookup::open(options, env);
  if (!jira) return usage_error(env, jira.error().message);
  int status = kClean;
  auto reporter = Reporter::open(options, env, status);
  if (!reporter) return status;
  reporter->know(jira->facts());
  auto discovered = discover(options, reporter->config(), env);
  if (!discovered) return usage_error(env, discovered.error().message);
  if (const auto error = reporter->spares(discovered->files)) {
    return usage_error(env, error->message);
  }
  if (const auto error = jira->may_write(env.files)) {
    return failure(env, error->message);
  }
  Findings findings;
  if (options.shard) {
    findings.report.part =
        take_shard(*options.shard, *discovered, *reporter, env.files);
  }
  std::vector<Slot> slots = slots_of(*discovered, options, env);
  jira->ask(slots, reporter->filter(), env);
  reporter->know(jira->facts());
  ScanPlan plan = plan_of(options, *reporter, env);
  plan.keeps_clean = reporter->keeps_clean();
  const auto listings =
      plan_listings(options, *reporter, env, slots.size(), plan);
  scan(slots, reporter->linter(), plan, env);

  findings.report.root = root_of(env.files);
  findings.directories = std::move(discovered->directories);
  findings.has_excluded = discovered->has_excluded;
  findings.notes = std::move(discovered->warnings);
  findings.add_unread(std::move(discovered->unread));
  FixCount fixed;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    Slot& slot = slots[i];
    if (options.diff && slot.outcome) env.out << slot.outcome->patch;
    if (listings && !slot.outcome) listings->add(i);
    take_slot(slot, findings, fixed);
  }
  if (listings) {
    findings.report.clean.listing = [listings](std::size_t number) {
      return listings->at(number);
    };
  }
  if (!fixed.is_zero()) {
    findings.notes.insert(findings.notes.begin(), fixed.text(options.diff));
  }
  for (FileReport& file : findings.report.files) {
    reporter->filter().judge_comments(file);
  }
  findings.close = [&] { return jira->close(env); };
  return reporter->report(std::move(findings));
}

}  // namespace catalint
