// References to other entities.
#include <algorithm>

#include "rules/verbs.h"

namespace catalint {
namespace {

// parseEntityRef of catalog-model 1.10.1, and what it says of a text.
std::optional<std::string> text_problem(std::string_view ref, bool needs_kind) {
  std::size_t colon = ref.find(':');
  const std::size_t slash = ref.find('/');
  constexpr std::size_t kNone = std::string_view::npos;
  if (slash != kNone && colon != kNone && slash < colon) colon = kNone;
  const std::size_t after_colon = colon == kNone ? 0 : colon + 1;
  const std::size_t name =
      std::max(after_colon, slash == kNone ? 0 : slash + 1);
  if (colon == 0) return "nothing stands before the `:`";
  if (slash != kNone && slash <= after_colon) {
    return "nothing stands before the `/`";
  }
  if (name >= ref.size()) return "it has no name";
  if (colon == kNone && needs_kind) return "it names no kind";
  return std::nullopt;
}

// A map is a reference too, in parts.
std::optional<std::string> parts_problem(const Node& parts, bool needs_kind) {
  const auto has = [&](std::string_view key) {
    const Node* value = find(&parts, key);
    return value != nullptr && !is_falsy(*value);
  };
  if (needs_kind && !has("kind")) return "it names no kind";
  if (!has("name")) return "it has no name";
  return std::nullopt;
}

std::optional<std::string> reference_problem(const Target& target,
                                             bool needs_kind) {
  const Node& node = *target.node;
  const bool is_item = target.member == nullptr;
  if (is_falsy(node)) {
    // Backstage asks for no relation at all where the whole field is so.
    return is_item ? std::optional<std::string>("it is empty") : std::nullopt;
  }
  if (node.is_string()) return text_problem(node.value, needs_kind);
  if (node.is_mapping()) return parts_problem(node, needs_kind);
  if (node.is_sequence() && !is_item) return std::nullopt;  // of references
  return "it is " + describe_type(node);
}

}  // namespace

void judge(const EntityRefVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr) continue;
    if (target.node->is_string() && judgement.is_template(target.node->value)) {
      continue;
    }
    auto problem = reference_problem(target, verb.needs_kind);
    if (!problem) continue;
    Finding finding = judgement.at(target);
    finding.detail = std::move(*problem);
    const bool shows_value =
        target.node->is_scalar() && !target.node->value.empty();
    if (!shows_value) finding.value = "here";
    judgement.report(std::move(finding));
  }
}

}  // namespace catalint
