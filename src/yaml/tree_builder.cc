#include "yaml/tree_builder.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "yaml/parse.h"

namespace catalint {
namespace {

std::string_view view(const yaml_char_t* text) {
  if (text == nullptr) return {};
  return reinterpret_cast<const char*>(text);
}

NodeStyle style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return NodeStyle::kSingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return NodeStyle::kDoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return NodeStyle::kLiteral;
    case YAML_FOLDED_SCALAR_STYLE:
      return NodeStyle::kFolded;
    default:
      return NodeStyle::kPlain;
  }
}

// The name after a `&` or `*`. It ends where the package ends it; libyaml may
// have stopped before, or have been given another one.
std::string_view name_at(std::string_view text, std::size_t sign) {
  text.remove_prefix(std::min(sign + 1, text.size()));
  return text.substr(0, text.find_first_of(" \t\r\n,[]{}"));
}

}  // namespace

TreeBuilder::TreeBuilder(const SourceFile& source, const PreparedText& prepared,
                         const OffsetMap& offsets, YamlStream& stream)
    : source_(source),
      prepared_(prepared),
      offsets_(offsets),
      stream_(stream) {}

bool TreeBuilder::take(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      start_document(event);
      break;
    case YAML_DOCUMENT_END_EVENT:
      end_document();
      break;
    case YAML_SCALAR_EVENT:
      add_scalar(event);
      break;
    case YAML_ALIAS_EVENT:
      add_alias(event);
      break;
    case YAML_MAPPING_START_EVENT: {
      const auto& start = event.data.mapping_start;
      return start_collection(event, NodeKind::kMapping,
                              start.style == YAML_FLOW_MAPPING_STYLE,
                              start.anchor, start.tag);
    }
    case YAML_SEQUENCE_START_EVENT: {
      const auto& start = event.data.sequence_start;
      return start_collection(event, NodeKind::kSequence,
                              start.style == YAML_FLOW_SEQUENCE_STYLE,
                              start.anchor, start.tag);
    }
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      end_collection(event);
      break;
    default:
      break;
  }
  return true;
}

std::optional<std::size_t> TreeBuilder::open_bracket() const {
  if (levels_.empty() || levels_.back().node->style != NodeStyle::kFlow) {
    return std::nullopt;
  }
  return levels_.back().node->span.begin;
}

std::optional<std::size_t> TreeBuilder::last_flow_key() const {
  if (!open_bracket() || !levels_.back().node->is_mapping() ||
      children_.size() < levels_.back().first_child + 2) {
    return std::nullopt;
  }
  return children_[children_.size() - 2]->outer;
}

void TreeBuilder::start_document(const yaml_event_t& event) {
  const std::size_t begin = offsets_.byte_offset(event.start_mark.index);
  const auto* version = event.data.document_start.version_directive;
  const Span prelude{begin, offsets_.byte_offset(event.end_mark.index)};
  if (version != nullptr && !prepared_.ignores_version_in(prelude)) {
    yaml_1_1_ = version->minor == 1;
    if (yaml_1_1_) {
      Problem problem;
      problem.kind = ProblemKind::kVersionDirective;
      problem.span = source_.first_line_of(
          {source_.bytes().find("%YAML", begin), source_.bytes().size()});
      problem.document = stream_.documents.size();
      stream_.problems.push_back(std::move(problem));
    }
  }
  Document document;
  document.index = stream_.documents.size();
  document.span = {begin, begin};
  document.yaml_1_1 = yaml_1_1_;
  stream_.documents.push_back(document);
  anchors_.clear();
  children_.clear();
}

void TreeBuilder::end_document() {
  Document& document = stream_.documents.back();
  if (children_.empty()) return;
  document.root = children_.back();
  document.span = {document.root->outer,
                   std::max(document.root->outer, document.root->span.end)};
}

void TreeBuilder::add_child(const Node* node) { children_.push_back(node); }

std::string_view TreeBuilder::keep(std::string_view text) const {
  if (text.empty()) return {};
  auto* memory = static_cast<char*>(stream_.arena->allocate(text.size(), 1));
  std::memcpy(memory, text.data(), text.size());
  return {memory, text.size()};
}

std::size_t TreeBuilder::skip_properties(std::size_t begin,
                                         std::size_t end) const {
  const std::string_view text = prepared_.text();
  std::size_t i = begin;
  while (i < end) {
    if (is_white_space(text[i])) {
      ++i;
    } else if (text[i] == '#') {
      i = std::min(text.find('\n', i), end);
    } else if (text[i] == '&' || text[i] == '!') {
      while (i < end && !is_white_space(text[i])) ++i;
    } else {
      break;
    }
  }
  return std::min(i, end);
}

