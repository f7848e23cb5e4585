#include "catalint/node.h"

#include "yaml/number.h"

namespace catalint {

std::optional<std::string> key_text(const Node& key) {
  const Node* node = key.resolved();
  if (node == nullptr || !node->is_scalar()) return std::nullopt;
  switch (node->type) {
    case ScalarType::kNull:
      return "";
    case ScalarType::kBool:
      return node->value.starts_with('t') || node->value.starts_with('T') ||
                     node->value.starts_with('y') ||
                     node->value.starts_with('Y') || node->value == "on" ||
                     node->value == "On" || node->value == "ON"
                 ? "true"
                 : "false";
    case ScalarType::kInt:
    case ScalarType::kFloat:
      return number_as_javascript(node->number);
    case ScalarType::kString:
    case ScalarType::kOther:
      break;
  }
  return std::string(node->value);
}

bool is_falsy(const Node& node) {
  if (!node.is_scalar()) return false;
  switch (node.type) {
    case ScalarType::kString:
      return node.value.empty();
    case ScalarType::kNull:
      return true;
    case ScalarType::kBool:
      return key_text(node) == "false";
    case ScalarType::kInt:
    case ScalarType::kFloat: {
      const auto number = key_text(node);
      return number == "0" || number == "NaN";
    }
    case ScalarType::kOther:
      break;
  }
  return false;
}

bool is_file_placeholder(const Node& node) {
  if (!node.is_mapping() || node.members.size() != 1) return false;
  const Node& key = *node.members.front().key;
  return key.is_string() &&
         (key.value == "$text" || key.value == "$json" || key.value == "$yaml");
}

const Member* find_member(const Node* mapping, std::string_view key) {
  if (mapping != nullptr) mapping = mapping->resolved();
  if (mapping == nullptr || !mapping->is_mapping()) return nullptr;
  const Member* found = nullptr;
  for (const Member& member : mapping->members) {
    const Node* node = member.key->resolved();
    if (node == nullptr || !node->is_scalar()) continue;
    const bool same = node->type == ScalarType::kString
                          ? node->value == key
                          : key_text(*node) == key;
    if (same) found = &member;
  }
  return found;
}

const Node* find(const Node* mapping, std::string_view key) {
  const Member* member = find_member(mapping, key);
  return member == nullptr ? nullptr : member->value->resolved();
}

}  // namespace catalint
