// One-line dumps of what the YAML reader found, for tables of tests.
//
//   map{"a"@1:1-1:2: int "1"@1:4-1:5}@1:1-1:5
//
// A scalar is its style (unless plain), its type (unless a string) and its
// value; `&a` and `!tag` stand before a node, with the place where they start
// when it is not the node's. An alias without a target is `*x?`. Documents are
// joined by ` --- `.
#pragma once

#include <string>

#include "base/text.h"
#include "catalint/node.h"
#include "yaml/parse.h"

namespace catalint {

inline std::string dump(const SourceFile& source, Span span) {
  const auto place = [&](std::size_t offset) {
    const Position position = source.position(offset);
    return std::to_string(position.line) + ":" +
           std::to_string(position.column);
  };
  return place(span.begin) + "-" + place(span.end);
}

inline std::string name_of(NodeStyle style) {
  switch (style) {
    case NodeStyle::kPlain:
    case NodeStyle::kBlock:
      return "";
    case NodeStyle::kSingleQuoted:
      return "single ";
    case NodeStyle::kDoubleQuoted:
      return "double ";
    case NodeStyle::kLiteral:
      return "literal ";
    case NodeStyle::kFolded:
      return "folded ";
    case NodeStyle::kFlow:
      return "flow ";
  }
  return "";
}

inline std::string name_of(ScalarType type) {
  switch (type) {
    case ScalarType::kString:
      return "string";
    case ScalarType::kNull:
      return "null";
    case ScalarType::kBool:
      return "bool";
    case ScalarType::kInt:
      return "int";
    case ScalarType::kFloat:
      return "float";
    case ScalarType::kOther:
      return "other";
  }
  return "";
}

inline std::string name_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::kSyntax:
      return "syntax";
    case ProblemKind::kConflictMarker:
      return "conflict-marker";
    case ProblemKind::kTooDeep:
      return "too-deep";
    case ProblemKind::kDuplicateKey:
      return "duplicate-key";
    case ProblemKind::kUnknownAlias:
      return "unknown-alias";
    case ProblemKind::kAliasBomb:
      return "alias-bomb";
    case ProblemKind::kAliasCycle:
      return "alias-cycle";
    case ProblemKind::kUtf16:
      return "utf-16";
    case ProblemKind::kBinary:
      return "binary";
    case ProblemKind::kByteOrderMark:
      return "byte-order-mark";
    case ProblemKind::kUtf8:
      return "utf-8";
    case ProblemKind::kControlCharacter:
      return "control-character";
    case ProblemKind::kVersionDirective:
      return "version-directive";
    case ProblemKind::kMergeKey:
      return "merge-key";
    case ProblemKind::kEmpty:
      return "empty";
  }
  return "another";
}

inline std::string dump(const SourceFile& source, const Node& node) {
  std::string out;
  if (!node.anchor.empty()) out += "&" + std::string(node.anchor) + " ";
  if (!node.tag.empty()) out += "!" + std::string(node.tag) + " ";
  if (node.outer != node.span.begin) {
    out += "from " + dump(source, {node.outer, node.outer}) + " ";
  }
  out += name_of(node.style);
  switch (node.kind) {
    case NodeKind::kScalar:
      if (node.type != ScalarType::kString) out += name_of(node.type) + " ";
      out += "\"" + escape_for_display(node.value, 1000) + "\"";
      break;
    case NodeKind::kAlias:
      out +=
          "*" + std::string(node.value) + (node.target == nullptr ? "?" : "");
      break;
    case NodeKind::kSequence:
      out += "list[";
      for (const Node* item : node.items) {
        out += (item == node.items.front() ? "" : ", ") + dump(source, *item);
      }
      out += "]";
      break;
    case NodeKind::kMapping:
      out += "map{";
      for (const Member& member : node.members) {
        out += (&member == node.members.data() ? "" : ", ") +
               dump(source, *member.key) + ": " + dump(source, *member.value);
      }
      out += "}";
      break;
  }
  return out + "@" + dump(source, node.span);
}

inline std::string dump(const SourceFile& source, const YamlStream& stream) {
  std::string out;
  for (const Document& document : stream.documents) {
    out += (document.index == 0 ? "" : " --- ");
    if (document.yaml_1_1) out += "%1.1 ";
    out += document.root == nullptr ? "none" : dump(source, *document.root);
  }
  return out;
}

/// `kind@place "detail" (and the other place: its note)`, joined by `; `. With
/// the number of the document, where it is not the first.
inline std::string dump_problems(const SourceFile& source,
                                 const YamlStream& stream) {
  std::string out;
  for (const Problem& problem : stream.problems) {
    out += (out.empty() ? "" : "; ") + name_of(problem.kind) + "@" +
           dump(source, problem.span);
    if (problem.document.value_or(0) > 0) {
      out += " in " + std::to_string(*problem.document);
    }
    if (!problem.detail.empty()) out += " " + problem.detail;
    if (problem.related) {
      out += " (" + dump(source, *problem.related) + ": " +
             problem.related_note + ")";
    }
  }
  return out;
}

inline std::string dump_tree(const std::string& text) {
  const SourceFile source("x.yaml", text);
  return dump(source, parse_yaml(source));
}

inline std::string dump_problems(const std::string& text) {
  const SourceFile source("x.yaml", text);
  return dump_problems(source, parse_yaml(source));
}

}  // namespace catalint
