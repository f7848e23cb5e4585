// Verbs about what the Jira plugin makes of a value.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/edit_distance.h"
#include "base/text.h"
#include "catalint/jira.h"
#include "jira/confusable.h"
#include "jira/jql_syntax.h"
#include "jira/query_template.h"
#include "jira/secret.h"
#include "rules/verbs.h"

namespace catalint {
namespace {

// Findings on parts of one scalar. What they share is made once, since a huge
// value may have very many of them.
class Parts {
 public:
  Parts(const Judgement& judgement, const Target& target)
      : judgement_(judgement), whole_(judgement.at(target)) {
    const Node& node = *target.node;
    const std::size_t quote = node.is_quoted() ? 1 : 0;
    const Span span = target.place->span;
    if (target.place != target.node || node.is_block_scalar()) return;
    const Span inside{span.begin + quote, span.end - quote};
    if (judgement.source().text(inside) == node.value) inside_ = inside;
  }

  /// At the source of a part of the value; at the whole scalar where the value
  /// is not written letter by letter.
  [[nodiscard]] Finding at(std::size_t begin, std::size_t end) const {
    Finding finding = whole_;
    if (inside_ && begin < end) {
      finding.primary = {inside_->begin + begin, inside_->begin + end};
    }
    return finding;
  }

  void report(const JqlProblem& problem) const {
    Finding finding = at(problem.begin, problem.end);
    finding.detail = problem.message;
    judgement_.report(std::move(finding));
  }

 private:
  const Judgement& judgement_;
  Finding whole_;
  std::optional<Span> inside_;
};

void judge_label(const Judgement& judgement, const Target& target) {
  const std::string_view label = target.node->value;
  if (trim(label).empty()) return;
  static const Pattern kWords(R"(^\s*[\pL\pN_-]+(?: +[\pL\pN_-]+)+\s*$)");
  if (kWords.matches(label)) {
    Finding finding = judgement.at(target);
    finding.detail = "a Jira label holds no spaces";
    finding.hint = "write one word, or put commas between several labels";
    judgement.report(std::move(finding));
    return;
  }
  if (const auto problem = check_jql_list(label)) {
    Parts(judgement, target).report(*problem);
    return;
  }
  std::optional<Parts> parts;  // most labels need none
  const auto report = [&](const JqlProblem& problem) {
    if (!parts) parts.emplace(judgement, target);
    parts->report(problem);
  };
  for (const JqlOperand& operand : jql_list_operands(label)) {
    const std::string word = to_lower_ascii(operand.text);
    if (!operand.quoted && (word == "empty" || word == "null")) {
      report({operand.begin, operand.end,
              quote_for_display(operand.text) +
                  " means issues without any label"});
    } else if (operand.text.find(' ') != std::string::npos) {
      report({operand.begin, operand.end,
              "a Jira label holds no spaces, so nothing has the label " +
                  quote_for_display(operand.text)});
    }
  }
}

// What is wrong with a placeholder, and which one was meant.
struct PlaceholderProblem {
  std::string detail;
  std::string suggestion;
};

std::optional<PlaceholderProblem> placeholder_problem(
    const JiraCard& card, const QueryPlaceholder& placeholder) {
  const std::string& name = placeholder.name;
  const std::string shown = quote_for_display("{{ " + name + " }}");
  if (is_user_placeholder(name)) return std::nullopt;
  if (is_inherited_name(name)) {
    return PlaceholderProblem{shown + " turns into JavaScript source text", ""};
  }
  if (placeholder_value(card, name)) return std::nullopt;
  const auto& names = placeholder_names();
  if (std::find(names.begin(), names.end(), name) != names.end()) {
    const std::string key = name == "projectKey" ? "project-key" : name;
    return PlaceholderProblem{
        shown + " stays as it is, because the entity has no jira/" + key, ""};
  }
  std::string meant;
  const std::string lower = to_lower_ascii(name);
  if (lower.find("project") != std::string::npos || lower == "key") {
    meant = "projectKey";
  } else if (const auto close = nearest(name, names)) {
    meant = *close;
  }
  const bool is_set =
      placeholder_value(card, meant) || is_user_placeholder(meant);
  return PlaceholderProblem{
      "the plugin never fills " + shown +
          (meant.empty() ? "" : "; did you mean `{{ " + meant + " }}`?"),
      is_set ? "{{ " + meant + " }}" : ""};
}

void judge_query(const Judgement& judgement, const Target& target) {
  const std::string_view query = target.node->value;
  if (query.empty() || query.find("${{") != std::string_view::npos ||
      query.find("{%") != std::string_view::npos) {
    return;
  }
  if (trim(query).empty()) {
    Finding finding = judgement.at(target);
    finding.detail = "a blank query searches all issues of Jira";
    judgement.report(std::move(finding));
    return;
  }
  const JiraCard card = jira_card(judgement.entity());
  std::unordered_map<std::string, std::optional<PlaceholderProblem>> problems;
  std::optional<Parts> unfilled;
  for (const QueryPlaceholder& placeholder : query_placeholders(query)) {
    const auto [known, is_new] =
        problems.emplace(placeholder.name, std::nullopt);
    if (is_new) known->second = placeholder_problem(card, placeholder);
    const auto& problem = known->second;
    if (!problem) continue;
    if (!unfilled) unfilled.emplace(judgement, target);
    Finding finding = unfilled->at(placeholder.begin, placeholder.end);
    finding.detail = problem->detail;
    finding.suggestion = problem->suggestion;
    judgement.report(std::move(finding));
  }
  if (unfilled) return;
  const std::string filled = fill_query(query, card, "user@example.com");
  const auto problem = check_jql(filled);
  if (!problem) return;
  if (filled == query) {
    Parts(judgement, target).report(*problem);
    return;
  }
  Finding finding = judgement.at(target);
  finding.detail =
      check_jql(fill_query(query, card, "someone"))
          ? problem->message + " (once the placeholders are filled in)"
          : "`{{ userEmail }}` is not in quotes, and an e-mail "
            "address holds `@`";
  judgement.report(std::move(finding));
}

}  // namespace

void judge(const JqlVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_string()) continue;
    if (judgement.is_template(target.node->value)) continue;
    switch (verb.part) {
      case JqlPart::kComponent:
        if (const auto problem = check_jql_quoted(target.node->value)) {
          Parts(judgement, target).report(*problem);
        }
        break;
      case JqlPart::kLabel:
        judge_label(judgement, target);
        break;
      case JqlPart::kQuery:
        judge_query(judgement, target);
        break;
    }
  }
}

