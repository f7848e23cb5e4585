// The verb about keys of an entity that differ in case alone.
#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fnv1a.h"
#include "base/text.h"
#include "rules/verbs.h"

namespace catalint {
namespace {

// A path of the entity, such as `metadata.annotations.a/b`; the root is empty.
// Its text is put together only where it is told.
struct KeyPath {
  const KeyPath* parent = nullptr;
  std::string_view step;
  std::size_t size = 0;
  // They go on from those of the path above.
  std::uint64_t hash = kFnv1aStart;
  std::uint64_t lower_hash = kFnv1aStart;  // of the text in lower case

  void add(std::string_view text) {
    hash = fnv1a(text, hash);
    for (const char c : text) {
      const char lower = to_lower_ascii(c);
      lower_hash = fnv1a({&lower, 1}, lower_hash);
    }
    size += text.size();
  }

  [[nodiscard]] std::string text() const {
    if (parent == nullptr) return "";
    std::string above = parent->text();
    if (!above.empty()) above += ".";
    return above.append(step);
  }
};

// The leaves of an entity by their path in lower case, as buildEntitySearch of
// plugin-catalog-backend 4.0.0 collects them.
class SearchKeys {
 public:
  explicit SearchKeys(const Judgement& judgement) : judgement_(judgement) {
    const KeyPath* metadata = below(&root_, "metadata");
    for (const char* step : {"name", "namespace", "uid"}) {
      leaves_.push_back({below(metadata, step), nullptr, false});
    }
  }

  void report() {
    visit(&root_, *judgement_.entity().root, nullptr);
    std::stable_sort(leaves_.begin(), leaves_.end(), [](auto& a, auto& b) {
      return a.path->lower_hash < b.path->lower_hash;
    });
    for (auto first = leaves_.begin(); first != leaves_.end();) {
      const auto end = std::find_if(first, leaves_.end(), [&](auto& leaf) {
        return leaf.path->lower_hash != first->path->lower_hash;
      });
      bool has_item = first->is_item;
      for (auto leaf = first + 1; leaf != end; ++leaf) {
        // Of the items of a list that are alike, one is taken.
        if (leaf->is_item && std::exchange(has_item, true)) continue;
        compare(*first, *leaf);
      }
      first = end;
    }
  }

 private:
  struct Leaf {
    const KeyPath* path;
    const Node* key;  // null: a key that every entity has
    bool is_item;     // of a list: its value is the path's last step
  };
  // Aliases and long keys may repeat large parts; no entity needs so many
  // bytes for the paths of its leaves.
  static constexpr std::size_t kEntrySize = 64;
  static constexpr std::size_t kMostSize = std::size_t{64} << 20U;

  // The step must outlive the search.
  const KeyPath* below(const KeyPath* parent, std::string_view step) {
    KeyPath& path = paths_.emplace_back(*parent);
    path.parent = parent;
    path.step = step;
    if (parent != &root_) path.add(".");
    path.add(step);
    return &path;
  }

  // As it is in the document, where it need not be made.
  std::optional<std::string_view> step_of(const Node& key) {
    if (key.is_string()) return key.value;
    auto text = key_text(key);
    if (!text) return std::nullopt;
    return made_.emplace_back(std::move(*text));
  }

  [[nodiscard]] bool count(std::size_t path_size) {
    size_ += kEntrySize + path_size;
    return size_ <= kMostSize;
  }

  void visit(const KeyPath* path, const Node& node, const Node* key) {
    if (path->parent == &root_ &&
        (path->step == "relations" || path->step == "status" ||
         path->step == "attachments")) {
      return;
    }
    if (!count(path->size)) return;
    switch (node.kind) {
      case NodeKind::kMapping:
        for (const Member& member : node.members) {
          const auto step = step_of(*member.key);
          const Node* value = member.value->resolved();
          if (!step || value == nullptr) continue;
          if (size_ > kMostSize) return;
          visit(below(path, *step), *value, member.key);
        }
        break;
      case NodeKind::kSequence:
        for (const Node* item : node.items) {
          const Node* value = item->resolved();
          if (value == nullptr) continue;
          visit(path, *value, key);
          if (!value->is_string()) continue;
          if (!count(path->size + value->value.size())) return;
          leaves_.push_back({below(path, value->value), item, true});
        }
        break;
      case NodeKind::kScalar:
        leaves_.push_back({path, key, false});
        break;
      case NodeKind::kAlias:
        break;
    }
  }

  void compare(const Leaf& known, const Leaf& leaf) const {
    if (leaf.key == nullptr || leaf.path->hash == known.path->hash) {
      return;
    }
    Finding finding;
    finding.subject = leaf.path->text();
    const std::string other = known.path->text();
    if (to_lower_ascii(finding.subject) != to_lower_ascii(other)) return;
    finding.primary = leaf.key->span;
    finding.key = leaf.key;
    finding.detail = quote_for_display(finding.subject, 120) + " and " +
                     quote_for_display(other, 120);
    if (known.key != nullptr) {
      finding.related.push_back({nullptr, known.key->span, "the other one"});
    }
    judgement_.report(std::move(finding));
  }

  const Judgement& judgement_;
  const KeyPath root_;
  std::deque<KeyPath> paths_;
  std::deque<std::string> made_;  // steps that the document does not hold
  std::vector<Leaf> leaves_;
  std::size_t size_ = 0;
};

}  // namespace

void judge(const CaseDuplicatesVerb& /*verb*/, const Judgement& judgement) {
  SearchKeys(judgement).report();
}

}  // namespace catalint
