// JSON Lines: the objects of JSON, version 1, one a line, each with its `type`:
// run, then for each file a file and its diagnostics, at the end the summary.
// Those of a part carry under `part` what `merge` needs.
#include "report/format.h"
#include "report/json_values.h"
#include "report/part_json.h"

namespace catalint {
namespace {

void write_line(std::ostream& out, std::string_view type, const Json& values,
                Json part) {
  Json line = {{"type", type}};
  line.update(values);
  if (!part.is_null()) line["part"] = std::move(part);
  out << dump_json(line, -1) << "\n";
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
  const bool is_part = report.part.has_value();
  write_line(out, "run", {{"version", kJsonVersion}, {"tool", tool_json()}},
             is_part ? run_part(report) : Json());
  for (const FileReport& file : report.files) {
    write_line(out, "file", file_json(file),
               is_part ? file_part(file) : Json());
    const std::vector<std::string> identities =
        fingerprints(file, file.source->path());
    for (std::size_t i = 0; i < identities.size(); ++i) {
      write_line(out, "diagnostic",
                 diagnostic_json(file, file.diagnostics[i], identities[i]),
                 is_part ? diagnostic_part(file.diagnostics[i]) : Json());
    }
  }
  write_line(out, "summary", summary_json(summarize(report)),
             is_part ? summary_part(*report.part) : Json());
}

}  // namespace catalint
