// Where a check looks: paths into an entity, resolved once for all rules.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/entity.h"

namespace catalint {

using PathId = std::size_t;

/// What a path yields. Missing is a value: `node` is null and `nearest` is the
/// member under which the path breaks off.
struct Target {
  const Node* node = nullptr;      // aliases followed; null: missing
  const Node* place = nullptr;     // the node as it is written there
  const Member* member = nullptr;  // the mapping's entry; null for list items
  const Node* parent = nullptr;    // the mapping or sequence it is in
  const Node* grandparent = nullptr;
  const Member* nearest = nullptr;  // the last entry of the path that exists
  std::string_view key;             // the last step of the path
};

/// All paths that the rules name, each once. `*` stands for every entry of a
/// mapping, `[]` for every item of a sequence.
class PathTable {
 public:
  PathTable() : steps_(1) {}

  PathId intern(const std::vector<std::string>& path);

  struct Step {
    PathId parent = 0;
    std::string key;
    bool is_entries = false;  // `*`
    bool is_items = false;    // `[]`
  };
  [[nodiscard]] const Step& step(PathId id) const { return steps_[id]; }
  [[nodiscard]] std::size_t size() const { return steps_.size(); }

 private:
  std::vector<Step> steps_;  // 0 is the document's root
};

/// The targets of one entity. Keeps references; not for sharing.
class PathResolver {
 public:
  PathResolver(const PathTable& paths, const Node& root);

  const std::vector<Target>& targets(PathId id);

  /// The steps, each with a dot behind it; list items are left out.
  [[nodiscard]] std::string path_text(PathId id) const;

 private:
  const PathTable& paths_;
  std::vector<std::optional<std::vector<Target>>> resolved_;
};

}  // namespace catalint
