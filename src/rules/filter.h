// Which findings a report shows: those of the rules that are selected, without
// those that the file's comments ask to leave out.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "catalint/lint.h"
#include "rules/check.h"
#include "rules/select.h"

namespace catalint {

class FindingFilter {
 public:
  /// The rules must outlive the filter and all reports. `facts` are those that
  /// the rules judge by; null where there are none.
  FindingFilter(const RuleSet& rules, Selection selection,
                std::shared_ptr<const JiraFacts> facts = nullptr)
      : rules_(rules),
        selection_(std::move(selection)),
        facts_(std::move(facts)) {}

  /// Drops what is not selected, and moves what is suppressed to
  /// `report.suppressed`, which is sorted. Verdicts stay as they are. May be
  /// applied again to findings that were added since.
  void apply(FileReport& report) const;

  /// Adds, once, what is wrong with the comments, such as those that nothing
  /// needs. All findings must be there but those that need other files.
  void judge_comments(FileReport& report) const;

  /// Whether a rule that is selected asks this of a Jira.
  [[nodiscard]] bool asks(JiraSubject subject) const;

  /// Whether a finding of this rule that is not there is known to be gone: the
  /// rules that it depends on are selected, a rule that looks at other files
  /// had all of them, and one that looks at a Jira had all answers. A rule that
  /// its pack lost finds nothing any more; of a pack that was not read, nobody
  /// knows.
  [[nodiscard]] bool judges(std::string_view rule, const std::string& subject,
                            bool has_all_files) const;

 private:
  void add_faults(FileReport& report, const Rule& rule,
                  const Check& check) const;
  [[nodiscard]] bool is_unused(const IgnoreComment::Entry& entry) const;
  [[nodiscard]] bool selects_all(const std::string& pattern) const;

  // Whether the rule had all that it judges by; other files apart.
  [[nodiscard]] bool has_facts_for(const Rule& rule) const;

  const RuleSet& rules_;
  Selection selection_;
  std::shared_ptr<const JiraFacts> facts_;
};

}  // namespace catalint
