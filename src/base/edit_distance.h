// "Did you mean": how far apart two words are.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace catalint {

/// Insertions, deletions, replacements and swaps of neighbours (bytes) that
/// turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest candidate, when it is near enough to be meant: at most a third
/// of the word's length away, and never more than 3.
std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string> candidates);

/// "; did you mean `x`?" or nothing, to append to a message.
std::string did_you_mean(std::string_view word,
                         std::span<const std::string> candidates);

}  // namespace catalint
