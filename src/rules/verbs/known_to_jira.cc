// The verb `known-to-jira`: values that only Jira can judge.
#include <optional>
#include <string>
#include <utility>

#include "base/edit_distance.h"
#include "base/text.h"
#include "catalint/jira.h"
#include "jira/component_name.h"
#include "jira/questions.h"
#include "rules/verbs.h"

namespace catalint {
namespace {

constexpr const char* kMayBeOld =
    "write a name of the list of known projects, or write the list anew with "
    "`catalint verify --write-known-projects`";

// What is wrong with a value.
struct Doubt {
  std::string detail;  // ready to be printed
  std::string suggestion;
};

Doubt doubt_about(std::string detail, const std::optional<std::string>& meant) {
  if (meant) detail += "; did you mean " + quote_for_display(*meant) + "?";
  return {std::move(detail), meant.value_or("")};
}

std::optional<Doubt> judge_project(const JiraFacts& facts,
                                   const std::string& key) {
  const JiraProject* project =
      may_be_project_key(key) ? facts.project(key) : nullptr;
  if (project == nullptr || project->exists) return std::nullopt;
  NearestWord meant(key);
  for (const auto& [known, other] : facts.projects) {
    if (other.exists && !other.archived) meant.consider(known);
  }
  return doubt_about("", meant.found());
}

std::optional<Doubt> judge_live_project(const JiraFacts& facts,
                                        const std::string& key) {
  const JiraProject* project = facts.project(key);
  if (project == nullptr || !project->exists || !project->archived) {
    return std::nullopt;
  }
  return Doubt{};
}

// Whether a value can hold the name as it is: JQL would need escapes for
// others, or another rule would take them for a mistake.
bool is_plain(const std::string& name) {
  return name.find_first_of("\"\\'") == std::string::npos &&
         !name.starts_with('$') && trim(name) == name &&
         escape_for_display(name, name.size()) == name;
}

std::optional<Doubt> judge_component(const JiraFacts& facts,
                                     const JiraCard& card) {
  const auto component = component_to_ask(card);
  if (!component) return std::nullopt;
  const JiraProject* project = facts.project(*card.project_key);
  if (project == nullptr || !project->components ||
      may_name_component(*component, *project->components)) {
    return std::nullopt;
  }
  NearestWord meant(*component);
  for (const std::string& name : *project->components) {
    if (is_plain(name)) meant.consider(name);
  }
  return doubt_about("project " + quote_for_display(*card.project_key) +
                         " has no component of this name",
                     meant.found());
}

std::optional<Doubt> judge_query(const JiraFacts& facts, const JiraCard& card) {
  constexpr std::size_t kMostShown = 300;
  const auto query = query_to_ask(card);
  if (!query) return std::nullopt;
  const auto found = facts.queries.find(*query);
  if (found == facts.queries.end() || found->second.empty()) {
    return std::nullopt;
  }
  std::string_view complaint = trim(found->second);
  if (complaint.size() > 1 && complaint.ends_with('.')) {
    complaint.remove_suffix(1);
  }
  return Doubt{escape_for_display(complaint, kMostShown), ""};
}

std::optional<Doubt> doubt_of(JiraSubject subject, const JiraFacts& facts,
                              const std::string& value, const Entity& entity) {
  switch (subject) {
    case JiraSubject::kProject:
      return judge_project(facts, value);
    case JiraSubject::kLiveProject:
      return judge_live_project(facts, value);
    case JiraSubject::kComponent:
      return judge_component(facts, jira_card(entity));
    case JiraSubject::kQuery:
      return judge_query(facts, jira_card(entity));
  }
  return std::nullopt;
}

}  // namespace

void judge(const KnownToJiraVerb& verb, const Judgement& judgement) {
  const JiraFacts* facts = judgement.facts();
  if (facts == nullptr) return;
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_string()) continue;
    if (judgement.is_template(target.node->value)) continue;
    auto doubt = doubt_of(verb.subject, *facts, std::string(target.node->value),
                          judgement.entity());
    if (!doubt) continue;
    Finding finding = judgement.at(target);
    finding.detail = std::move(doubt->detail);
    finding.suggestion = std::move(doubt->suggestion);
    const bool is_name = verb.subject == JiraSubject::kProject ||
                         verb.subject == JiraSubject::kComponent;
    if (facts->are_listed && is_name) {
      finding.hint = kMayBeOld;
    }
    judgement.report(std::move(finding));
  }
}

}  // namespace catalint
