#include "yaml/inspect.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "yaml/entry_lines.h"
#include "yaml/number.h"
#include "yaml/parse.h"

namespace catalint {
namespace {

constexpr std::string_view kMergeKey = "<<";

// Keys are equal when JavaScript's === says so; nothing for those that never
// are (NaN, objects, aliases).
std::optional<std::string> identity_of(const Node& key) {
  if (!key.is_scalar() || key.type == ScalarType::kOther) return std::nullopt;
  switch (key.type) {
    case ScalarType::kString:
      return "s" + std::string(key.value);
    case ScalarType::kInt:
    case ScalarType::kFloat:
      if (std::isnan(key.number)) return std::nullopt;
      return "n" + number_as_javascript(key.number);
    default:
      return (key.type == ScalarType::kNull ? "z" : "b") + *key_text(key);
  }
}

class Inspector {
 public:
  Inspector(const SourceFile& source, const Document& document,
            std::vector<Problem>& problems)
      : source_(source), document_(document), problems_(problems) {}

  void visit(const Node& node) {
    switch (node.kind) {
      case NodeKind::kScalar:
        break;
      case NodeKind::kAlias:
        visit_alias(node);
        break;
      case NodeKind::kSequence:
        for (const Node* item : node.items) visit(*item);
        break;
      case NodeKind::kMapping:
        find_duplicates(node);
        for (const Member& member : node.members) {
          visit(*member.key);
          visit(*member.value);
        }
        break;
    }
  }

 private:
  struct AliasCount {
    std::size_t uses = 1;
    std::size_t weight = 0;
    bool is_weighed = false;
  };

  Problem& report(ProblemKind kind, Span span, std::string detail) {
    Problem problem;
    problem.kind = kind;
    problem.span = span;
    problem.detail = std::move(detail);
    problem.document = document_.index;
    problems_.push_back(std::move(problem));
    return problems_.back();
  }

  void find_duplicates(const Node& mapping) {
    constexpr std::size_t kFew = 12;
    if (mapping.members.size() < 2) {
      for (const Member& member : mapping.members) note_merge_key(*member.key);
      return;
    }
    // A pass without a table for the usual few short string keys.
    if (mapping.members.size() <= kFew && !has_equal_strings(mapping)) {
      bool all_strings = true;
      for (const Member& member : mapping.members) {
        all_strings = all_strings && member.key->is_string();
        note_merge_key(*member.key);
      }
      if (all_strings) return;
    } else {
      for (const Member& member : mapping.members) note_merge_key(*member.key);
    }
    std::unordered_map<std::string, const Member*> seen;
    for (const Member& member : mapping.members) {
      const auto identity = identity_of(*member.key);
      if (!identity) continue;
      const auto [first, is_new] = seen.emplace(*identity, &member);
      if (is_new) continue;
      Problem& problem =
          report(ProblemKind::kDuplicateKey, member.key->span,
                 quote_for_display(source_.text(member.key->span)));
      problem.related = first->second->key->span;
      problem.related_note = "the first one";
      problem.removable = removable_of(mapping, *first->second, member);
    }
  }

  // The one of two entries that says nothing which the other does not.
  [[nodiscard]] std::optional<Span> removable_of(const Node& mapping,
                                                 const Member& first,
                                                 const Member& second) const {
    if (mapping.style != NodeStyle::kBlock) return std::nullopt;
    const Node& a = *first.value;
    const Node& b = *second.value;
    const bool are_equal = a.is_scalar() && b.is_scalar() && a.type == b.type &&
                           a.tag == b.tag && a.value == b.value;
    if (are_equal || b.is_null()) return entry_lines(source_, second);
    if (a.is_null()) return entry_lines(source_, first);
    return std::nullopt;
  }

  static bool has_equal_strings(const Node& mapping) {
    const auto& members = mapping.members;
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (members[i].key->is_scalar() && members[j].key->is_scalar() &&
            members[i].key->value == members[j].key->value) {
          return true;
        }
      }
    }
    return false;
  }

  void note_merge_key(const Node& key) {
    if (key.is_scalar() && key.value == kMergeKey &&
        key.style == NodeStyle::kPlain) {
      report(ProblemKind::kMergeKey, key.span, "");
    }
  }

  void visit_alias(const Node& alias) {
    const std::string name = quote_for_display("*" + std::string(alias.value));
    if (alias.target == nullptr) {
      report(alias.is_cycle ? ProblemKind::kAliasCycle
                            : ProblemKind::kUnknownAlias,
             alias.span, name);
      return;
    }
    AliasCount& count = counts_[alias.target];
    ++count.uses;
    if (!count.is_weighed) {
      count.is_weighed = true;  // once, or many aliases would walk it again
      count.weight = weight_of(*alias.target);
    }
    if (count.uses * count.weight > kMostAliases && !has_bomb_) {
      has_bomb_ = true;
      report(ProblemKind::kAliasBomb, alias.span, name);
    }
  }

  // How much an expansion multiplies, as getAliasCount of the package has it.
  std::size_t weight_of(const Node& node) {
    switch (node.kind) {
      case NodeKind::kScalar:
        return 1;
      case NodeKind::kAlias: {
        if (node.target == nullptr) return 0;
        const auto found = counts_.find(node.target);
        if (found == counts_.end()) return 0;
        return std::min<std::size_t>(found->second.uses * found->second.weight,
                                     kMostAliases + 1);
      }
      case NodeKind::kSequence: {
        std::size_t most = 0;
        for (const Node* item : node.items) {
          most = std::max(most, weight_of(*item));
        }
        return most;
      }
      case NodeKind::kMapping: {
        std::size_t most = 0;
        for (const Member& member : node.members) {
          most = std::max(
              {most, weight_of(*member.key), weight_of(*member.value)});
        }
        return most;
      }
    }
    return 0;
  }

  const SourceFile& source_;
  const Document& document_;
  std::vector<Problem>& problems_;
  std::unordered_map<const Node*, AliasCount> counts_;
  bool has_bomb_ = false;
};

}  // namespace

void inspect_document(const SourceFile& source, const Document& document,
                      std::vector<Problem>& problems) {
  if (document.root == nullptr) return;
  Inspector(source, document, problems).visit(*document.root);
}

}  // namespace catalint
