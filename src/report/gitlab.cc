// GitLab's code quality report.
#include <unordered_set>

#include "report/format.h"
#include "report/json_writer.h"

namespace catalint {
namespace {

std::string_view severity_of(const Diagnostic& diagnostic) {
  if (!diagnostic.rule->security_severity.empty()) return "blocker";
  switch (diagnostic.severity) {
    case Severity::kError:
      return diagnostic.loses == Loss::kFile ? "critical" : "major";
    case Severity::kWarning:
      return "minor";
    case Severity::kNote:
      return "info";
  }
  return "info";
}

}  // namespace

void render_gitlab(const Report& report, const RenderOptions& /*options*/,
                   std::ostream& out) {
  std::unordered_set<std::string> used;
  JsonWriter json(out);
  json.begin_array();
  for (const FileReport& file : report.files) {
    const std::string path =
        path_in_repository(report.root, file.source->path());
    const std::vector<std::string> identities = fingerprints(file, path);
    for (std::size_t i = 0; i < identities.size(); ++i) {
      const Diagnostic& diagnostic = file.diagnostics[i];
      // An entity that two files describe has the same findings twice.
      std::string identity = identities[i];
      if (!used.insert(identity).second) {
        identity = fingerprint_in(path, identity);
        used.insert(identity);
      }
      const Span line = file.source->first_line_of(diagnostic.primary);
      json.add(
          {{"description", message_with_hint(diagnostic)},
           {"check_name", diagnostic.rule->id},
           {"fingerprint", identity},
           {"severity", severity_of(diagnostic)},
           {"location",
            {{"path", path},
             {"lines", {{"begin", file.source->position(line.begin).line}}}}}});
    }
  }
  json.end();
  out << "\n";
}

}  // namespace catalint
