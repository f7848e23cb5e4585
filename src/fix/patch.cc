#include "fix/patch.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <unordered_map>
#include <vector>

namespace catalint {
namespace {

using Lines = std::vector<std::string_view>;  // with their line ends

constexpr std::size_t kContext = 3;

Lines split_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    const std::size_t size =
        newline == std::string_view::npos ? text.size() : newline + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// A stretch of lines that differs: [old_begin, old_end) becomes
// [new_begin, new_end).
struct Change {
  std::size_t old_begin = 0;
  std::size_t old_end = 0;
  std::size_t new_begin = 0;
  std::size_t new_end = 0;
};

// Lines that stand once on both sides hold the two texts together (patience
// diff), which takes n log n whatever has changed.
class LineDiff {
 public:
  LineDiff(const Lines& before, const Lines& after)
      : before_(before), after_(after) {}

  std::vector<Change> changes() {
    std::size_t old_at = 0;
    std::size_t new_at = 0;
    for (const auto& [old_line, new_line] : anchors()) {
      add(old_at, old_line, new_at, new_line);
      old_at = old_line + 1;
      new_at = new_line + 1;
    }
    add(old_at, before_.size(), new_at, after_.size());
    return std::move(changes_);
  }

 private:
  using Pair = std::pair<std::size_t, std::size_t>;

  struct Occurrence {
    std::size_t in_before = 0;
    std::size_t in_after = 0;
    std::size_t line = 0;  // of the text before
  };

  [[nodiscard]] std::vector<Pair> anchors() const {
    std::unordered_map<std::string_view, Occurrence> seen;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      Occurrence& occurrence = seen[before_[i]];
      ++occurrence.in_before;
      occurrence.line = i;
    }
    for (const std::string_view line : after_) {
      const auto found = seen.find(line);
      if (found != seen.end()) ++found->second.in_after;
    }
    std::vector<Pair> pairs;  // sorted by the line after
    for (std::size_t i = 0; i < after_.size(); ++i) {
      const auto found = seen.find(after_[i]);
      if (found == seen.end()) continue;
      const Occurrence& occurrence = found->second;
      if (occurrence.in_before == 1 && occurrence.in_after == 1) {
        pairs.emplace_back(occurrence.line, i);
      }
    }
    return longest_increasing(pairs);
  }

  // The longest run of pairs in which the line before grows too.
  static std::vector<Pair> longest_increasing(const std::vector<Pair>& pairs) {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tails;  // the pair that ends each length best
    std::vector<std::size_t> previous(pairs.size(), kNone);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto place =
          std::lower_bound(tails.begin(), tails.end(), pairs[i].first,
                           [&](std::size_t tail, std::size_t line) {
                             return pairs[tail].first < line;
                           });
      if (place != tails.begin()) previous[i] = *(place - 1);
      if (place == tails.end()) {
        tails.push_back(i);
      } else {
        *place = i;
      }
    }
    std::vector<Pair> run;
    for (std::size_t i = tails.empty() ? kNone : tails.back(); i != kNone;
         i = previous[i]) {
      run.push_back(pairs[i]);
    }
    std::reverse(run.begin(), run.end());
    return run;
  }

  // Between two anchors: what is equal at both ends has not changed.
  void add(std::size_t old_begin, std::size_t old_end, std::size_t new_begin,
           std::size_t new_end) {
    while (old_begin < old_end && new_begin < new_end &&
           before_[old_begin] == after_[new_begin]) {
      ++old_begin;
      ++new_begin;
    }
    while (old_begin < old_end && new_begin < new_end &&
           before_[old_end - 1] == after_[new_end - 1]) {
      --old_end;
      --new_end;
    }
    if (old_begin == old_end && new_begin == new_end) return;
    changes_.push_back({old_begin, old_end, new_begin, new_end});
  }

  const Lines& before_;
  const Lines& after_;
  std::vector<Change> changes_;
};

void print_line(char mark, std::string_view line, std::string& out) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

// "12,3", or "12" for one line; an empty range stands behind the line before.
std::string range(std::size_t begin, std::size_t count) {
  std::string out = std::to_string(count == 0 ? begin : begin + 1);
  if (count != 1) out += "," + std::to_string(count);
  return out;
}

void print_hunk(const std::vector<Change>& changes, std::size_t first,
                std::size_t last, const Lines& before, const Lines& after,
                std::string& out) {
  const std::size_t lead = std::min(changes[first].old_begin, kContext);
  const std::size_t old_begin = changes[first].old_begin - lead;
  const std::size_t new_begin = changes[first].new_begin - lead;
  const std::size_t tail =
      std::min(before.size() - changes[last].old_end, kContext);
  const std::size_t old_end = changes[last].old_end + tail;
  const std::size_t new_end = changes[last].new_end + tail;
  out += "@@ -" + range(old_begin, old_end - old_begin) + " +" +
         range(new_begin, new_end - new_begin) + " @@\n";
  std::size_t at = old_begin;
  for (std::size_t i = first; i <= last; ++i) {
    const Change& change = changes[i];
    for (; at < change.old_begin; ++at) print_line(' ', before[at], out);
    for (; at < change.old_end; ++at) print_line('-', before[at], out);
    for (std::size_t j = change.new_begin; j < change.new_end; ++j) {
      print_line('+', after[j], out);
    }
  }
  for (; at < old_end; ++at) print_line(' ', before[at], out);
}

std::string quoted_path(const std::string& path) {
  const auto is_ordinary = [](char c) {
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
  };
  if (std::all_of(path.begin(), path.end(), is_ordinary)) {
    // A tab ends a name with spaces in it.
    return path.find(' ') == std::string::npos ? path : path + "\t";
  }
  std::string out = "\"";
  for (const char c : path) {
    if (c == '"' || c == '\\') {
      out += std::string("\\") + c;
    } else if (is_ordinary(c)) {
      out += c;
    } else {
      std::array<char, 8> octal{};
      std::snprintf(octal.data(), octal.size(), "\\%03o",
                    static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += octal.data();
    }
  }
  return out + "\"";
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before,
                         std::string_view after) {
  const Lines old_lines = split_lines(before);
  const Lines new_lines = split_lines(after);
  const std::vector<Change> changes = LineDiff(old_lines, new_lines).changes();
  if (changes.empty()) return "";
  while (path.starts_with('/')) path.remove_prefix(1);
  std::string out = "--- " + quoted_path("a/" + std::string(path)) + "\n+++ " +
                    quoted_path("b/" + std::string(path)) + "\n";
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first;
    while (last + 1 < changes.size() &&
           changes[last + 1].old_begin - changes[last].old_end <=
               2 * kContext) {
      ++last;
    }
    print_hunk(changes, first, last, old_lines, new_lines, out);
    first = last + 1;
  }
  return out;
}

}  // namespace catalint
