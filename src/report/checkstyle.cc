// Checkstyle's XML, which most servers of continuous integration read.
#include "report/format.h"
#include "report/xml.h"

namespace catalint {
namespace {

std::string_view severity_of(Severity severity) {
  return severity == Severity::kNote ? "info" : name_of(severity);
}

}  // namespace

void render_checkstyle(const Report& report, const RenderOptions& /*options*/,
                       std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<checkstyle version=\"4.3\">\n";
  for (const FileReport& file : report.files) {
    if (file.diagnostics.empty()) continue;
    out << "  <file name=\""
        << escape_xml(path_in_repository(report.root, file.source->path()))
        << "\">\n";
    for (const Diagnostic& diagnostic : file.diagnostics) {
      const Position place = file.source->position(diagnostic.primary.begin);
      out << "    <error line=\"" << place.line << "\" column=\""
          << place.column << "\" severity=\""
          << severity_of(diagnostic.severity) << "\" message=\""
          << escape_xml(message_with_hint(diagnostic)) << "\" source=\""
          << escape_xml(diagnostic.rule->id) << "\"/>\n";
    }
    out << "  </file>\n";
  }
  out << "</checkstyle>\n";
}

}  // namespace catalint
