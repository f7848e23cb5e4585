// Verbs about what the Jira plugin makes of a value.
#include <algorithm>

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

// The source of a part of a scalar's value; the whole scalar where the value
// is not written letter by letter.
Span part_of(const Judgement& judgement, const Target& target,
             std::size_t begin, std::size_t end) {
  const Node& node = *target.node;
  const std::size_t quote = node.is_quoted() ? 1 : 0;
  const Span whole = target.place->span;
  if (target.place != target.node || node.is_block_scalar()) return whole;
  const Span inside{whole.begin + quote, whole.end - quote};
  if (judgement.source().text(inside) != node.value || begin >= end) {
    return whole;
  }
  return {inside.begin + begin, inside.begin + end};
}

void report_part(const Judgement& judgement, const Target& target,
                 const JqlProblem& problem) {
  Finding finding = judgement.at(target);
  finding.primary = part_of(judgement, target, problem.begin, problem.end);
  finding.detail = problem.message;
  judgement.report(std::move(finding));
}

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
    report_part(judgement, target, *problem);
    return;
  }
  for (const JqlOperand& operand : jql_list_operands(label)) {
    const std::string word = to_lower_ascii(operand.text);
    if (!operand.quoted && (word == "empty" || word == "null")) {
      report_part(judgement, target,
                  {operand.begin, operand.end,
                   quote_for_display(operand.text) +
                       " means issues without any label"});
    } else if (operand.text.find(' ') != std::string::npos) {
      report_part(judgement, target,
                  {operand.begin, operand.end,
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
  bool has_unfilled = false;
  for (const QueryPlaceholder& placeholder : query_placeholders(query)) {
    const auto problem = placeholder_problem(card, placeholder);
    if (!problem) continue;
    has_unfilled = true;
    Finding finding = judgement.at(target);
    finding.primary =
        part_of(judgement, target, placeholder.begin, placeholder.end);
    finding.detail = problem->detail;
    finding.suggestion = problem->suggestion;
    judgement.report(std::move(finding));
  }
  if (has_unfilled) return;
  const std::string filled =
      fill_query(query, card, QueryUser{"user@example.com", "Sample User"})
          .text();
  const auto problem = check_jql(filled);
  if (!problem) return;
  if (filled == query) {
    report_part(judgement, target, *problem);
    return;
  }
  Finding finding = judgement.at(target);
  finding.detail =
      check_jql(fill_query(query, card, QueryUser{"someone", "someone"}).text())
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
          report_part(judgement, target, *problem);
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
    Finding finding = judgement.at(target);
    finding.primary =
        part_of(judgement, target, confusable->begin, confusable->end);
    finding.detail = confusable->description;
    finding.suggestion = confusable->ascii;
    judgement.report(std::move(finding));
  }
}

void judge(const SecretVerb& /*verb*/, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr) continue;
    std::vector<const Node*> open = {target.node};
    while (!open.empty()) {
      const Node* node = open.back();
      open.pop_back();
      // What an alias brings in is reported where it is written.
      if (node->kind == NodeKind::kAlias) continue;
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
      finding.is_secret = true;
      judgement.report(std::move(finding));
    }
  }
}

}  // namespace catalint
