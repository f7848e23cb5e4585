// Reviewdog's diagnostic format: columns are bytes of UTF-8, ends are
// exclusive.
#include "report/format.h"
#include "report/json_writer.h"

namespace catalint {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "ERROR";
    case Severity::kWarning:
      return "WARNING";
    case Severity::kNote:
      return "INFO";
  }
  return "INFO";
}

Json position_json(const SourceFile& source, std::size_t offset) {
  const std::size_t line = source.position(offset).line;
  return {{"line", line},
          {"column", offset - source.line_span(line).begin + 1}};
}

Json range_json(const SourceFile& source, Span span) {
  return {{"start", position_json(source, span.begin)},
          {"end", position_json(source, span.end)}};
}

Json location_json(const SourceFile& source, Span span,
                   const ReportRoot& root) {
  return {{"path", path_in_repository(root, source.path())},
          {"range", range_json(source, span)}};
}

Json diagnostic_json(const FileReport& file, const Diagnostic& diagnostic,
                     const ReportRoot& root) {
  Json code = {{"value", diagnostic.rule->id}};
  if (!diagnostic.rule->docs.empty()) code["url"] = diagnostic.rule->docs;
  Json json = {
      {"message", message_with_hint(diagnostic)},
      {"location",
       location_json(*file.source,
                     file.source->first_line_of(diagnostic.primary), root)},
      {"severity", severity_of(diagnostic.severity)},
      {"code", std::move(code)}};
  // Each suggestion is taken by itself, so one of two edits would be half.
  if (diagnostic.fix && diagnostic.fix->edits.size() == 1) {
    const Edit& edit = diagnostic.fix->edits.front();
    json["suggestions"] =
        Json::array({{{"range", range_json(*file.source, edit.span)},
                      {"text", edit.text}}});
  }
  Json related = Json::array();
  for (const RelatedPlace& place : diagnostic.related) {
    const SourceFile& source =
        place.file == nullptr ? *file.source : *place.file;
    related.push_back({{"message", place.message},
                       {"location", location_json(source, place.span, root)}});
  }
  if (!related.empty()) json["related_locations"] = std::move(related);
  return json;
}

}  // namespace

void render_rdjson(const Report& report, const RenderOptions& /*options*/,
                   std::ostream& out) {
  JsonWriter json(out);
  json.begin_object();
  json.add({{"name", "catalint"}, {"url", kHomePage}}, "source");
  json.begin_array("diagnostics");
  for (const FileReport& file : report.files) {
    for (const Diagnostic& diagnostic : file.diagnostics) {
      json.add(diagnostic_json(file, diagnostic, report.root));
    }
  }
  json.end();
  json.end();
  out << "\n";
}

}  // namespace catalint
