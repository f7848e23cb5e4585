#include "yaml/inspect.h"

#include <algorithm>
#include <cmath>
#include <map>
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
    const std::size_t first_alias = aliases_.size();
    const std::size_t scalars_before = scalars_;
    switch (node.kind) {
      case NodeKind::kScalar:
        ++scalars_;
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
          // What `<<` brings in is looked at where it is written.
          if (member.key->outer < node.outer) continue;
          visit(*member.key);
          visit(*member.value);
        }
        break;
    }
    if (!node.anchor.empty() && !node.is_scalar()) {
      anchored_[&node] = {first_alias, aliases_.size(),
                          scalars_ > scalars_before};
    }
  }

 private:
  struct AliasCount {
    std::size_t uses = 1;
    std::size_t weight = 0;
    bool is_weighed = false;
  };

  // What an anchored collection holds, at all depths.
  struct Contents {
    std::size_t first_alias = 0;  // in aliases_
    std::size_t last_alias = 0;   // past the last one
    bool has_scalar = true;
  };

  bool has_enough(ProblemKind kind) { return ++found_[kind] > kMostProblems; }

  Problem& report(ProblemKind kind, Span span, std::string detail) {
    Problem problem;
    problem.kind = kind;
    problem.span = span;
    problem.detail = std::move(detail);
    problem.document = document_.index;
    problems_.push_back(std::move(problem));
    return problems_.back();
  }

  void report_duplicate(const Node& mapping, const Member& first,
                        const Member& second) {
    if (has_enough(ProblemKind::kDuplicateKey)) return;
    Problem& problem =
        report(ProblemKind::kDuplicateKey, second.key->span,
               quote_for_display(source_.text(second.key->span)));
    problem.related = first.key->span;
    problem.related_note = "the first one";
    problem.removable = removable_of(mapping, first, second);
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
      report_duplicate(mapping, *first->second, member);
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
      if (has_enough(ProblemKind::kMergeKey)) return;
      report(ProblemKind::kMergeKey, key.span, "");
    }
  }

  void visit_alias(const Node& alias) {
    const std::string name = quote_for_display("*" + std::string(alias.value));
    if (alias.target == nullptr) {
      const ProblemKind kind = alias.is_cycle ? ProblemKind::kAliasCycle
                                              : ProblemKind::kUnknownAlias;
      if (!has_enough(kind)) report(kind, alias.span, name);
      return;
    }
    if (has_bomb_) return;
    AliasCount& count = counts_[alias.target];
    ++count.uses;
    if (!count.is_weighed) {
      count.is_weighed = true;  // once, or many aliases would do it again
      count.weight = weight_of(*alias.target);
    }
    aliases_.push_back(&alias);
    if (count.uses * count.weight > kMostAliases) {
      has_bomb_ = true;
      report(ProblemKind::kAliasBomb, alias.span, name);
    }
  }

  // How much an expansion multiplies, as getAliasCount of the package has it.
  // The target lies before its alias, so that all in it has been visited.
  std::size_t weight_of(const Node& target) const {
    const auto anchored = anchored_.find(&target);
    const Contents contents =
        anchored == anchored_.end() ? Contents() : anchored->second;
    std::size_t most = contents.has_scalar ? 1 : 0;
    for (std::size_t i = contents.first_alias; i < contents.last_alias; ++i) {
      const AliasCount& count = counts_.at(aliases_[i]->target);
      most = std::max(most, count.uses * count.weight);
      if (most > kMostAliases) break;
    }
    return most;
  }

  const SourceFile& source_;
  const Document& document_;
  std::vector<Problem>& problems_;
  std::map<ProblemKind, std::size_t> found_;
  std::unordered_map<const Node*, AliasCount> counts_;
  std::unordered_map<const Node*, Contents> anchored_;
  std::vector<const Node*> aliases_;  // those with a target, so far
  std::size_t scalars_ = 0;           // so far
  bool has_bomb_ = false;
};

}  // namespace

void inspect_document(const SourceFile& source, const Document& document,
                      std::vector<Problem>& problems) {
  if (document.root == nullptr) return;
  Inspector(source, document, problems).visit(*document.root);
}

}  // namespace catalint
