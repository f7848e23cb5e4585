#include "rules/filter.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "base/glob.h"
#include "base/text.h"
#include "jira/facts.h"
#include "jira/secret.h"
#include "rules/ignore_comment.h"
#include "rules/make_diagnostic.h"

namespace catalint {
namespace {

void leave_out_ignored(FileReport& report) {
  if (report.ignore_comments.empty()) return;
  IgnoreIndex index(*report.source, report.ignore_comments);
  std::vector<Diagnostic> kept;
  for (Diagnostic& diagnostic : report.diagnostics) {
    const IgnoreComment* comment =
        index.use(diagnostic.rule->id, diagnostic.primary.begin);
    if (comment == nullptr) {
      kept.push_back(std::move(diagnostic));
      continue;
    }
    diagnostic.suppression = {SuppressionKind::kInSource, comment->reason};
    report.suppressed.push_back(std::move(diagnostic));
  }
  report.diagnostics = std::move(kept);
  std::sort(report.suppressed.begin(), report.suppressed.end(), comes_before);
}

// Whether other files decide if the rule finds anything: a scan that does not
// hold them cannot tell that nobody needs the comment.
bool looks_at_other_files(const Rule& rule) {
  return std::any_of(
      rule.checks.begin(), rule.checks.end(), [](const Check& check) {
        return std::holds_alternative<DuplicateEntityVerb>(check.verb);
      });
}

// Whether the facts leave nothing open that the check asks.
bool settle(const JiraFacts& facts, JiraSubject subject) {
  switch (subject) {
    case JiraSubject::kProject:
    case JiraSubject::kLiveProject:
      return facts.settle_projects;
    case JiraSubject::kComponent:
      return facts.settle_components;
    case JiraSubject::kQuery:
      return facts.settle_queries;
  }
  return false;
}

bool looks_for_unused_comments(const Rule& rule) {
  return std::any_of(
      rule.checks.begin(), rule.checks.end(), [](const Check& check) {
        const auto* verb = std::get_if<SuppressionVerb>(&check.verb);
        return verb != nullptr && verb->fault == SuppressionFault::kUnused;
      });
}

bool fits_any(const std::string& pattern, const std::vector<std::string>& ids) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return glob_matches(pattern, id);
  });
}

Finding fault_at(Span span, const std::string& text) {
  Finding finding;
  finding.primary = span;
  finding.subject = text;
  finding.value = quote_for_display(without_credentials(text));
  return finding;
}

}  // namespace

void FindingFilter::apply(FileReport& report) const {
  selection_.apply(report);
  leave_out_ignored(report);
}

void FindingFilter::judge_comments(FileReport& report) const {
  if (report.ignore_comments.empty()) return;
  for (const Rule& rule : rules_.rules) {
    if (!selection_.wants(rule.info.id)) continue;
    for (const Check& check : rule.checks) {
      if (std::holds_alternative<SuppressionVerb>(check.verb)) {
        add_faults(report, rule, check);
      }
    }
  }
  leave_out_ignored(report);
  std::sort(report.diagnostics.begin(), report.diagnostics.end(), comes_before);
}

bool FindingFilter::asks(JiraSubject subject) const {
  return std::any_of(
      rules_.rules.begin(), rules_.rules.end(), [&](const Rule& rule) {
        return selection_.wants(rule.info.id) &&
               std::any_of(rule.checks.begin(), rule.checks.end(),
                           [&](const Check& check) {
                             const auto* verb =
                                 std::get_if<KnownToJiraVerb>(&check.verb);
                             return verb != nullptr && verb->subject == subject;
                           });
      });
}

bool FindingFilter::judges(std::string_view rule, const std::string& subject,
                           bool has_all_files) const {
  const std::string_view pack = rule.substr(0, rule.find('/') + 1);
  bool has_pack = false;
  for (const Rule& known : rules_.rules) {
    has_pack = has_pack || (!pack.empty() && known.info.id.starts_with(pack));
    if (known.info.id != rule) continue;
    return selection_.wants(rule) &&
           (has_all_files || !looks_at_other_files(known)) &&
           has_facts_for(known) &&
           (!looks_for_unused_comments(known) || selects_all(subject));
  }
  return has_pack;
}

void FindingFilter::add_faults(FileReport& report, const Rule& rule,
                               const Check& check) const {
  const auto add = [&](Finding finding) {
    report.diagnostics.push_back(make_diagnostic(
        rule, check.wording, std::move(finding), *report.source, nullptr));
  };
  const SuppressionFault fault = std::get<SuppressionVerb>(check.verb).fault;
  const std::vector<std::string> ids = rules_.ids();
  // Where the file is lost, rules had no chance to find anything, and what
  // looks like a comment may be text.
  if (!report.loads) return;
  const bool has_all_findings = !report.has_more;
  for (const IgnoreComment& comment : report.ignore_comments) {
    if (!comment.mistake.empty()) {
      if (fault != SuppressionFault::kSyntax) continue;
      Finding finding = fault_at(comment.span, "");
      finding.detail = comment.mistake;
      finding.hint = comment.hint;
      add(std::move(finding));
      continue;
    }
    for (const IgnoreComment::Entry& entry : comment.entries) {
      const bool is_known = fits_any(entry.pattern, ids);
      if (fault == SuppressionFault::kUnknownRule && !is_known) {
        Finding finding = fault_at(entry.span, entry.pattern);
        finding.detail = did_you_mean(entry.pattern, ids);
        add(std::move(finding));
      }
      if (fault == SuppressionFault::kUnused && is_known && has_all_findings &&
          is_unused(entry)) {
        add(fault_at(entry.span, entry.pattern));
      }
    }
  }
}

bool FindingFilter::is_unused(const IgnoreComment::Entry& entry) const {
  if (entry.is_used) return false;
  // These rules judge last of all, so their ids may still be needed.
  const bool is_own_id =
      entry.pattern.starts_with("catalint/") && !is_glob(entry.pattern);
  if (is_own_id) return false;
  return selects_all(entry.pattern) &&
         std::none_of(
             rules_.rules.begin(), rules_.rules.end(), [&](const Rule& rule) {
               return glob_matches(entry.pattern, rule.info.id) &&
                      (looks_at_other_files(rule) || !has_facts_for(rule));
             });
}

bool FindingFilter::has_facts_for(const Rule& rule) const {
  return std::all_of(
      rule.checks.begin(), rule.checks.end(), [&](const Check& check) {
        const auto* verb = std::get_if<KnownToJiraVerb>(&check.verb);
        return verb == nullptr || (facts_ && settle(*facts_, verb->subject));
      });
}

bool FindingFilter::selects_all(const std::string& pattern) const {
  return std::all_of(rules_.rules.begin(), rules_.rules.end(),
                     [&](const Rule& rule) {
                       return !glob_matches(pattern, rule.info.id) ||
                              selection_.wants(rule.info.id);
                     });
}

}  // namespace catalint
