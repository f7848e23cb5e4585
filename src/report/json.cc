// JSON, version 1: the contract with other programs.
#include "report/format.h"
#include "report/json_values.h"
#include "report/listing.h"

namespace catalint {
namespace {

void write_files(JsonWriter& json, const Report& report) {
  for_each_file(
      report, [&](const FileReport& file) { json.add(file_json(file)); },
      [&](std::size_t i) {
        Json listing = Json::parse(report.clean.listing(i));
        listing.erase("part");
        json.add(listing);
      });
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
  write_files(json, report);
  json.end();
  json.begin_array("diagnostics");
  for (const FileReport& file : report.files) {
    const std::vector<std::string> identities =
        fingerprints(file, file.source->path());
    for (std::size_t i = 0; i < identities.size(); ++i) {
      json.add(diagnostic_json(file, file.diagnostics[i], identities[i]));
    }
  }
  json.end();
  json.end();
  out << "\n";
}

}  // namespace catalint
