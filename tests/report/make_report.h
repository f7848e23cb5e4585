// Reports made by hand, so that a format is tested without any rule.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "report/format.h"

namespace catalint {

inline const RuleInfo& test_rule() {
  static const RuleInfo kRule = [] {
    RuleInfo rule;
    rule.id = "pack/rule";
    rule.what = "what it fires on";
    rule.why = "why it matters";
    rule.docs = "https://example.com/rule";
    rule.bad = "a: b\n";
    rule.good = "a: c";
    return rule;
  }();
  return kRule;
}

inline Diagnostic diagnostic_at(Span span) {
  Diagnostic diagnostic;
  diagnostic.rule = &test_rule();
  diagnostic.message = "it is wrong";
  diagnostic.primary = span;
  return diagnostic;
}

/// A finding at the first place of `needle` in `bytes`.
inline Diagnostic diagnostic_at(const std::string& bytes,
                                const std::string& needle) {
  const std::size_t begin = bytes.find(needle);
  return diagnostic_at({begin, begin + needle.size()});
}

inline FileReport file_with(std::string path, std::string bytes,
                            std::vector<Diagnostic> diagnostics) {
  FileReport file;
  file.source = std::make_unique<SourceFile>(std::move(path), std::move(bytes));
  file.diagnostics = std::move(diagnostics);
  return file;
}

inline Report report_of(FileReport file) {
  Report report;
  report.rules = {&test_rule()};
  report.files.push_back(std::move(file));
  return report;
}

}  // namespace catalint
