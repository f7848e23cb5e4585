// What all fuzzers need.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "catalint/lint.h"
#include "rules/pack.h"

namespace catalint::fuzz {

/// Ends the fuzzer, which then keeps the input.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline std::shared_ptr<const RuleSet> builtin_rules() {
  auto rules = load_rules(builtin_packs());
  require(static_cast<bool>(rules), "the built-in packs load");
  return *rules;
}

/// Every place of a report lies inside of the file.
inline void require_places(const FileReport& report) {
  const std::size_t size = report.source->bytes().size();
  const auto is_inside = [&](Span span) {
    return span.begin <= span.end && span.end <= size;
  };
  for (const Diagnostic& diagnostic : report.diagnostics) {
    require(is_inside(diagnostic.primary), "a finding lies in the file");
    if (!diagnostic.fix) continue;
    std::vector<Edit> edits = diagnostic.fix->edits;
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
      return std::pair(a.span.begin, a.span.end) <
             std::pair(b.span.begin, b.span.end);
    });
    std::size_t end = 0;
    for (const Edit& edit : edits) {
      require(is_inside(edit.span), "an edit lies in the file");
      require(end <= edit.span.begin, "the edits of a fix do not overlap");
      end = edit.span.end;
    }
  }
}

}  // namespace catalint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);
