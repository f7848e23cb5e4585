// What tags, types and merge keys make of nodes.
#include <algorithm>
#include <unordered_set>

#include "yaml/number.h"
#include "yaml/scalar.h"
#include "yaml/timestamp.h"
#include "yaml/tree_builder.h"

namespace catalint {
namespace {

// How many members `<<` may bring into the mappings of one stream.
constexpr std::size_t kMostMerged = 1'000'000;
constexpr std::string_view kCoreTag = "tag:yaml.org,2002:";

}  // namespace

// Sets and ordered maps become JavaScript objects that JSON shows as `{}`.
void TreeBuilder::apply_collection_tag(Node& node) {
  if (node.is_mapping() && node.tag == "tag:yaml.org,2002:set") {
    for (const Member& member : node.members) {
      if (!member.value->is_null()) {
        report_syntax(*member.value, "the items of a !!set have no values");
      }
    }
    node.members = {};
  } else if (node.is_sequence() && node.tag == "tag:yaml.org,2002:omap") {
    node.kind = NodeKind::kMapping;
    node.items = {};
  }
}

// `<<` merges below `%YAML 1.1`, and with the tag !!merge anywhere.
bool TreeBuilder::merges(const Node& key) const {
  if (!key.is_scalar() || key.value != "<<") return false;
  return key.tag == "tag:yaml.org,2002:merge" ||
         (stream_.documents.back().yaml_1_1 && key.tag.empty() &&
          key.style == NodeStyle::kPlain);
}

void TreeBuilder::merge_members(Node& node) {
  const bool has_merge =
      std::any_of(node.members.begin(), node.members.end(),
                  [&](const Member& member) { return merges(*member.key); });
  if (!has_merge) return;
  std::vector<Member> all;
  std::unordered_set<std::string> known;
  for (const Member& member : node.members) {
    if (merges(*member.key)) continue;
    all.push_back(member);
    if (auto text = key_text(*member.key)) known.insert(std::move(*text));
  }
  const auto add = [&](const Node* from) {
    if (from == nullptr || !from->is_mapping()) {
      report_syntax(node, "`<<` merges maps and aliases of maps alone");
      return;
    }
    // Merges of merges multiply as nested aliases do.
    merged_ += from->members.size();
    if (merged_ > kMostMerged) return;
    for (const Member& member : from->members) {
      auto text = key_text(*member.key);
      if (!text || known.insert(std::move(*text)).second) all.push_back(member);
    }
  };
  for (const Member& member : node.members) {
    if (!merges(*member.key)) continue;
    const Node* source = member.value->resolved();
    if (source != nullptr && source->is_sequence()) {
      for (const Node* item : source->items) add(item->resolved());
    } else {
      add(source);
    }
  }
  node.members = keep_all<Member>(all);
  if (merged_ > kMostMerged && !has_bomb_) {
    has_bomb_ = true;
    Problem problem;
    problem.kind = ProblemKind::kAliasBomb;
    problem.span = source_.first_line_of(node.span);
    problem.detail = "`<<`";
    problem.document = stream_.documents.back().index;
    stream_.problems.push_back(std::move(problem));
  }
}

void TreeBuilder::type_scalar(Node& node, bool plain) {
  const bool yaml_1_1 = stream_.documents.back().yaml_1_1;
  if (node.tag.empty() && !plain) return;
  const ScalarType natural =
      yaml_1_1 ? yaml_1_1_type(node.value) : core_type(node.value);
  if (node.tag.empty()) {
    node.type = natural;
    if (yaml_1_1 && natural == ScalarType::kString) apply_timestamp(node);
  } else if (node.tag.starts_with(kCoreTag)) {
    const std::string_view name = node.tag.substr(kCoreTag.size());
    if ((name == "null" && natural == ScalarType::kNull) ||
        (name == "bool" && natural == ScalarType::kBool) ||
        (name == "int" && natural == ScalarType::kInt) ||
        (name == "float" && natural == ScalarType::kFloat)) {
      node.type = natural;
    } else if (name == "timestamp") {
      // Below `%YAML 1.1` the package only warns.
      if (!apply_timestamp(node) && !yaml_1_1) {
        report_syntax(node, "!!timestamp wants a date such as 2013-01-01");
      }
    } else if (name == "binary") {
      node.type = ScalarType::kOther;
    }
  }
  if (node.type == ScalarType::kInt || node.type == ScalarType::kFloat) {
    node.number = number_value(node.value, yaml_1_1);
  }
}

// Whether the value was a date; it becomes what JSON has of it.
bool TreeBuilder::apply_timestamp(Node& node) const {
  const auto json = timestamp_as_json(node.value);
  if (json) node.value = keep(*json);
  return json.has_value();
}

}  // namespace catalint
