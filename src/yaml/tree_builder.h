// Puts nodes together as libyaml's events arrive. Owned by one parse; the
// nodes live in the arena that it is given.
#pragma once

#include <yaml.h>

#include <memory>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalint/node.h"
#include "yaml/offset_map.h"
#include "yaml/prepared_text.h"

namespace catalint {

class TreeBuilder {
 public:
  /// Keeps references to all four.
  TreeBuilder(const SourceFile& source, const PreparedText& prepared,
              const OffsetMap& offsets, YamlStream& stream);

  /// Takes one event. False when the nesting is too deep: parsing stops there.
  bool take(const yaml_event_t& event);

  /// Where the innermost flow collection starts that has not ended yet.
  [[nodiscard]] std::optional<std::size_t> open_bracket() const;

  /// Where the last key starts of the flow map that was begun last; nothing
  /// when that has ended, or has no key.
  [[nodiscard]] std::optional<std::size_t> last_flow_key() const;

 private:
  struct Level {
    Node* node;
    std::size_t first_child;  // in children_
  };

  void start_document(const yaml_event_t& event);
  void end_document();
  bool start_collection(const yaml_event_t& event, NodeKind kind, bool flow,
                        const yaml_char_t* anchor, const yaml_char_t* tag);
  void end_collection(const yaml_event_t& event);
  void apply_collection_tag(Node& node);
  void merge_members(Node& node);
  [[nodiscard]] bool merges(const Node& key) const;
  void report_syntax(const Node& node, std::string detail);
  void add_scalar(const yaml_event_t& event);
  void add_alias(const yaml_event_t& event);
  void add_child(const Node* node);

  Node* new_node(const yaml_event_t& event, const yaml_char_t* anchor,
                 const yaml_char_t* tag);
  void type_scalar(Node& node, bool plain);
  bool apply_timestamp(Node& node) const;
  std::string_view keep(std::string_view text) const;
  template <typename T>
  std::span<const T> keep_all(std::span<const T> all) const;
  std::size_t find_anchor(std::size_t properties) const;
  std::size_t skip_properties(std::size_t begin, std::size_t end) const;

  const SourceFile& source_;
  const PreparedText& prepared_;
  const OffsetMap& offsets_;
  YamlStream& stream_;
  std::vector<Level> levels_;
  std::vector<const Node*> children_;
  std::unordered_map<std::string_view, const Node*> anchors_;
  std::size_t merged_ = 0;  // members that `<<` brought in
  bool has_bomb_ = false;
  bool yaml_1_1_ = false;  // stays on until another %YAML directive
};

template <typename T>
std::span<const T> TreeBuilder::keep_all(std::span<const T> all) const {
  if (all.empty()) return {};
  auto* memory =
      static_cast<T*>(stream_.arena->allocate(all.size_bytes(), alignof(T)));
  std::uninitialized_copy(all.begin(), all.end(), memory);
  return {memory, all.size()};
}

}  // namespace catalint
