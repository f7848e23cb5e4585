#include "jira/questions.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "jira/secret.h"

namespace catalint {
namespace {

// What stands for itself in `/rest/api/2/project/…`. Jira compares paths by
// case, so that `SEARCH` is a key.
bool is_word_of_jiras_paths(std::string_view key) {
  constexpr std::array<std::string_view, 3> kWords = {"recent", "search",
                                                      "type"};
  return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

}  // namespace

bool may_be_project_key(std::string_view key) {
  constexpr std::size_t kLongest = 255;  // of Data Center
  return !key.empty() && key.size() <= kLongest && is_letter(key[0]) &&
         std::all_of(key.begin(), key.end(),
                     [](char c) { return is_alphanumeric(c) || c == '_'; }) &&
         !is_word_of_jiras_paths(key);
}

std::optional<std::string> component_to_ask(const JiraCard& card) {
  if (!card.card || !may_be_project_key(*card.project_key) || !card.component ||
      card.component->empty() || has_template(*card.component)) {
    return std::nullopt;
  }
  return card.component;
}

std::optional<std::string> query_to_ask(const JiraCard& card) {
  constexpr std::size_t kLongest = 10'000;
  const auto& query = card.sent_query;
  if (!query || query->empty() || query->size() > kLongest ||
      has_template(*query) || credential_in(*query)) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < query->size();) {
    if (decode_utf8(*query, i) == kNotUtf8) return std::nullopt;
  }
  return query;
}

void add_questions(const JiraCard& card, const JiraTopics& topics,
                   JiraQuestions& questions) {
  if (topics.projects && card.card && may_be_project_key(*card.project_key)) {
    questions.projects.insert(*card.project_key);
  }
  if (topics.components) {
    if (auto component = component_to_ask(card)) {
      // Where there is no project, there is no list of components either.
      questions.projects.insert(*card.project_key);
      questions.components[*card.project_key].insert(std::move(*component));
    }
  }
  if (topics.queries) {
    if (auto query = query_to_ask(card)) {
      questions.queries.insert(std::move(*query));
    }
  }
}

}  // namespace catalint