// The `&` among the properties that start here.
std::size_t TreeBuilder::find_anchor(std::size_t properties) const {
  const std::string_view text = prepared_.text();
  std::size_t i = properties;
  while (i < text.size() && text[i] != '&') {
    i = text[i] == '#' ? text.find('\n', i) : text.find_first_of(" \t\r\n", i);
    i = text.find_first_not_of(" \t\r\n", i);
  }
  return std::min(i, text.size());
}

Node* TreeBuilder::new_node(const yaml_event_t& event,
                            const yaml_char_t* anchor, const yaml_char_t* tag) {
  auto* node = new (stream_.arena->allocate(sizeof(Node), alignof(Node))) Node;
  node->outer = offsets_.byte_offset(event.start_mark.index);
  node->span = {node->outer, offsets_.byte_offset(event.end_mark.index)};
  node->tag = keep(view(tag));
  if (anchor != nullptr) {
    node->anchor = name_at(source_.bytes(), find_anchor(node->outer));
    anchors_[node->anchor] = node;
  }
  return node;
}

bool TreeBuilder::start_collection(const yaml_event_t& event, NodeKind kind,
                                   bool flow, const yaml_char_t* anchor,
                                   const yaml_char_t* tag) {
  Node* node = new_node(event, anchor, tag);
  node->kind = kind;
  node->style = flow ? NodeStyle::kFlow : NodeStyle::kBlock;
  if (anchor != nullptr || tag != nullptr) {
    node->span.begin = skip_properties(node->outer, prepared_.text().size());
  }
  node->span.end = std::max(node->span.begin, node->span.end);
  add_child(node);
  levels_.push_back({node, children_.size()});
  return levels_.size() <= kMostLevels;
}

void TreeBuilder::end_collection(const yaml_event_t& event) {
  const Level level = levels_.back();
  levels_.pop_back();
  Node& node = *level.node;
  const std::size_t count = children_.size() - level.first_child;
  const Node* const* first = children_.data() + level.first_child;
  if (node.kind == NodeKind::kMapping) {
    std::vector<Member> members;
    members.reserve(count / 2);
    for (std::size_t i = 0; i + 1 < count; i += 2) {
      members.push_back({first[i], first[i + 1]});
    }
    node.members = keep_all<Member>(members);
  } else {
    node.items = keep_all<const Node*>({first, count});
  }
  if (node.style == NodeStyle::kFlow) {
    node.span.end = offsets_.byte_offset(event.end_mark.index);
  } else if (count > 0) {
    node.span.end = std::max(node.span.begin, first[count - 1]->span.end);
  }
  children_.resize(level.first_child);
  if (!node.tag.empty()) apply_collection_tag(node);
  merge_members(node);
}

void TreeBuilder::report_syntax(const Node& node, std::string detail) {
  Problem problem;
  problem.span = source_.first_line_of(node.span);
  problem.detail = std::move(detail);
  problem.document = stream_.documents.back().index;
  stream_.problems.push_back(std::move(problem));
}

void TreeBuilder::add_scalar(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  Node* node = new_node(event, scalar.anchor, scalar.tag);
  node->style = style_of(scalar.style);
  if (scalar.anchor != nullptr || scalar.tag != nullptr) {
    node->span.begin = skip_properties(node->outer, node->span.end);
  }
  const std::string_view value(reinterpret_cast<const char*>(scalar.value),
                               scalar.length);
  if (prepared_.has_replacements()) {
    node->value = keep(prepared_.restore(value, node->span));
  } else if (source_.text(node->span) == value) {
    node->value = source_.text(node->span);
  } else {
    node->value = keep(value);
  }
  type_scalar(*node, scalar.style == YAML_PLAIN_SCALAR_STYLE);
  add_child(node);
}

void TreeBuilder::add_alias(const yaml_event_t& event) {
  Node* node = new_node(event, nullptr, nullptr);
  node->kind = NodeKind::kAlias;
  node->value = name_at(source_.bytes(), node->span.begin);
  const auto found = anchors_.find(node->value);
  if (found != anchors_.end()) {
    node->is_cycle = std::any_of(
        levels_.begin(), levels_.end(),
        [&](const Level& level) { return level.node == found->second; });
    // Whoever follows aliases comes to an end.
    if (!node->is_cycle) node->target = found->second;
  }
  add_child(node);
}

}  // namespace catalint
