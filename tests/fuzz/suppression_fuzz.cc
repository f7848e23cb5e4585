// Comments for catalint, in any text, take findings out of the report and lose
// none of them.
#include "fuzz/fuzz.h"
#include "rules/filter.h"

namespace catalint::fuzz {
namespace {

void suppress(const std::string& text) {
  static const auto rules = builtin_rules();
  static const auto everything = Selection::parse({}, {}, rules->ids());
  require(static_cast<bool>(everything), "an empty selection is one");
  const Linter linter(rules);
  const FindingFilter filter(*rules, *everything);
  FileReport report = linter.lint("x.yaml", text);
  const std::size_t findings = report.diagnostics.size();
  filter.apply(report);
  require(report.diagnostics.size() + report.suppressed.size() == findings,
          "a finding is shown or suppressed");
  filter.judge_comments(report);
  require_places(report);
  require(report.diagnostics.size() + report.suppressed.size() >= findings,
          "the last look loses no finding");
  for (const Diagnostic& suppressed : report.suppressed) {
    require(suppressed.suppression &&
                !suppressed.suppression->justification.empty(),
            "what is suppressed says why");
  }
  const bool is_sorted = std::is_sorted(report.diagnostics.begin(),
                                        report.diagnostics.end(), comes_before);
  require(is_sorted, "the findings are in order");
}

}  // namespace
}  // namespace catalint::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  catalint::fuzz::suppress(catalint::fuzz::text_of(data, size));
  return 0;
}
