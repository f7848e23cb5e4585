// Findings of one file that are explained by others of it are left out.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "catalint/diagnostic.h"
#include "rules/check.h"

namespace catalint {

/// A diagnostic on its way into the report.
struct Draft {
  Diagnostic diagnostic;
  const Rule* rule = nullptr;
  std::size_t value = 0;  // where the value that it is about starts
  bool is_secret = false;
  std::optional<Span> rewritten_secret;  // where it is written
};

/// Which of the rules that explain others have a finding where. Keeps views of
/// the ids of the rules, which must outlive it.
class FindingIndex {
 public:
  FindingIndex(const std::vector<Draft>& drafts, const RuleSet& rules);

  /// Rows name the rules that explain theirs.
  [[nodiscard]] bool explains(const Draft& draft) const;

 private:
  // A document is a number from 1, so that 0 can stand for the whole file.
  struct Place {
    std::string_view rule;
    std::size_t document;
    std::size_t value;
    bool operator==(const Place&) const = default;
  };
  struct PlaceHash {
    std::size_t operator()(const Place& place) const {
      constexpr std::size_t kPrime = 0x9E3779B97F4A7C15U;
      const std::size_t rule = std::hash<std::string_view>()(place.rule);
      return (rule + place.document * kPrime + place.value) * kPrime;
    }
  };

  [[nodiscard]] bool any_of(const std::vector<std::string>& ids,
                            std::size_t document, std::size_t value) const;

  std::unordered_set<Place, PlaceHash> places_;
};

}  // namespace catalint
