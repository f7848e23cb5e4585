#include "rules/select.h"

#include <algorithm>
#include <optional>

#include "base/edit_distance.h"
#include "base/glob.h"
#include "base/text.h"

namespace catalint {
namespace {

std::optional<Error> unknown_rule(const std::vector<std::string>& patterns,
                                  const std::vector<std::string>& known) {
  for (const std::string& pattern : patterns) {
    const bool fits = std::any_of(
        known.begin(), known.end(),
        [&](const std::string& id) { return glob_matches(pattern, id); });
    if (fits) continue;
    return Error{"no rule is called " + quote_for_display(pattern) +
                 "; `catalint rules` lists all rules" +
                 did_you_mean(pattern, known)};
  }
  return std::nullopt;
}

enum class Fit : std::uint8_t { kNone, kPattern, kId };

Fit fit(const std::vector<std::string>& patterns, const std::string& id) {
  Fit best = Fit::kNone;
  for (const std::string& pattern : patterns) {
    if (pattern == id) return Fit::kId;
    if (glob_matches(pattern, id)) best = Fit::kPattern;
  }
  return best;
}

}  // namespace

Result<Selection> Selection::parse(const std::vector<std::string>& select,
                                   const std::vector<std::string>& ignore,
                                   const std::vector<std::string>& known) {
  for (const auto* patterns : {&select, &ignore}) {
    if (auto error = unknown_rule(*patterns, known)) return std::move(*error);
  }
  Selection selection;
  for (const std::string& id : known) {
    const Fit selected = select.empty() ? Fit::kPattern : fit(select, id);
    const Fit ignored = fit(ignore, id);
    const bool wanted = selected != Fit::kNone &&
                        (ignored == Fit::kNone ||
                         (selected == Fit::kId && ignored == Fit::kPattern));
    if (!wanted) selection.unwanted_.push_back(id);
  }
  return selection;
}

bool Selection::wants(std::string_view id) const {
  return std::find(unwanted_.begin(), unwanted_.end(), id) == unwanted_.end();
}

void Selection::apply(FileReport& report) const {
  if (unwanted_.empty()) return;
  std::erase_if(report.diagnostics, [&](const Diagnostic& diagnostic) {
    return !wants(diagnostic.rule->id);
  });
}

}  // namespace catalint
