// JSON Lines: the objects of JSON, version 1, one a line, each with its `type`:
// run, then for each file a file and its diagnostics, at the end the summary.
#include "report/format.h"
#include "report/json_values.h"

namespace catalint {
namespace {

void write_line(std::ostream& out, std::string_view type, const Json& values) {
  Json line = {{"type", type}};
  line.update(values);
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
}

Json file_json(const FileReport& file) {
  Json entities = Json::array();
  for (const EntityReport& entity : file.entities) {
    entities.push_back(entity_json(entity));
  }
  return {{"path", file.source->path()},
          {"loads", file.loads},
          {"entities", std::move(entities)}};
}

}  // namespace

void render_jsonl(const Report& report, const RenderOptions& /*options*/,
                  std::ostream& out) {
  write_line(out, "run", {{"version", kJsonVersion}, {"tool", tool_json()}});
  for (const FileReport& file : report.files) {
    write_line(out, "file", file_json(file));
    const std::vector<std::string> identities = fingerprints(file);
    for (std::size_t i = 0; i < identities.size(); ++i) {
      write_line(out, "diagnostic",
                 diagnostic_json(file, file.diagnostics[i], identities[i]));
    }
  }
  write_line(out, "summary", summary_json(summarize(report)));
}

}  // namespace catalint
