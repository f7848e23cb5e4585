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

/// Whether they are at most so far apart; cheap for words of other lengths.
bool is_within_edit_distance(std::string_view a, std::string_view b,
                             std::size_t most);

/// The nearest candidate, the first of several, when it is near enough to be
/// meant: a distance of at most a third of the word's bytes, rounded up so that
/// a short word may hold one mistake, and never more than 3. Never the word
/// itself, and nothing for a word of more than 128 bytes.
std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string> candidates);

/// "; did you mean `x`?" or nothing, to append to a message.
std::string did_you_mean(std::string_view word,
                         std::span<const std::string> candidates);

}  // namespace catalint
