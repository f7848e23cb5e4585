// What `check` and `merge` have in common: the rules, and all that happens once
// the findings of each file are there.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/env.h"
#include "app/gate.h"
#include "app/inputs.h"
#include "app/options.h"
#include "app/outputs.h"
#include "catalint/lint.h"
#include "rules/filter.h"

namespace catalint {

/// What a scan brings to its report.
struct Findings {
  Report report;  // without rules; no finding needs other files so far
  std::vector<std::string> directories;  // as in Discovered
  bool has_excluded = false;
  std::vector<std::string> notes;  // for standard error, where it is not quiet
  std::vector<std::string> failures;

  /// Called once all reports are written; answers what failed. May be empty.
  std::function<std::vector<std::string>()> close;

  /// Adds to the report what could not be read, and tells of it.
  void add_unread(std::vector<UnreadPath> paths);
};

class Reporter {
 public:
  /// Reads the configuration and the rules, and looks whether reports can be
  /// written. Where something is wrong it says so; `status` is then the exit
  /// status. Options and environment must outlive it.
  static std::optional<Reporter> open(const Options& options, Env& env,
                                      int& status);

  [[nodiscard]] const Config& config() const { return config_; }
  [[nodiscard]] const RuleSet& rules() const { return *rules_; }
  [[nodiscard]] const Linter& linter() const { return linter_; }
  [[nodiscard]] const FindingFilter& filter() const { return *filter_; }
  [[nodiscard]] const Gate& gate() const { return gate_; }

  /// What is known of a Jira, from now on; null: nothing. The linter and the
  /// filter of before are gone.
  void know(std::shared_ptr<const JiraFacts> facts);

  /// An identity of the rules, their options, their selection and the list of
  /// projects that they judge by.
  [[nodiscard]] std::string rules_identity() const;

  /// Tells whether the report of a clean file is needed. For many threads at
  /// once, and no longer than the reporter stays where it is.
  [[nodiscard]] std::function<bool(const FileReport&)> keeps_clean() const;

  /// Whether the listings of the other clean files are.
  [[nodiscard]] bool lists_clean() const;

  /// An error where a file that is written would take the place of one of these
  /// files, of another one that is written, or of a file that was read in
  /// open().
  [[nodiscard]] std::optional<Error> spares(
      const std::vector<std::string>& inputs) const;

  /// Adds the findings that need all files, unless it is a part; takes out what
  /// may stay; prints and writes. Answers the exit status.
  int report(Findings findings);

 private:
  Reporter(const Options& options, Env& env, Config config, RuleSources sources,
           std::shared_ptr<const RuleSet> rules, Selection selection, Gate gate,
           Outputs outputs);

  void complete(Report& report);
  [[nodiscard]] RenderOptions render_options() const;
  [[nodiscard]] bool prints() const;

  const Options* options_;
  Env* env_;
  Config config_;
  RuleSources sources_;
  std::shared_ptr<const RuleSet> rules_;
  Selection selection_;
  Linter linter_;
  std::shared_ptr<const JiraFacts> facts_;  // null: none
  std::optional<FindingFilter> filter_;     // always there
  Gate gate_;
  Outputs outputs_;
};

}  // namespace catalint
