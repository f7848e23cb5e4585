// Annotations that stand where the plugin never looks.
#include <algorithm>
#include <deque>
#include <map>
#include <unordered_set>

#include "base/edit_distance.h"
#include "base/text.h"
#include "rules/move_entry.h"
#include "rules/verbs.h"

namespace catalint {
namespace {

constexpr std::string_view kAnnotations = "annotations";

bool has_value(const Node* mapping, std::string_view key) {
  const Node* node = find(mapping, key);
  return node != nullptr && !node->is_null() &&
         !(node->is_string() && node->value.empty());
}

// Maps whose name was meant to be `annotations`.
bool is_like_annotations(std::string_view key) {
  if (key == kAnnotations) return false;
  const std::string lower = to_lower_ascii(key);
  return lower == kAnnotations ||
         is_within_edit_distance(lower, kAnnotations, 2);
}

// A mapping to search, and how to call it.
struct Place {
  const Node* mapping = nullptr;
  const Member* holder = nullptr;  // null: the entity, its metadata or its spec
  std::string where;
  bool is_misspelt = false;  // it would be in place under another name
  bool is_at_root = false;   // a map for annotations that is not in metadata
};

class MisplacedSearch {
 public:
  MisplacedSearch(const std::vector<std::string>& keys,
                  const Judgement& judgement)
      : keys_(keys),
        judgement_(judgement),
        entity_(judgement.entity()),
        annotations_(find_member(entity_.metadata, kAnnotations)) {}

  void search() {
    search_below(entity_.root, "", true);
    search_below(entity_.metadata, "metadata", false);
    search_below(entity_.spec, "spec", true);
    if (const Member* labels = find_member(entity_.metadata, "labels")) {
      search_in({labels->value->resolved(), labels, "in metadata.labels"});
    }
    if (annotations_ == nullptr) find_maker();
    for (const auto& [place, member] : found_) report(*place, *member);
  }

 private:
  void search_below(const Node* mapping, const std::string& path,
                    bool annotations_too) {
    if (mapping == nullptr || !mapping->is_mapping()) return;
    search_in({mapping, nullptr, path.empty() ? "at the root" : "in " + path});
    for (const Member& member : mapping->members) {
      const Node* value = member.value->resolved();
      if (!member.key->is_string() || value == nullptr) continue;
      const std::string_view key = member.key->value;
      if ((annotations_too && key == kAnnotations) ||
          is_like_annotations(key)) {
        const std::string shown = escape_for_display(key);
        search_in({value, &member,
                   path.empty() ? "in `" + shown + "` at the root"
                                : "in " + path + "." + shown,
                   path == "metadata", path.empty()});
      }
    }
  }

  // Each key is looked for once, and each mapping searched once: a hostile
  // entity has very many of the same, or aliases that lead to one again.
  bool is_in_place(std::string_view key) {
    const auto [known, is_new] = in_place_.emplace(key, false);
    if (is_new) known->second = has_value(entity_.annotations, key);
    return known->second;
  }

  void search_in(Place wanted) {
    if (wanted.mapping == nullptr || !wanted.mapping->is_mapping()) return;
    if (!searched_.insert(wanted.mapping).second) return;
    const Place& place = places_.emplace_back(std::move(wanted));
    for (const Member& member : place.mapping->members) {
      const Node& key = *member.key;
      const bool is_ours =
          key.is_string() &&
          std::find(keys_.begin(), keys_.end(), key.value) != keys_.end();
      if (!is_ours || is_in_place(key.value)) continue;
      found_.emplace_back(&place, &member);
      ++counts_[key.value];
    }
  }

  // Where metadata.annotations is missing, one place may become it; a second
  // one would make it a duplicate.
  void find_maker() {
    const auto is_clear = [&](const auto& found) {
      return counts_.at(found.second->key->value) == 1;
    };
    for (const auto& found : found_) {
      const Place& place = *found.first;
      if (!place.is_misspelt || !is_clear(found)) continue;
      maker_ = &place;
      maker_edits_ = {{place.holder->key->span, renamed(*place.holder->key)}};
      return;
    }
    for (const auto& found : found_) {
      const Place& place = *found.first;
      if (!place.is_at_root || !is_clear(found)) continue;
      maker_edits_ = edits_to_move_map(judgement_.source(), *place.holder,
                                       entity_.metadata);
      if (maker_edits_.empty()) continue;
      maker_ = &place;
      return;
    }
  }

  static std::string renamed(const Node& key) {
    const std::string quote = key.style == NodeStyle::kDoubleQuoted ? "\"" : "";
    return quote + std::string(kAnnotations) + quote;
  }

  void report(const Place& place, const Member& member) const {
    Finding finding = at_key(member);
    finding.detail = place.where;
    if (annotations_ != nullptr) {
      finding.related.push_back(
          {nullptr, annotations_->key->span, "annotations belong here"});
    } else if (place.is_misspelt) {
      finding.hint = "rename `" + escape_for_display(place.holder->key->value) +
                     "` to `annotations`";
    }
    if (counts_.at(member.key->value) > 1) {
      // Nobody knows which of the two is meant.
    } else if (maker_ == nullptr) {
      finding.edits = edits_to_move(judgement_.source(),
                                    {&member, place.mapping, place.holder},
                                    entity_.metadata);
    } else if (maker_ == &place) {
      finding.edits = maker_edits_;
    }  // Others can be mended when it is there.
    judgement_.report(std::move(finding));
  }

  const std::vector<std::string>& keys_;
  const Judgement& judgement_;
  const Entity& entity_;
  const Member* annotations_;
  const Place* maker_ = nullptr;  // what becomes metadata.annotations
  std::vector<Edit> maker_edits_;
  std::map<std::string_view, bool> in_place_;
  std::unordered_set<const Node*> searched_;
  std::deque<Place> places_;
  std::vector<std::pair<const Place*, const Member*>> found_;
  std::map<std::string_view, std::size_t> counts_;  // of found_, by key
};

}  // namespace

void judge(const MisplacedVerb& verb, const Judgement& judgement) {
  MisplacedSearch(verb.keys, judgement).search();
}

}  // namespace catalint
