// One finding: what is wrong, where, and how to mend it.
//
// Spans point into the SourceFile of the FileReport that holds the diagnostic;
// a related place may name another file. Messages are lower case, without a
// final period, and hold nothing raw from a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalint/rule.h"
#include "catalint/source.h"
#include "catalint/suppression.h"

namespace catalint {

struct RelatedPlace {
  const SourceFile* file = nullptr;  // null: the diagnostic's own file
  Span span;
  std::string message;
};

struct Edit {
  Span span;         // what to take out, in bytes
  std::string text;  // what to put in its place
};

/// All of its edits, or none; they never overlap.
struct Fix {
  std::string title;
  Fixable safety = Fixable::kUnsafe;
  std::vector<Edit> edits;
};

struct Diagnostic {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::kError;
  Loss loses = Loss::kNothing;
  std::string message;
  std::string hint;  // what to do; may be empty
  Span primary;
  std::vector<RelatedPlace> related;
  std::optional<Fix> fix;
  std::optional<std::size_t> document;  // the index of the document it is in
  std::string entity;                   // the entity's ref, or empty
  std::string subject;  // what it is about, such as the annotation's key
  std::optional<Suppression> suppression;  // why it stays out of the report
};

/// By place, then id, then message: a total order within one file.
bool comes_before(const Diagnostic& a, const Diagnostic& b);

}  // namespace catalint
