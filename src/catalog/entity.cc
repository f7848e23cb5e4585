#include "catalint/entity.h"

#include "base/text.h"

namespace catalint {
namespace {

std::string_view string_at(const Node* mapping, std::string_view key) {
  const Node* node = find(mapping, key);
  return node != nullptr && node->is_string() ? node->value
                                              : std::string_view();
}

const Node* mapping_at(const Node* mapping, std::string_view key) {
  const Node* node = find(mapping, key);
  return node != nullptr && node->is_mapping() ? node : nullptr;
}

}  // namespace

Entity entity_of(const Document& document) {
  Entity entity;
  entity.document = &document;
  entity.root = document.root->resolved();
  entity.metadata = mapping_at(entity.root, "metadata");
  entity.annotations = mapping_at(entity.metadata, "annotations");
  entity.spec = mapping_at(entity.root, "spec");
  entity.api_version = string_at(entity.root, "apiVersion");
  entity.kind = string_at(entity.root, "kind");
  entity.name = string_at(entity.metadata, "name");
  entity.name_space = string_at(entity.metadata, "namespace");
  if (entity.name_space.empty()) entity.name_space = "default";
  if (!entity.kind.empty() && !entity.name.empty()) {
    entity.ref = to_lower_ascii(std::string(entity.kind) + ":" +
                                std::string(entity.name_space) + "/" +
                                std::string(entity.name));
  }
  return entity;
}

bool is_empty_document(const Document& document) {
  return document.root == nullptr || document.root->resolved() == nullptr ||
         document.root->resolved()->is_null();
}

}  // namespace catalint
