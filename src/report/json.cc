// JSON, version 1: the contract with other programs.
#include "report/format.h"
#include "report/json_values.h"

namespace catalint {
namespace {

void write_file(JsonWriter& json, const FileReport& file) {
  json.begin_object();
  json.add(file.source->path(), "path");
  json.add(file.loads, "loads");
  json.begin_array("entities");
  for (const EntityReport& entity : file.entities) {
    json.add(entity_json(entity));
  }
  json.end();
  json.end();
}

}  // namespace

void render_json(const Report& report, const RenderOptions& /*options*/,
                 std::ostream& out) {
  JsonWriter json(out);
  json.begin_object();
  json.add(kJsonVersion, "version");
  json.add(tool_json(), "tool");
  json.add(summary_json(summarize(report)), "summary");
  json.begin_array("files");
  for (const FileReport& file : report.files) write_file(json, file);
  json.end();
  json.begin_array("diagnostics");
  for (const FileReport& file : report.files) {
    const std::vector<std::string> identities = fingerprints(file);
    for (std::size_t i = 0; i < identities.size(); ++i) {
      json.add(diagnostic_json(file, file.diagnostics[i], identities[i]));
    }
  }
  json.end();
  json.end();
  out << "\n";
}

}  // namespace catalint
