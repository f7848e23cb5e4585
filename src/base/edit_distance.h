// "Did you mean": how far apart two words are.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace catalint {

/// Insertions, deletions, replacements and swaps of neighbours (bytes) that
/// turn one word into the other; `limit` where it is not less than that.
std::size_t edit_distance(std::string_view a, std::string_view b,
                          std::size_t limit = std::string_view::npos);

/// Whether they are at most so far apart; cheap for words of other lengths.
bool is_within_edit_distance(std::string_view a, std::string_view b,
                             std::size_t most);

/// The nearest of some candidates, the first of several, when it is near enough
/// to be meant: a distance of at most a third of the word's bytes, rounded up
/// so that a short word may hold one mistake, and never more than 3. Never the
/// word itself, and nothing for a word of more than 128 bytes. Cheap for
/// candidates that are far.
class NearestWord {
 public:
  /// The word must outlive it.
  explicit NearestWord(std::string_view word);

  void consider(std::string_view candidate);

  [[nodiscard]] const std::optional<std::string>& found() const {
    return found_;
  }

 private:
  [[nodiscard]] bool is_far(std::string_view candidate) const;

  std::string_view word_;
  std::array<bool, 256> has_byte_{};  // whether the word has it
  std::size_t limit_ = 0;             // what is not nearer is not meant
  std::optional<std::string> found_;
};

/// Of all of these.
std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string> candidates);

/// "; did you mean `x`?" or nothing, to append to a message.
std::string did_you_mean(std::string_view word,
                         std::span<const std::string> candidates);

}  // namespace catalint
