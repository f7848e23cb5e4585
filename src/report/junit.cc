// JUnit's XML: a test case for each file, which fails where the exit status of
// catalint would be 1; what is less grave goes to its output.
#include <algorithm>

#include "report/format.h"
#include "report/listing.h"
#include "report/xml.h"

namespace catalint {
namespace {

bool is_failure(const Diagnostic& diagnostic, const RenderOptions& options) {
  return static_cast<int>(diagnostic.severity) >= options.fail_on;
}

// Its findings, one a line, as XML.
std::string lines_of(const FileReport& file, const RenderOptions& options,
                     bool failures) {
  std::string lines;
  for (const Diagnostic& diagnostic : file.diagnostics) {
    if (is_failure(diagnostic, options) != failures) continue;
    const Position place = file.source->position(diagnostic.primary.begin);
    lines += std::to_string(place.line) + ":" + std::to_string(place.column) +
             ": " + std::string(name_of(diagnostic.severity)) + ": " +
             escape_xml(message_with_hint(diagnostic)) + " [" +
             escape_xml(diagnostic.rule->id) + "]\n";
  }
  return lines;
}

std::size_t failures_in(const FileReport& file, const RenderOptions& options) {
  return static_cast<std::size_t>(std::count_if(
      file.diagnostics.begin(), file.diagnostics.end(),
      [&](const Diagnostic& found) { return is_failure(found, options); }));
}

void open_case(std::ostream& out, std::string_view path,
               const ReportRoot& root) {
  out << "    <testcase classname=\"catalint\" name=\""
      << escape_xml(path_in_repository(root, path)) << "\"";
}

void write_case(std::ostream& out, const FileReport& file,
                const RenderOptions& options, const ReportRoot& root) {
  open_case(out, file.source->path(), root);
  if (file.diagnostics.empty()) {
    out << "/>\n";
    return;
  }
  out << ">\n";
  if (const std::size_t failures = failures_in(file, options)) {
    out << "      <failure type=\"catalint\" message=\"" << failures
        << (failures == 1 ? " finding" : " findings") << "\">"
        << lines_of(file, options, true) << "</failure>\n";
  }
  const std::string rest = lines_of(file, options, false);
  if (!rest.empty()) out << "      <system-out>" << rest << "</system-out>\n";
  out << "    </testcase>\n";
}

void write_unread(std::ostream& out, const UnreadPath& unread,
                  const ReportRoot& root) {
  open_case(out, unread.path, root);
  out << ">\n      <error type=\"catalint\" message=\""
      << escape_xml(unread.message) << "\"/>\n    </testcase>\n";
}

// All files in the order of their paths, clean ones too; then what is no file
// that could be read.
void write_cases(std::ostream& out, const Report& report,
                 const RenderOptions& options) {
  for_each_file(
      report,
      [&](const FileReport& file) {
        write_case(out, file, options, report.root);
      },
      [&](std::size_t i) {
        open_case(out, report.clean.paths[i], report.root);
        out << "/>\n";
      });
  for (const UnreadPath& unread : report.unread) {
    write_unread(out, unread, report.root);
  }
}

}  // namespace

void render_junit(const Report& report, const RenderOptions& options,
                  std::ostream& out) {
  const auto failures = std::count_if(
      report.files.begin(), report.files.end(),
      [&](const FileReport& file) { return failures_in(file, options) > 0; });
  const std::string counts =
      "name=\"catalint\" tests=\"" +
      std::to_string(report.files.size() + report.clean.paths.size() +
                     report.unread.size()) +
      "\" failures=\"" + std::to_string(failures) + "\" errors=\"" +
      std::to_string(report.unread.size()) + "\"";
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " << counts
      << ">\n  <testsuite " << counts << ">\n";
  write_cases(out, report, options);
  out << "  </testsuite>\n</testsuites>\n";
}

}  // namespace catalint
