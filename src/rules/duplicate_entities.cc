#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "jira/secret.h"
#include "rules/engine.h"
#include "rules/make_diagnostic.h"

namespace catalint {
namespace {

// A ref that is masked is the same one where its hash is too.
using Identity = std::pair<std::string_view, std::uint64_t>;

struct IdentityHash {
  std::size_t operator()(const Identity& identity) const {
    return std::hash<std::string_view>()(identity.first) ^ identity.second;
  }
};

}  // namespace

void find_duplicate_entities(std::vector<FileReport>& files,
                             const RuleSet& rules) {
  struct Place {
    FileReport* file;
    const EntityReport* entity;
  };
  std::unordered_map<Identity, Place, IdentityHash> first;
  for (const Rule& rule : rules.rules) {
    for (const Check& check : rule.checks) {
      if (!std::holds_alternative<DuplicateEntityVerb>(check.verb)) continue;
      first.clear();
      for (FileReport& file : files) {
        const std::size_t before = file.diagnostics.size();
        for (const EntityReport& entity : file.entities) {
          // What Backstage drops takes nobody's place.
          if (!entity.ingested) continue;
          const auto [known, is_new] = first.try_emplace(
              {entity.ref, entity.masked_ref}, Place{&file, &entity});
          if (is_new) continue;
          const Place& place = known->second;
          Finding finding;
          finding.primary = entity.name_span;
          finding.subject = entity.ref;
          finding.value = quote_for_display(entity.ref, 200);
          finding.related.push_back(
              {place.file == &file ? nullptr : place.file->source.get(),
               place.entity->name_span, "the first one"});
          Diagnostic diagnostic = make_diagnostic(
              rule, check.wording, std::move(finding), *file.source, nullptr);
          diagnostic.document = entity.document;
          diagnostic.entity = without_credentials(entity.ref);
          file.diagnostics.push_back(std::move(diagnostic));
        }
        if (file.diagnostics.size() > before) {
          // So far it may have had no finding that shows a line.
          if (!file.knows_secrets) {
            file.secrets = credentials_in(file.source->bytes());
            file.knows_secrets = true;
          }
          std::sort(file.diagnostics.begin(), file.diagnostics.end(),
                    comes_before);
        }
      }
    }
  }
}

}  // namespace catalint
