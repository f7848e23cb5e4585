#include "rules/finding.h"

#include "base/text.h"

namespace catalint {

bool has_template(std::string_view text) {
  return text.find("{{") != std::string_view::npos ||
         text.find("{%") != std::string_view::npos;
}

std::string describe_type(const Node& node) {
  switch (node.kind) {
    case NodeKind::kMapping:
      return "a map";
    case NodeKind::kSequence:
      return "a list";
    case NodeKind::kAlias:
      return "an alias";
    case NodeKind::kScalar:
      break;
  }
  switch (node.type) {
    case ScalarType::kString:
      return node.value.empty() ? "an empty string" : "a string";
    case ScalarType::kNull:
      return node.value.empty() ? "nothing" : "null";
    case ScalarType::kBool:
      return "a boolean";
    case ScalarType::kInt:
    case ScalarType::kFloat:
      return "a number";
    case ScalarType::kOther:
      return "binary data";
  }
  return "";
}

bool Judgement::is_template(std::string_view text) const {
  return check_.ignore_templates && has_template(text);
}

Finding Judgement::at(const Target& target) const {
  Finding finding;
  finding.subject = target.key;
  finding.node = target.node;
  if (target.member != nullptr) finding.key = target.member->key;
  if (target.node == nullptr) {
    // Missing: shown at the nearest key that exists, else at the first one.
    if (target.nearest != nullptr) {
      finding.primary = target.nearest->key->span;
    } else if (!entity_.root->members.empty()) {
      finding.primary = entity_.root->members.front().key->span;
    }
    finding.type = "nothing";
    return finding;
  }
  finding.primary = target.place->span;
  // An empty value has no place of its own that could be shown.
  if (finding.primary.size() == 0 && target.member != nullptr) {
    finding.primary = target.member->key->span;
  }
  finding.type = describe_type(*target.node);
  finding.value = target.node->is_scalar()
                      ? quote_for_display(target.node->value)
                      : finding.type;
  return finding;
}

}  // namespace catalint
