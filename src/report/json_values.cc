#include "report/json_values.h"

#include <utility>

#include "catalint/version.h"
#include "jira/secret.h"

namespace catalint {
namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(without_credentials(text));
}

Json position_json(const SourceFile& source, std::size_t offset) {
  const Position position = source.position(offset);
  return {
      {"line", position.line}, {"column", position.column}, {"offset", offset}};
}

Json range_json(const SourceFile& source, Span span) {
  return {{"start", position_json(source, span.begin)},
          {"end", position_json(source, span.end)}};
}

Json fix_json(const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    edits.push_back({{"start", edit.span.begin},
                     {"end", edit.span.end},
                     {"text", edit.text}});
  }
  return {{"title", fix.title},
          {"safety", name_of(fix.safety)},
          {"edits", std::move(edits)}};
}

}  // namespace

Json tool_json() { return {{"name", "catalint"}, {"version", kVersion}}; }

Json summary_json(const Summary& summary) {
  return {{"files", summary.files},           {"documents", summary.documents},
          {"entities", summary.entities},     {"errors", summary.errors},
          {"warnings", summary.warnings},     {"notes", summary.notes},
          {"suppressed", summary.suppressed}, {"fixable", summary.fixable}};
}

Json entity_json(const EntityReport& entity) {
  const auto value = [](const std::optional<std::string>& text) {
    return text ? Json(without_credentials(*text)) : Json(nullptr);
  };
  const JiraCard& jira = entity.jira;
  return {{"document", entity.document},
          {"line", entity.line},
          {"kind", text_or_null(entity.kind)},
          {"namespace", text_or_null(entity.name_space)},
          {"name", text_or_null(entity.name)},
          {"ref", text_or_null(entity.ref)},
          {"ingested", entity.ingested},
          {"jira",
           {{"card", jira.card},
            {"projectKey", value(jira.project_key)},
            {"component", value(jira.component)},
            {"label", value(jira.label)},
            {"team", value(jira.team)},
            {"tokenType", value(jira.token_type)},
            {"bearer", jira.bearer},
            {"jql", value(jira.jql)},
            {"query", value(jira.query)}}}};
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

Json diagnostic_json(const FileReport& file, const Diagnostic& diagnostic,
                     const std::string& fingerprint) {
  Json related = Json::array();
  for (const RelatedPlace& place : diagnostic.related) {
    const SourceFile& source =
        place.file == nullptr ? *file.source : *place.file;
    related.push_back({{"path", source.path()},
                       {"range", range_json(source, place.span)},
                       {"message", place.message}});
  }
  return {{"rule", diagnostic.rule->id},
          {"severity", name_of(diagnostic.severity)},
          {"message", diagnostic.message},
          {"path", file.source->path()},
          {"range", range_json(*file.source, diagnostic.primary)},
          {"entity", text_or_null(diagnostic.entity)},
          {"related", std::move(related)},
          {"fix", diagnostic.fix ? fix_json(*diagnostic.fix) : Json(nullptr)},
          {"help", diagnostic.hint},
          {"fingerprint", fingerprint}};
}

}  // namespace catalint
