#include "report/part_json.h"

#include <limits>
#include <set>

#include "base/fnv1a.h"
#include "jira/secret.h"
#include "report/excerpt.h"
#include "report/line_hash.h"
#include "report/raw_text.h"
#include "rules/document_lines.h"

namespace catalint {
namespace {

Json span_json(Span span) { return Json::array({span.begin, span.end}); }

// The lines that a report may show or tell a place in.
class Lines {
 public:
  explicit Lines(const FileReport& file) : source_(*file.source) {
    for (const Diagnostic& diagnostic : file.diagnostics) add(diagnostic);
    for (const EntityReport& entity : file.entities) {
      // Another file may describe it too.
      if (entity.ingested) add_primary(entity.name_span);
    }
  }

  [[nodiscard]] const std::set<std::size_t>& all() const { return all_; }
  /// In which findings start.
  [[nodiscard]] const std::set<std::size_t>& first() const { return first_; }

 private:
  void add(const Diagnostic& diagnostic) {
    add_primary(diagnostic.primary);
    for (const RelatedPlace& place : diagnostic.related) add(place.span);
    if (!diagnostic.fix) return;
    for (const Edit& edit : diagnostic.fix->edits) add(edit.span);
  }
  void add_primary(Span span) {
    first_.insert(source_.position(span.begin).line);
    add(span);
  }
  void add(Span span) {
    all_.insert(source_.position(span.begin).line);
    all_.insert(source_.last_visible_line(span));
    all_.insert(source_.position(span.end).line);
  }

  const SourceFile& source_;
  std::set<std::size_t> all_;
  std::set<std::size_t> first_;
};

Json entity_part(const SourceFile& source, const EntityReport& entity) {
  const LineRange lines = lines_around(source, entity);
  Json json = {{"span", span_json(entity.span)},
               {"lines", Json::array({lines.first, lines.last})}};
  if (entity.ingested) json["name"] = span_json(entity.name_span);
  const std::string masked = without_credentials(entity.ref);
  if (masked != entity.ref) json["masked"] = hexadecimal(fnv1a(entity.ref));
  if (!is_utf8(masked)) json["ref"] = raw_text_json(masked);
  return json;
}

Json comment_part(const IgnoreComment& comment) {
  Json rules = Json::array();
  for (const IgnoreComment::Entry& entry : comment.entries) {
    rules.push_back(without_credentials(entry.pattern));
  }
  const bool is_about_file =
      comment.last_line == std::numeric_limits<std::size_t>::max();
  return {
      {"first", comment.first_line},
      {"last", is_about_file ? Json(nullptr) : Json(comment.last_line)},
      {"rules", std::move(rules)},
      {"reason", comment.reason},
  };
}

// Nothing is written of what is empty, as most of it is.
void add_list(Json& json, const char* key, Json list) {
  if (!list.empty()) json[key] = std::move(list);
}

Json unread_json(const std::vector<UnreadPath>& paths) {
  Json list = Json::array();
  for (const UnreadPath& unread : paths) {
    list.push_back(
        {{"path", raw_text_json(unread.path)}, {"message", unread.message}});
  }
  return list;
}

}  // namespace

Json run_part(const Report& report) {
  const Part& part = *report.part;
  Json directories = Json::array();
  for (const std::string& directory : part.directories) {
    directories.push_back(raw_text_json(directory));
  }
  return {{"version", kPartVersion},
          {"shard", part.shard},
          {"shards", part.shards},
          {"rules", part.rules},
          {"files", part.files},
          {"excluded", part.has_excluded},
          {"directories", std::move(directories)},
          {"directory", raw_text_json(report.root.directory)},
          {"prefix", raw_text_json(report.root.prefix)}};
}

Json file_part(const FileReport& file) {
  const SourceFile& source = *file.source;
  const std::vector<Span> secrets = secrets_of(file);
  const Lines needed(file);
  Json json = {{"size", source.size()}, {"documents", file.documents}};
  if (!is_utf8(source.path())) json["path"] = raw_text_json(source.path());
  if (file.has_more) json["more"] = true;

  Json lines = Json::array();
  for (const SourceLines& run : excerpt_of(source, needed.all(), secrets)) {
    lines.push_back(
        Json::array({run.number, run.offset, raw_text_json(run.text)}));
  }
  Json hashes = Json::array();
  for (const auto& [line, hash] : line_hashes(source.bytes(), needed.first())) {
    hashes.push_back(Json::array({line, hash}));
  }
  Json hidden = Json::array();
  for (const Span secret : secrets) hidden.push_back(span_json(secret));
  Json entities = Json::array();
  for (const EntityReport& entity : file.entities) {
    entities.push_back(entity_part(source, entity));
  }
  Json suppressed = Json::array();
  for (const Diagnostic& diagnostic : file.suppressed) {
    suppressed.push_back(diagnostic.rule->id);
  }
  Json comments = Json::array();
  for (const IgnoreComment& comment : file.ignore_comments) {
    if (comment.mistake.empty()) comments.push_back(comment_part(comment));
  }
  add_list(json, "lines", std::move(lines));
  add_list(json, "hashes", std::move(hashes));
  add_list(json, "secrets", std::move(hidden));
  add_list(json, "entities", std::move(entities));
  add_list(json, "suppressed", std::move(suppressed));
  add_list(json, "comments", std::move(comments));
  return json;
}

Json diagnostic_part(const Diagnostic& diagnostic) {
  Json json = {{"loses", name_of(diagnostic.loses)},
               {"subject", raw_text_json(diagnostic.subject)}};
  if (diagnostic.document) json["document"] = *diagnostic.document;
  if (!is_utf8(diagnostic.entity)) {
    json["entity"] = raw_text_json(diagnostic.entity);
  }
  return json;
}

Json summary_part(const Part& part) {
  return {{"warnings", part.warnings},
          {"unfound", unread_json(part.unfound)},
          {"unread", unread_json(part.unread)}};
}

}  // namespace catalint
