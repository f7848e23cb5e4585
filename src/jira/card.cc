#include "catalint/jira.h"
#include "jira/query_template.h"

namespace catalint {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' ||
         c == '\v';
}

std::string collapse(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::optional<std::string> annotation(const Entity& entity,
                                      std::string_view key) {
  const Node* node = find(entity.annotations, key);
  if (node == nullptr || !node->is_string()) return std::nullopt;
  return std::string(node->value);
}

}  // namespace

JiraCard jira_card(const Entity& entity) {
  JiraCard card;
  card.project_key = annotation(entity, "jira/project-key");
  card.component = annotation(entity, "jira/component");
  card.label = annotation(entity, "jira/label");
  card.team = annotation(entity, "jira/team");
  card.token_type = annotation(entity, "jira/token-type");
  card.card = card.project_key && !card.project_key->empty();
  card.bearer =
      card.token_type && card.token_type->find("Bearer") != std::string::npos;
  if (card.card) {
    std::string jql = "project = \"" + *card.project_key + "\"";
    if (card.component && !card.component->empty()) {
      jql += " AND component = \"" + *card.component + "\"";
    }
    if (card.label && !card.label->empty()) {
      jql += " AND labels in (" + *card.label + ")";
    }
    jql += " AND statuscategory not in (\"Done\")";
    card.jql = collapse(jql);
  }
  const auto query = annotation(entity, "jira/all-issues-jql");
  if (query && !query->empty()) {
    card.sent_query = fill_query(*query, card).text();
    card.query = collapse(*card.sent_query);
  }
  return card;
}

}  // namespace catalint
