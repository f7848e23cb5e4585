#include "rules/finding_index.h"

#include <algorithm>

namespace catalint {
namespace {

constexpr std::size_t kAnywhere = static_cast<std::size_t>(-1);

std::size_t document_of(const Draft& draft) {
  return draft.diagnostic.document ? *draft.diagnostic.document + 1 : 0;
}

}  // namespace

FindingIndex::FindingIndex(const std::vector<Draft>& drafts,
                           const RuleSet& rules) {
  if (drafts.empty()) return;
  std::unordered_set<std::string_view> explaining;
  for (const Rule& rule : rules.rules) {
    for (const auto* ids : {&rule.unless_same_file, &rule.unless_same_entity,
                            &rule.unless_same_value}) {
      explaining.insert(ids->begin(), ids->end());
    }
  }
  for (const Draft& draft : drafts) {
    const std::string_view id = draft.rule->info.id;
    if (explaining.count(id) == 0) continue;
    const std::size_t document = document_of(draft);
    places_.insert({id, 0, kAnywhere});
    places_.insert({id, document, kAnywhere});
    places_.insert({id, document, draft.value});
  }
}

bool FindingIndex::explains(const Draft& draft) const {
  const Rule& rule = *draft.rule;
  const std::size_t document = document_of(draft);
  return any_of(rule.unless_same_file, 0, kAnywhere) ||
         any_of(rule.unless_same_entity, document, kAnywhere) ||
         any_of(rule.unless_same_value, document, draft.value);
}

bool FindingIndex::any_of(const std::vector<std::string>& ids,
                          std::size_t document, std::size_t value) const {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return places_.count({id, document, value}) > 0;
  });
}

}  // namespace catalint
