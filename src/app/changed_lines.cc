#include "app/changed_lines.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace catalint {
namespace {

// A path that git put in quotes, as C writes a text.
std::string unquoted(std::string_view path) {
  if (!path.starts_with('"') || !path.ends_with('"') || path.size() < 2) {
    // A tab ends a name with spaces in it.
    return std::string(path.substr(0, path.find('\t')));
  }
  path = path.substr(1, path.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != '\\' || i + 1 == path.size()) {
      out += path[i];
      continue;
    }
    ++i;
    constexpr std::string_view kNames = "abtnvfr";
    constexpr std::string_view kMeanings = "\a\b\t\n\v\f\r";
    const std::size_t name = kNames.find(path[i]);
    if (path[i] >= '0' && path[i] <= '3' && i + 2 < path.size()) {
      const int octal =
          (path[i] - '0') * 64 + (path[i + 1] - '0') * 8 + (path[i + 2] - '0');
      out += static_cast<char>(octal);
      i += 2;
    } else if (name != std::string_view::npos) {
      out += kMeanings[name];
    } else {
      out += path[i];
    }
  }
  return out;
}

struct NewRange {
  std::size_t begin = 0;
  std::size_t count = 1;
};

// The `+12,3` of `@@ -10,2 +12,3 @@`.
std::optional<NewRange> new_range(std::string_view line) {
  const std::size_t plus = line.find('+');
  if (plus == std::string_view::npos) return std::nullopt;
  NewRange range;
  const char* const end = line.data() + line.size();
  auto result = std::from_chars(line.data() + plus + 1, end, range.begin);
  if (result.ec != std::errc()) return std::nullopt;
  if (result.ptr != end && *result.ptr == ',') {
    result = std::from_chars(result.ptr + 1, end, range.count);
    if (result.ec != std::errc()) return std::nullopt;
  }
  return range;
}

}  // namespace

ChangedLines::ChangedLines(const GitChanges& changes) {
  for (const std::string& path : changes.untracked) {
    new_files_.insert(changes.root + "/" + path);
  }
  std::string_view rest = changes.diff;
  std::vector<Range>* ranges = nullptr;
  bool in_head = false;  // where `+++` is no line that was added
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.starts_with("diff ")) {
      in_head = true;
      ranges = nullptr;
    } else if (in_head && line.starts_with("+++ ")) {
      ranges = &ranges_[changes.root + "/" + unquoted(line.substr(4))];
    } else if (line.starts_with("@@ ") && ranges != nullptr) {
      in_head = false;
      const auto range = new_range(line);
      if (!range) continue;
      // `+12,0` took lines away behind line 12.
      ranges->push_back(
          range->count > 0
              ? Range{range->begin, range->begin + range->count - 1}
              : Range{range->begin, range->begin + 1});
    }
  }
}

bool ChangedLines::has(const std::string& real_path, std::size_t line) const {
  if (new_files_.count(real_path) > 0) return true;
  const auto found = ranges_.find(real_path);
  if (found == ranges_.end()) return false;
  const auto& ranges = found->second;
  const auto next = std::upper_bound(ranges.begin(), ranges.end(), line,
                                     [](std::size_t value, const Range& range) {
                                       return value < range.first;
                                     });
  // Ranges around lines taken away may touch the one before.
  for (auto range = next; range != ranges.begin() && next - range < 2;) {
    --range;
    if (line <= range->last) return true;
  }
  return false;
}

}  // namespace catalint
