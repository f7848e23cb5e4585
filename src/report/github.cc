// Commands of GitHub Actions, which become annotations of a pull request. A job
// step shows ten of each severity, so the worst come first.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/format.h"

namespace catalint {
namespace {

constexpr std::size_t kMostShown = 10;  // of each severity

struct Level {
  Severity severity;
  std::string_view command;
  std::string_view noun;
};
constexpr std::array<Level, 3> kLevels = {
    {{Severity::kError, "error", "error"},
     {Severity::kWarning, "warning", "warning"},
     {Severity::kNote, "notice", "note"}}};

std::string escaped_data(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string escaped_property(std::string_view text) {
  std::string out;
  for (const char c : escaped_data(text)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

void write_command(std::ostream& out, const Level& level,
                   const FileFinding& finding, const ReportRoot& root) {
  const Diagnostic& diagnostic = finding.diagnostic();
  const SourceFile& source = *finding.file->source;
  const Span line = source.first_line_of(diagnostic.primary);
  const Position begin = source.position(line.begin);
  const Position end = source.position(line.end);
  out << "::" << level.command << " file="
      << escaped_property(
             path_for_display(path_in_repository(root, source.path())))
      << ",line=" << begin.line << ",endLine=" << end.line
      << ",col=" << begin.column << ",endColumn=" << end.column
      << ",title=" << escaped_property(diagnostic.rule->id)
      << "::" << escaped_data(message_with_hint(diagnostic)) << "\n";
}

}  // namespace

void render_github(const Report& report, const RenderOptions& /*options*/,
                   std::ostream& out) {
  const std::vector<FileFinding> findings = worst_first(report);
  std::string rest;
  for (const Level& level : kLevels) {
    std::size_t count = 0;
    for (const FileFinding& finding : findings) {
      if (finding.diagnostic().severity != level.severity) continue;
      if (++count <= kMostShown) {
        write_command(out, level, finding, report.root);
      }
    }
    if (count <= kMostShown) continue;
    count -= kMostShown;
    rest += (rest.empty() ? "" : ", ") + std::to_string(count) + " more " +
            std::string(level.noun) + (count == 1 ? "" : "s");
  }
  if (!rest.empty()) {
    out << "catalint: " << rest << "; GitHub shows " << kMostShown
        << " of each severity\n";
  }
}

}  // namespace catalint
