#include "report/format.h"

#include <algorithm>

namespace catalint {

const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats = {
      {"text", "for people: source lines, carets and hints", render_text},
      {"json", "version 1, for other programs", render_json, true},
      {"jsonl", "the same, an object a line", render_jsonl, true},
      {"sarif", "SARIF 2.1.0, for code scanning", render_sarif},
      {"github", "annotations of GitHub Actions", render_github},
      {"gitlab", "GitLab's code quality report", render_gitlab},
      {"junit", "JUnit's XML, a test case a file", render_junit},
      {"checkstyle", "Checkstyle's XML", render_checkstyle},
      {"rdjson", "reviewdog's diagnostic format", render_rdjson},
      {"markdown", "a table for job summaries", render_markdown},
  };
  return kFormats;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(formats().begin(), formats().end(),
                   [&](const Format& format) { return format.name == name; });
  return found == formats().end() ? nullptr : &*found;
}

}  // namespace catalint
