// Words of a rule pack that stand for values of a closed list.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/edit_distance.h"
#include "base/fields.h"
#include "base/text.h"

namespace catalint {

template <typename T>
using Named = std::pair<std::string_view, T>;

/// The value of the word; `key` names where it stands. Throws FieldError.
template <typename T, std::size_t kSize>
T choose(const Fields& fields, std::string_view key, const std::string& word,
         const std::array<Named<T>, kSize>& choices) {
  const auto found =
      std::find_if(choices.begin(), choices.end(),
                   [&](const auto& choice) { return choice.first == word; });
  if (found != choices.end()) return found->second;
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const auto& choice : choices) names.emplace_back(choice.first);
  fields.fail(key, quote_for_display(key) + " is " + quote_for_display(word) +
                       "; expected one of " + joined(names, ", ") +
                       did_you_mean(word, names));
}

/// The same of the text at the key.
template <typename T, std::size_t kSize>
T choose(const Fields& fields, std::string_view key,
         const std::array<Named<T>, kSize>& choices) {
  return choose(fields, key, fields.text(key), choices);
}

}  // namespace catalint
