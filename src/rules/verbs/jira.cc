// Verbs about what strays into a Jira value.
#include <unordered_set>

#include "jira/confusable.h"
#include "jira/secret.h"
#include "rules/verbs.h"
#include "yaml/scalar_source.h"

namespace catalint {
void judge(const ConfusableVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_string()) continue;
    if (judgement.is_template(target.node->value)) continue;
    const auto confusable = find_confusable(target.node->value);
    if (!confusable || !verb.when_ascii.matches(confusable->ascii)) continue;
    Finding finding = judgement.at(target);
    const auto part = ScalarSource(judgement.source(), *target.place)
                          .span_of({confusable->begin, confusable->end});
    if (part) finding.primary = *part;
    finding.detail = confusable->description;
    finding.suggestion = confusable->ascii;
    judgement.report(std::move(finding));
  }
}

namespace {

// Whether all credentials of a text stand in the source as they are.
bool is_written_out(const SourceFile& source, const Node& node) {
  const std::string_view written = source.text(node.span);
  const std::vector<Span> words = credentials_in(node.value);
  return std::all_of(words.begin(), words.end(), [&](Span word) {
    return written.find(node.value.substr(word.begin, word.size())) !=
           std::string_view::npos;
  });
}

std::string shown(std::string_view secret) {
  return "`" + masked(secret) + "`";
}

Finding secret_at(const Judgement& judgement, const Target& target,
                  const Node& node, std::string_view secret,
                  std::string detail) {
  Finding finding = judgement.at(target);
  if (&node != target.node) finding.primary = node.span;
  finding.value = shown(secret);
  finding.detail = std::move(detail);
  finding.secret = node.span;
  return finding;
}

}  // namespace

void judge(const SecretVerb& verb, const Judgement& judgement) {
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
      if (const auto credential = credential_in(node->value)) {
        const Span secret = credentials_in(node->value).front();
        Finding finding = secret_at(
            judgement, target, *node,
            node->value.substr(secret.begin, secret.size()), *credential);
        finding.secret_is_rewritten =
            !is_written_out(judgement.source(), *node);
        judgement.report(std::move(finding));
      } else if (verb.keys && target.member != nullptr &&
                 could_be_password(node->value) &&
                 verb.keys->matches(target.member->key->value)) {
        Finding finding = secret_at(judgement, target, *node, node->value,
                                    "what looks like a password");
        finding.secret_is_rewritten = true;  // nothing but the key tells of it
        judgement.report(std::move(finding));
      }
    }
  }
}

}  // namespace catalint
