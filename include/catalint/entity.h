// One entity of a descriptor: a view on a document, never a copy.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "catalint/node.h"

namespace catalint {

/// Fields are null, and texts empty, when the document lacks them or has
/// something of another type there. Lives as long as its YamlStream.
struct Entity {
  const Document* document = nullptr;
  const Node* root = nullptr;  // a mapping
  const Node* metadata = nullptr;
  const Node* annotations = nullptr;
  const Node* spec = nullptr;
  std::string_view api_version;
  std::string_view kind;
  std::string_view name;
  std::string_view name_space;  // "default" when the document names none
  std::string ref;  // "component:default/x" in lower case, as in Backstage
};

/// The entity of a document; its root must be a mapping.
Entity entity_of(const Document& document);

/// Whether the document is one that Backstage skips without a word.
bool is_empty_document(const Document& document);

}  // namespace catalint
