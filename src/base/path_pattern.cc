#include "base/path_pattern.h"

#include <algorithm>
#include <span>

#include "base/glob.h"

namespace catalint {
namespace {

constexpr std::string_view kAnyDirectories = "**";

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> names;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) names.emplace_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return names;
}

// Both are walked together; after a `**` the rest is tried at every later
// place, the last `**` being the only one that has to be gone back to.
bool names_match(std::span<const std::string> pattern,
                 std::span<const std::string> names) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = kNone;
  std::size_t resume = 0;
  while (n < names.size()) {
    if (p < pattern.size() && pattern[p] == kAnyDirectories) {
      star = p++;
      resume = n;
    } else if (p < pattern.size() && glob_matches(pattern[p], names[n])) {
      ++p;
      ++n;
    } else if (star != kNone) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == kAnyDirectories) ++p;
  return p == pattern.size();
}

}  // namespace

PathPattern::PathPattern(std::string_view pattern) : text_(pattern) {
  while (pattern.starts_with("./")) pattern.remove_prefix(2);
  directories_alone_ = pattern.ends_with('/');
  if (directories_alone_) pattern.remove_suffix(1);
  const bool is_anywhere = pattern.find('/') == std::string_view::npos;
  names_ = split_path(pattern);
  if (is_anywhere && !names_.empty())
    names_.insert(names_.begin(), std::string(kAnyDirectories));
}

bool PathPattern::fits(std::string_view path) const {
  return !directories_alone_ && names_match(names_, split_path(path));
}

bool PathPattern::fits_or_holds(std::string_view path) const {
  const std::vector<std::string> names = split_path(path);
  const std::span<const std::string> all(names);
  for (std::size_t count = 1; count < names.size(); ++count) {
    if (names_match(names_, all.first(count))) return true;
  }
  return fits(path);
}

std::string PathPattern::last_name() const {
  return names_.empty() || names_.back() == kAnyDirectories ? "*"
                                                            : names_.back();
}

bool any_fits(const std::vector<PathPattern>& patterns, std::string_view path) {
  return std::any_of(
      patterns.begin(), patterns.end(),
      [&](const PathPattern& pattern) { return pattern.fits(path); });
}

bool any_fits_or_holds(const std::vector<PathPattern>& patterns,
                       std::string_view path) {
  return std::any_of(
      patterns.begin(), patterns.end(),
      [&](const PathPattern& pattern) { return pattern.fits_or_holds(path); });
}

}  // namespace catalint
