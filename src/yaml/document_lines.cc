#include "yaml/document_lines.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace catalint {
namespace {

constexpr std::size_t kMostTagLines = 1000;  // of one document
constexpr std::size_t kLongestTagLine = 1000;

bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) &&
         (line.size() == marker.size() || line[marker.size()] == ' ' ||
          line[marker.size()] == '\t' || line[marker.size()] == '\r');
}

bool is_blank_or_comment(std::string_view line) {
  const std::string_view text = trim(line);
  return text.empty() || text[0] == '#';
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min(text.find_first_of(" \t\r"), text.size()));
}

// `digits.digits`, of which only 1.1 and 1.2 mean something.
bool is_unknown_version(std::string_view word) {
  const std::size_t dot = word.find('.');
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
  };
  return dot != std::string_view::npos && all_digits(word.substr(0, dot)) &&
         all_digits(word.substr(dot + 1)) && word != "1.1" && word != "1.2";
}

class Reader {
 public:
  explicit Reader(std::string_view source)
      : source_(source), first_content_(source.find_first_not_of(" \t\r\n")) {}

  DocumentLines read() {
    std::size_t begin = source_.starts_with(kByteOrderMarkBytes) ? 3 : 0;
    bool in_prelude = true;  // where directives may stand
    while (begin < source_.size()) {
      const std::string_view line = line_at(begin);
      if (is_marker(line, "...")) {
        read_document_end(begin, line);
        in_prelude = true;
      } else if (line.starts_with('%')) {
        read_directive(begin, line, in_prelude);
      } else if (!is_blank_or_comment(line)) {
        in_prelude = false;
      }
      if (!in_prelude) {
        last_version_.reset();
        tag_lines_ = 0;
      }
      begin += line.size() + 1;
    }
    return std::move(lines_);
  }

 private:
  [[nodiscard]] std::string_view line_at(std::size_t begin) const {
    const std::size_t end = std::min(source_.find('\n', begin), source_.size());
    return source_.substr(begin, end - begin);
  }

  // The next line that is no comment and not blank.
  [[nodiscard]] std::string_view next_content(std::size_t begin) const {
    while (begin < source_.size()) {
      const std::string_view line = line_at(begin);
      if (!is_blank_or_comment(line)) return line;
      begin += line.size() + 1;
    }
    return {};
  }

  // For the package the next document may start without `---`.
  void read_document_end(std::size_t begin, std::string_view line) {
    if (!is_blank_or_comment(line.substr(3))) return;
    const std::string_view next = next_content(begin + line.size() + 1);
    const bool at_start = begin <= first_content_;
    const bool continues = !next.empty() && !is_marker(next, "---") &&
                           !is_marker(next, "...") && !next.starts_with('%');
    if (continues || (at_start && (next.empty() || is_marker(next, "---")))) {
      lines_.overwrites.push_back({begin, "---"});
    }
    // An empty document ends there, and another one starts.
    if (continues && at_start) {
      lines_.insertions.push_back({begin + line.size() + 1, "---\n"});
    }
  }

  void read_directive(std::size_t begin, std::string_view line,
                      bool in_prelude) {
    if (!in_prelude) {
      // Content that starts with `%`, which no plain value may: libyaml would
      // see a directive and be content.
      lines_.overwrites.push_back({begin, "@"});
      return;
    }
    const std::string_view name = first_word(line);
    const std::string_view next = next_content(begin + line.size() + 1);
    const bool starts_document = is_marker(next, "---");
    if (name == "%YAML") {
      const std::string_view rest = line.substr(name.size());
      const std::size_t at =
          std::min(rest.find_first_not_of(" \t"), rest.size());
      const std::string_view version = first_word(rest.substr(at));
      if (last_version_ && is_unknown_version(version)) {
        lines_.overwrites.push_back({begin, "#"});
      } else if (is_unknown_version(version)) {
        std::string known(version.size(), ' ');
        known.replace(0, 3, "1.2");
        lines_.overwrites.push_back({begin + name.size() + at, known});
        lines_.ignored_versions.push_back(begin);
      } else if (last_version_) {
        // libyaml takes one version a document; the last one counts.
        lines_.overwrites.push_back({*last_version_, "#"});
        std::vector<std::size_t>& ignored = lines_.ignored_versions;
        if (!ignored.empty() && ignored.back() == *last_version_) {
          ignored.pop_back();
        }
      }
      last_version_ = begin;
    } else if (name == "%TAG") {
      // libyaml compares each with all those before it, and copies its prefix
      // into every tag.
      if (++tag_lines_ > kMostTagLines || line.size() > kLongestTagLine) {
        lines_.overwrites.push_back({begin, "#"});
      }
    } else if (starts_document || next.starts_with('%')) {
      lines_.overwrites.push_back({begin, "#"});
    }
    // Directives with no document after them are no error.
    if (next.empty() && lines_.overwrites.empty()) {
      lines_.overwrites.push_back({begin, "#"});
    }
  }

  std::string_view source_;
  std::size_t first_content_;
  DocumentLines lines_;
  std::optional<std::size_t> last_version_;  // of the coming document
  std::size_t tag_lines_ = 0;                // of the coming document
};

}  // namespace

DocumentLines read_document_lines(std::string_view source) {
  const bool has_any = source.starts_with('%') || source.starts_with("...") ||
                       source.starts_with(kByteOrderMarkBytes) ||
                       source.find("\n%") != std::string_view::npos ||
                       source.find("\n...") != std::string_view::npos;
  return has_any ? Reader(source).read() : DocumentLines();
}

}  // namespace catalint
