// The located YAML tree: what a descriptor says, and where it says it.
//
// A YamlStream owns the memory of all its nodes and texts; nodes are values
// without destructors that live in its arena. Mistakes in the text are no
// errors of the reader but Problems, which rules turn into diagnostics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/source.h"

namespace catalint {

enum class NodeKind : std::uint8_t { kScalar, kSequence, kMapping, kAlias };

enum class NodeStyle : std::uint8_t {
  kPlain,
  kSingleQuoted,
  kDoubleQuoted,
  kLiteral,
  kFolded,
  kBlock,
  kFlow,
};

/// What a scalar is after typing (YAML 1.2 core schema, or 1.1 below a
/// `%YAML 1.1` directive), as JavaScript sees it. kOther is an object that no
/// plain value gives, such as the bytes of `!!binary`.
enum class ScalarType : std::uint8_t {
  kString,
  kNull,
  kBool,
  kInt,
  kFloat,
  kOther,
};

struct Node;

/// One entry of a mapping; duplicates are kept, in the order of the file.
struct Member {
  const Node* key = nullptr;
  const Node* value = nullptr;
};

struct Node {
  NodeKind kind = NodeKind::kScalar;
  NodeStyle style = NodeStyle::kPlain;
  ScalarType type = ScalarType::kString;
  bool is_cycle = false;  // an alias to a node around it; it has no target
  Span span;              // the content, without anchor and tag
  std::size_t outer = 0;  // where the anchor or tag before it starts
  std::string_view tag;   // resolved (`tag:yaml.org,2002:str`), or empty
  std::string_view anchor;
  std::string_view value;           // a scalar's text, an alias's name
  double number = 0;                // what JavaScript sees of a kInt or kFloat
  std::span<const Member> members;  // a mapping's
  std::span<const Node* const> items;  // a sequence's
  const Node* target = nullptr;  // an alias's node, null when there is none

  [[nodiscard]] bool is_mapping() const { return kind == NodeKind::kMapping; }
  [[nodiscard]] bool is_sequence() const { return kind == NodeKind::kSequence; }
  [[nodiscard]] bool is_scalar() const { return kind == NodeKind::kScalar; }
  [[nodiscard]] bool is_string() const {
    return is_scalar() && type == ScalarType::kString;
  }
  [[nodiscard]] bool is_null() const {
    return is_scalar() && type == ScalarType::kNull;
  }
  [[nodiscard]] bool is_quoted() const {
    return style == NodeStyle::kSingleQuoted ||
           style == NodeStyle::kDoubleQuoted;
  }
  [[nodiscard]] bool is_block_scalar() const {
    return style == NodeStyle::kLiteral || style == NodeStyle::kFolded;
  }
  /// The node that an alias stands for; the node itself when it is none.
  /// Null for an alias without a target.
  [[nodiscard]] const Node* resolved() const {
    return kind == NodeKind::kAlias ? target : this;
  }
};

/// What the reader noticed about the text; rules select by this name.
enum class ProblemKind : std::uint8_t {
  kSyntax,
  kConflictMarker,
  kTooDeep,
  kDuplicateKey,
  kUnknownAlias,
  kAliasBomb,
  kAliasCycle,
  kUtf16,
  kBinary,
  kByteOrderMark,
  kUtf8,
  kControlCharacter,
  kVersionDirective,
  kMergeKey,
  kEmpty,
};

struct Problem {
  ProblemKind kind = ProblemKind::kSyntax;
  Span span;
  std::string detail;           // for people, escaped; may be empty
  std::optional<Span> related;  // the other place, where there are two
  std::string related_note;
  std::optional<Span> removable;        // lines that may go, which mends it
  std::optional<std::size_t> document;  // the index of the document it is in
  std::string hint;
};

struct Document {
  std::size_t index = 0;  // counts every document of the stream, empty ones too
  const Node* root = nullptr;  // null when the document has no node at all
  Span span;
  bool yaml_1_1 = false;
};

/// All documents of one file. When the text stops being YAML, the documents
/// before that place are kept and a kSyntax, kConflictMarker or kTooDeep
/// problem says where.
struct YamlStream {
  std::vector<Document> documents;
  std::vector<Problem> problems;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena;
};

/// The text of a mapping's key as JavaScript names the property: a string as
/// it is, null as "", a number or boolean as JavaScript prints it. Nothing for
/// a mapping or sequence used as a key.
std::optional<std::string> key_text(const Node& key);

/// What JavaScript takes for false: null, false, 0, NaN and "".
bool is_falsy(const Node& node);

/// Whether Backstage replaces the mapping by the content of a file: its only
/// key is `$text`, `$json` or `$yaml` (PlaceholderProcessor).
bool is_file_placeholder(const Node& node);

/// The value under a key of a mapping (the last one, when it is there twice);
/// null when the node is no mapping or has no such key. Aliases are followed.
const Node* find(const Node* mapping, std::string_view key);
const Member* find_member(const Node* mapping, std::string_view key);

}  // namespace catalint
