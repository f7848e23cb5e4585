#include "base/edit_distance.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace catalint {
namespace {

constexpr std::size_t kLongestWord = 128;

// They are no nearer than this: each byte that one has more often than the
// other takes an edit.
std::size_t least_distance(std::string_view a, std::string_view b) {
  std::array<int, 256> surplus{};
  for (const char c : a) ++surplus[static_cast<unsigned char>(c)];
  for (const char c : b) --surplus[static_cast<unsigned char>(c)];
  std::size_t more_in_a = 0;
  for (const char c : a) {
    int& count = surplus[static_cast<unsigned char>(c)];
    if (count > 0)
      more_in_a += static_cast<std::size_t>(std::exchange(count, 0));
  }
  // The surplus of `b` is the rest of its length.
  return std::max(more_in_a, more_in_a + b.size() - a.size());
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

bool is_within_edit_distance(std::string_view a, std::string_view b,
                             std::size_t most) {
  return least_distance(a, b) <= most && edit_distance(a, b) <= most;
}

std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string> candidates) {
  if (word.size() > kLongestWord) return std::nullopt;
  std::optional<std::string> best;
  std::size_t limit = std::min<std::size_t>(3, (word.size() + 2) / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate == word) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < limit) {
      limit = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word,
                         std::span<const std::string> candidates) {
  const auto best = nearest(word, candidates);
  return best ? "; did you mean `" + *best + "`?" : "";
}

}  // namespace catalint
