#include "rules/path.h"

namespace catalint {

PathId PathTable::intern(const std::vector<std::string>& path) {
  PathId id = 0;
  for (const std::string& key : path) {
    PathId next = 1;
    while (next < steps_.size() &&
           (steps_[next].parent != id || steps_[next].key != key)) {
      ++next;
    }
    if (next == steps_.size())
      steps_.push_back({id, key, key == "*", key == "[]"});
    id = next;
  }
  return id;
}

PathResolver::PathResolver(const PathTable& paths, const Node& root)
    : paths_(paths), resolved_(paths.size()) {
  Target target;
  target.node = &root;
  target.place = &root;
  resolved_[0] = {target};
}

std::string PathResolver::path_text(PathId id) const {
  if (id == 0) return "";
  const PathTable::Step& step = paths_.step(id);
  return path_text(step.parent) +
         (step.is_entries || step.is_items ? "" : step.key + ".");
}

const std::vector<Target>& PathResolver::targets(PathId id) {
  if (resolved_[id]) return *resolved_[id];
  const PathTable::Step& step = paths_.step(id);
  std::vector<Target> found;
  for (const Target& parent : targets(step.parent)) {
    Target target;
    target.parent = parent.node;
    target.grandparent = parent.parent;
    target.nearest = parent.node == nullptr || parent.member == nullptr
                         ? parent.nearest
                         : parent.member;
    target.key = step.key;
    if (!step.is_entries && !step.is_items) {
      target.member = find_member(parent.node, step.key);
      if (target.member != nullptr) {
        target.place = target.member->value;
        target.node = target.place->resolved();
        target.nearest = target.member;
      }
      // An alias without its anchor is a finding of its own.
      const bool dangling = target.place != nullptr && target.node == nullptr;
      if (!dangling) found.push_back(target);
    } else if (step.is_entries && parent.node != nullptr &&
               parent.node->is_mapping()) {
      for (const Member& member : parent.node->members) {
        target.member = &member;
        target.nearest = &member;
        target.place = member.value;
        target.node = member.value->resolved();
        target.key =
            member.key->is_scalar() ? member.key->value : std::string_view();
        if (target.node != nullptr) found.push_back(target);
      }
    } else if (step.is_items && parent.node != nullptr &&
               parent.node->is_sequence()) {
      for (const Node* item : parent.node->items) {
        target.place = item;
        target.node = item->resolved();
        if (target.node != nullptr) found.push_back(target);
      }
    }
  }
  resolved_[id] = std::move(found);
  return *resolved_[id];
}

}  // namespace catalint
