#include "fix/fixer.h"

#include <algorithm>

#include "fix/choose.h"

namespace catalint {
namespace {

std::size_t ingested_in(const FileReport& report) {
  return static_cast<std::size_t>(std::count_if(
      report.entities.begin(), report.entities.end(),
      [](const EntityReport& entity) { return entity.ingested; }));
}

// The findings for which Backstage drops the whole file.
std::ptrdiff_t grave_ones_in(const FileReport& report) {
  return std::count_if(
      report.diagnostics.begin(), report.diagnostics.end(),
      [](const Diagnostic& found) { return found.loses == Loss::kFile; });
}

bool loses_something(const FileReport& before, const FileReport& after) {
  return after.documents != before.documents ||
         (before.loads && !after.loads) ||
         grave_ones_in(after) > grave_ones_in(before) ||
         ingested_in(after) < ingested_in(before);
}

FixedFile refused(FileReport report, std::string reason) {
  FixedFile fixed;
  fixed.bytes = std::string(report.source->bytes());
  fixed.report = std::move(report);
  fixed.refusal = std::move(reason);
  return fixed;
}

}  // namespace

FixedFile Fixer::fix(FileReport report) const {
  FixedFile fixed;
  fixed.bytes = std::string(report.source->bytes());
  const std::string path = report.source->path();
  const FileReport* last = &report;
  for (int round = 0;; ++round) {
    const Choice choice = choose_fixes(last->diagnostics, least_);
    if (choice.edits.empty()) break;
    if (round == kMostRounds) {
      return refused(std::move(report),
                     "its fixes call for one another without end, so none was "
                     "made; please report this");
    }
    fixed.bytes = splice(fixed.bytes, choice.edits);
    fixed.fixes += choice.fixes;
    fixed.report = linter_.lint(path, fixed.bytes);
    filter_(fixed.report);
    last = &fixed.report;
  }
  if (fixed.fixes == 0) {
    fixed.report = std::move(report);
  } else if (loses_something(report, fixed.report)) {
    return refused(std::move(report),
                   "its fixes would bring out a mistake for which Backstage "
                   "drops an entity that it takes now, so none was made");
  }
  return fixed;
}

}  // namespace catalint
