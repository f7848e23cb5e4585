// The verb about keys of an entity that differ in case alone.
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "rules/verbs.h"

namespace catalint {
namespace {

// The leaves of an entity by their path in lower case, as buildEntitySearch of
// plugin-catalog-backend 4.0.0 collects them.
class SearchKeys {
 public:
  explicit SearchKeys(const Judgement& judgement) : judgement_(judgement) {
    for (const char* key :
         {"metadata.name", "metadata.namespace", "metadata.uid"}) {
      seen_.emplace(key, Seen{key, nullptr});
    }
  }

  void visit(const std::string& path, const Node& node, const Node* key) {
    if (path == "relations" || path == "status" || path == "attachments") {
      return;
    }
    size_ += kEntrySize + path.size();
    if (size_ > kMostSize) return;
    switch (node.kind) {
      case NodeKind::kMapping:
        if (node.members.empty()) return;
        for (const Member& member : node.members) {
          const auto text = key_text(*member.key);
          const Node* value = member.value->resolved();
          if (!text || value == nullptr) continue;
          if (size_ > kMostSize) return;
          visit(path.empty() ? *text : path + "." + *text, *value, member.key);
        }
        break;
      case NodeKind::kSequence:
        for (const Node* item : node.items) {
          const Node* value = item->resolved();
          if (value == nullptr) continue;
          visit(path, *value, key);
          if (!value->is_string()) continue;
          size_ += kEntrySize + path.size() + value->value.size();
          if (size_ > kMostSize) return;
          const std::string leaf = path + "." + std::string(value->value);
          if (items_.insert(to_lower_ascii(leaf)).second) add(leaf, item);
        }
        break;
      case NodeKind::kScalar:
        add(path, key);
        break;
      case NodeKind::kAlias:
        break;
    }
  }

 private:
  struct Seen {
    std::string path;
    const Node* key;
  };
  // Aliases and long keys may repeat large parts; no entity needs so many
  // bytes for the paths of its leaves.
  static constexpr std::size_t kEntrySize = 64;
  static constexpr std::size_t kMostSize = std::size_t{64} << 20U;

  void add(const std::string& path, const Node* key) {
    const auto [known, is_new] =
        seen_.emplace(to_lower_ascii(path), Seen{path, key});
    if (is_new || known->second.path == path || key == nullptr) return;
    Finding finding;
    finding.primary = key->span;
    finding.subject = path;
    finding.key = key;
    finding.detail = quote_for_display(path, 120) + " and " +
                     quote_for_display(known->second.path, 120);
    if (known->second.key != nullptr) {
      finding.related.push_back(
          {nullptr, known->second.key->span, "the other one"});
    }
    judgement_.report(std::move(finding));
  }

  const Judgement& judgement_;
  std::unordered_map<std::string, Seen> seen_;
  std::unordered_set<std::string> items_;
  std::size_t size_ = 0;
};

}  // namespace

void judge(const CaseDuplicatesVerb& /*verb*/, const Judgement& judgement) {
  SearchKeys(judgement).visit("", *judgement.entity().root, nullptr);
}

}  // namespace catalint
