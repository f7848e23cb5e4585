#include "rules/finding.h"

#include <algorithm>

#include "base/text.h"
#include "jira/secret.h"

namespace catalint {

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
      return node.value.empty() ? "missing" : "null";
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

Finding at_key(const Member& member) {
  Finding finding;
  finding.primary = member.key->span;
  finding.subject = member.key->value;
  finding.key = member.key;
  finding.node = member.value->resolved();
  return finding;
}

bool Judgement::is_template(std::string_view text) const {
  return check_.ignore_templates && has_template(text);
}

std::string hint_for_string(const SourceFile& source, const Node& node) {
  const std::string_view text = source.bytes().substr(node.span.begin);
  if (node.is_mapping()) {
    return text.starts_with("{{")
               ? "put quotes around the template, or YAML takes it for a map"
               : "write one string, and no map";
  }
  if (node.is_sequence()) return "write one string, and no list";
  if (node.is_null() && !node.value.empty()) {
    return "write a value, or remove the line";
  }
  if (!node.is_null()) {
    return node.is_string() ? "write a value, or remove the line" : "";
  }
  if (!node.anchor.empty()) {
    return "`&` starts an anchor; put quotes around the value";
  }
  const std::size_t rest = text.find_first_not_of(" \t\r");
  if (rest != std::string_view::npos && text[rest] == '#') {
    return "`#` starts a comment; put quotes around the value when it is text";
  }
  return "write a value, or remove the line";
}

Finding Judgement::at(const Target& target) const {
  Finding finding;
  finding.subject = target.key;
  finding.node = target.node;
  finding.target = &target;
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
  const bool shows_value =
      target.node->is_scalar() && !target.node->value.empty();
  finding.value =
      shows_value ? quote_for_display(without_credentials(target.node->value))
                  : "its value";
  return finding;
}

}  // namespace catalint
