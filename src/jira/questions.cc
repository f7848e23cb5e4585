#include "jira/questions.h"

#include <algorithm>

#include "base/text.h"
#include "jira/secret.h"

namespace catalint {

bool may_be_project_key(std::string_view key) {
  constexpr std::size_t kLongest = 255;  // of Data Center
  return !key.empty() && key.size() <= kLongest && is_letter(key[0]) &&
         std::all_of(key.begin(), key.end(),
                     [](char c) { return is_alphanumeric(c) || c == '_'; });
}

std::optional<std::string> query_to_ask(const JiraCard& card) {
  constexpr std::size_t kLongest = 10'000;
  const auto& query = card.sent_query;
  if (!query || query->empty() || query->size() > kLongest ||
      query->find("{{") != std::string::npos ||
      query->find("{%") != std::string::npos || credential_in(*query)) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < query->size();) {
    if (decode_utf8(*query, i) == kNotUtf8) return std::nullopt;
  }
  return query;
}

void add_questions(const JiraCard& card, JiraQuestions& questions) {
  if (card.card && may_be_project_key(*card.project_key)) {
    questions.projects.insert(*card.project_key);
    if (card.component && !card.component->empty()) {
      questions.with_components.insert(*card.project_key);
    }
  }
  if (auto query = query_to_ask(card)) {
    questions.queries.insert(std::move(*query));
  }
}

}  // namespace catalint
