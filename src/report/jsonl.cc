// JSON Lines: the objects of JSON, version 1, one a line, each with its `type`:
// run, then for each file a file and its diagnostics, at the end the summary.
// Those of a part carry under `part` what `merge` needs.
#include "report/format.h"
#include "report/json_values.h"
#include "report/listing.h"
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

void write_listing(std::ostream& out, const std::string& listing) {
  out << R"({"type":"file",)" << std::string_view(listing).substr(1) << "\n";
}

void write_file(std::ostream& out, const FileReport& file, bool is_part) {
  write_listing(out, file_listing(file, is_part));
  const std::vector<std::string> identities =
      fingerprints(file, file.source->path());
  for (std::size_t i = 0; i < identities.size(); ++i) {
    write_line(out, "diagnostic",
               diagnostic_json(file, file.diagnostics[i], identities[i]),
               is_part ? diagnostic_part(file.diagnostics[i]) : Json());
  }
}

}  // namespace

void render_jsonl(const Report& report, const RenderOptions& /*options*/,
                  std::ostream& out) {
  const bool is_part = report.part.has_value();
  write_line(out, "run", {{"version", kJsonVersion}, {"tool", tool_json()}},
             is_part ? run_part(report) : Json());
  for_each_file(
      report, [&](const FileReport& file) { write_file(out, file, is_part); },
      [&](std::size_t i) { write_listing(out, report.clean.listing(i)); });
  write_line(out, "summary", summary_json(summarize(report)),
             is_part ? summary_part(*report.part) : Json());
}

}  // namespace catalint
