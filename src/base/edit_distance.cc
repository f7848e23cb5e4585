#include "base/edit_distance.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace catalint {
namespace {

constexpr std::size_t kLongestWord = 128;

}  // namespace

// Only cells near the diagonal can be less than `limit`, and once two rows have
// none, no later one has.
std::size_t edit_distance(std::string_view a, std::string_view b,
                          std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  limit = std::min(limit, longer + 1);
  if (longer - std::min(a.size(), b.size()) >= limit) return limit;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  std::size_t least_of_last = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t begin = i > limit ? i - limit : 1;
    const std::size_t end = std::min(b.size(), i + limit);
    row[begin - 1] = begin == 1 ? i : limit;
    std::size_t least = row[begin - 1];
    for (std::size_t j = begin; j <= end; ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (end < b.size()) row[end + 1] = limit;  // the next row looks at it
    if (least >= limit && least_of_last + 1 >= limit) return limit;
    least_of_last = least;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit);
}

bool is_within_edit_distance(std::string_view a, std::string_view b,
                             std::size_t most) {
  return edit_distance(a, b, most + 1) <= most;
}

NearestWord::NearestWord(std::string_view word) : word_(word) {
  if (word.size() > kLongestWord) return;
  limit_ = std::min<std::size_t>(3, (word.size() + 2) / 3) + 1;
  for (const char c : word) has_byte_[static_cast<unsigned char>(c)] = true;
}

// Each byte that the word lacks takes an edit.
bool NearestWord::is_far(std::string_view candidate) const {
  const std::size_t longer = std::max(word_.size(), candidate.size());
  if (longer - std::min(word_.size(), candidate.size()) >= limit_) return true;
  std::size_t strange = 0;
  for (const char c : candidate) {
    if (!has_byte_[static_cast<unsigned char>(c)]) ++strange;
  }
  return strange >= limit_;
}

void NearestWord::consider(std::string_view candidate) {
  if (is_far(candidate) || candidate == word_) return;
  const std::size_t distance = edit_distance(word_, candidate, limit_);
  if (distance >= limit_) return;
  limit_ = distance;
  found_ = candidate;
}

std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string> candidates) {
  NearestWord nearest(word);
  for (const std::string& candidate : candidates) nearest.consider(candidate);
  return nearest.found();
}

std::string did_you_mean(std::string_view word,
                         std::span<const std::string> candidates) {
  const auto best = nearest(word, candidates);
  return best ? "; did you mean `" + *best + "`?" : "";
}

}  // namespace catalint
