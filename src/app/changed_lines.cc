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

// `diff --git a a` names a file that is not renamed twice; nothing where the
// names differ.
std::string name_in(std::string_view line) {
  line.remove_prefix(std::string_view("diff --git ").size());
  const std::size_t half = line.size() / 2;
  const bool is_twice = line.size() % 2 == 1 && line[half] == ' ' &&
                        line.substr(0, half) == line.substr(half + 1);
  return is_twice ? unquoted(line.substr(0, half)) : std::string();
}

// The `+12,3` of `@@ -10,2 +12,3 @@`.
std::optional<LineRange> new_lines(std::string_view line) {
  const std::size_t plus = line.find('+');
  if (plus == std::string_view::npos) return std::nullopt;
  std::size_t begin = 0;
  std::size_t count = 1;
  const char* const end = line.data() + line.size();
  auto result = std::from_chars(line.data() + plus + 1, end, begin);
  if (result.ec != std::errc()) return std::nullopt;
  if (result.ptr != end && *result.ptr == ',') {
    result = std::from_chars(result.ptr + 1, end, count);
    if (result.ec != std::errc()) return std::nullopt;
  }
  // `+12,0` took lines away behind line 12.
  if (count == 0) return LineRange{begin, begin + 1};
  return LineRange{begin, begin + count - 1};
}

bool takes(std::string_view& line, std::string_view start) {
  if (!line.starts_with(start)) return false;
  line.remove_prefix(start.size());
  return true;
}

}  // namespace

ChangedLines::ChangedLines(const GitChanges& changes, const IsSame& is_same) {
  const auto place_of = [&](std::string_view name) {
    return changes.root + "/" + unquoted(name);
  };
  for (const std::string& path : changes.tracked) {
    tracked_.insert(changes.root + "/" + path);
  }
  std::string_view rest = changes.diff;
  std::string same_name;  // of a file that is not renamed
  std::string old_name;   // of one that is
  FileChanges* file = nullptr;
  bool in_head = false;  // where `+++` is no line that was added
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.starts_with("diff --git ")) {
      in_head = true;
      file = nullptr;
      same_name = name_in(line);
    } else if (line.starts_with("@@ ") && file != nullptr) {
      in_head = false;
      if (const auto range = new_lines(line)) file->ranges.push_back(*range);
    } else if (!in_head) {
      continue;
    } else if (line.starts_with("new file mode ")) {
      changes_[changes.root + "/" + same_name].is_new = true;
    } else if (takes(line, "rename from ")) {
      old_name = place_of(line);
    } else if (takes(line, "rename to ")) {
      const std::string name = place_of(line);
      if (!is_same(old_name, name)) changes_[name].is_new = true;
    } else if (takes(line, "+++ ")) {
      file = &changes_[place_of(line)];
    }
  }
}

bool ChangedLines::has(const std::string& path) const {
  if (tracked_.count(path) == 0) return true;
  const auto found = changes_.find(path);
  return found != changes_.end() &&
         (found->second.is_new || !found->second.ranges.empty());
}

bool ChangedLines::has(const std::string& path, LineRange lines) const {
  if (tracked_.count(path) == 0) return true;
  const auto found = changes_.find(path);
  if (found == changes_.end()) return false;
  if (found->second.is_new) return true;
  const auto& ranges = found->second.ranges;
  const auto range =
      std::lower_bound(ranges.begin(), ranges.end(), lines.first,
                       [](const LineRange& before, std::size_t first) {
                         return before.last < first;
                       });
  return range != ranges.end() && range->first <= lines.last;
}

}  // namespace catalint
