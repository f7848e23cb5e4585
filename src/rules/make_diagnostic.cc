#include "rules/make_diagnostic.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "jira/secret.h"
#include "rules/fix.h"

namespace catalint {
namespace {

// Every finding of an entity holds its ref, which a wrong name may make huge.
std::string shortened(std::string_view ref) {
  constexpr std::size_t kLongest = 1000;
  std::size_t end = std::min(ref.size(), kLongest);
  while (end < ref.size() && end > 0 &&
         (static_cast<unsigned char>(ref[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string(ref.substr(0, end));
}

bool repeats_secret(const Fix& fix) {
  return std::any_of(fix.edits.begin(), fix.edits.end(), [](const Edit& edit) {
    return credential_in(edit.text).has_value();
  });
}

}  // namespace

Diagnostic make_diagnostic(const Rule& rule, const Wording& wording,
                           Finding finding, const SourceFile& source,
                           const Entity* entity) {
  using enum Placeholder;
  const Message::Values values = {
      {kValue, finding.value},
      {kKey, escape_for_display(without_credentials(finding.subject))},
      {kType, finding.type},
      {kRef, entity != nullptr && !entity->ref.empty()
                 ? escape_for_display(entity->ref, 200)
                 : "this document"},
      {kKind, entity != nullptr ? escape_for_display(entity->kind) : ""},
      {kDetail, finding.detail},
      {kSuggestion, escape_for_display(finding.suggestion)}};
  Diagnostic diagnostic;
  diagnostic.rule = &rule.info;
  diagnostic.severity = wording.severity;
  diagnostic.loses = wording.loses;
  diagnostic.message = without_credentials(wording.message.render(values));
  diagnostic.hint = without_credentials(
      finding.hint.empty() ? wording.hint.render(values) : finding.hint);
  if (wording.fix && !finding.secret) {
    diagnostic.fix = make_fix(*wording.fix, finding, source);
    if (diagnostic.fix && repeats_secret(*diagnostic.fix)) {
      diagnostic.fix.reset();
    }
  }
  diagnostic.primary = finding.primary;
  diagnostic.related = std::move(finding.related);
  diagnostic.subject = without_credentials(finding.subject);
  if (entity != nullptr) {
    diagnostic.entity = without_credentials(shortened(entity->ref));
  }
  return diagnostic;
}

}  // namespace catalint