void judge(const ConfusableVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_string()) continue;
    const auto confusable = find_confusable(target.node->value);
    if (!confusable || !verb.when_ascii.matches(confusable->ascii)) continue;
    Finding finding =
        Parts(judgement, target).at(confusable->begin, confusable->end);
    finding.detail = confusable->description;
    finding.suggestion = confusable->ascii;
    judgement.report(std::move(finding));
  }
}

void judge(const SecretVerb& /*verb*/, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr) continue;
    std::vector<const Node*> open = {target.node};
    std::unordered_set<const Node*> judged;  // merges lead to one again
    while (!open.empty()) {
      const Node* node = open.back();
      open.pop_back();
      // What an alias brings in is reported where it is written.
      if (node->kind == NodeKind::kAlias) continue;
      if (!node->is_scalar() && !judged.insert(node).second) continue;
      open.insert(open.end(), node->items.begin(), node->items.end());
      for (const Member& member : node->members) {
        open.push_back(member.value);
      }
      if (!node->is_string()) continue;
      const auto credential = credential_in(node->value);
      if (!credential) continue;
      Finding finding = judgement.at(target);
      if (node != target.node) finding.primary = node->span;
      const Span secret = credentials_in(node->value).front();
      finding.value =
          "`" + masked(node->value.substr(secret.begin, secret.size())) + "`";
      finding.detail = *credential;
      finding.secret = node->span;
      judgement.report(std::move(finding));
    }
  }
}

}  // namespace catalint
