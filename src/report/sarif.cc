// SARIF 2.1.0, as GitHub's code scanning wants it.
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/percent_encoding.h"
#include "base/text.h"
#include "catalint/version.h"
#include "report/format.h"
#include "report/json_writer.h"
#include "report/line_hash.h"
#include "report/sarif_rule.h"

namespace catalint {
namespace {

// What code scanning takes of one run.
constexpr std::size_t kMostResults = 25'000;
constexpr std::size_t kMostNotifications = 1'000;

constexpr std::string_view kSchema =
    "https://json.schemastore.org/sarif-2.1.0.json";

// A relative URI reference, or a URI where the path is absolute: `/` stays,
// what a URI may not hold is escaped.
std::string uri_of(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  return (path.starts_with('/') ? "file://" : "") + percent_encoded(path, "/");
}

void write_region(JsonWriter& json, std::string_view key,
                  const SourceFile& source, Span span) {
  const Position begin = source.position(span.begin);
  const Position end = source.position(span.end);
  json.begin_object(key);
  json.add(begin.line, "startLine");
  json.add(begin.column, "startColumn");
  json.add(end.line, "endLine");
  json.add(end.column, "endColumn");
  json.end();
}

void write_artifact(JsonWriter& json, const std::string& uri) {
  json.begin_object("artifactLocation");
  json.add(uri, "uri");
  json.end();
}

void write_place(JsonWriter& json, const SourceFile& source, Span span,
                 const std::string& uri) {
  json.begin_object("physicalLocation");
  write_artifact(json, uri);
  // An alert shows on a pull request only when all its lines are in the diff.
  write_region(json, "region", source, source.first_line_of(span));
  json.end();
}

void write_fix(JsonWriter& json, const SourceFile& source, const Fix& fix,
               const std::string& uri) {
  json.begin_object();
  json.add({{"text", fix.title}}, "description");
  json.begin_array("artifactChanges");
  json.begin_object();
  write_artifact(json, uri);
  json.begin_array("replacements");
  for (const Edit& edit : fix.edits) {
    json.begin_object();
    write_region(json, "deletedRegion", source, edit.span);
    if (!edit.text.empty()) json.add({{"text", edit.text}}, "insertedContent");
    json.end();
  }
  json.end();
  json.end();
  json.end();
  json.end();
}

// Text of a message that must not be taken for a link, `[text](1)`.
std::string without_links(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // Of what a backslash would be read with, and of the bracket itself.
    const std::size_t next = text.find_first_not_of('\\', i);
    const bool is_escape = text[i] == '\\' && next != std::string_view::npos &&
                           text.substr(next).starts_with("](");
    if (is_escape || text.substr(i).starts_with("](")) out += '\\';
    out += text[i];
  }
  return out;
}

// An alert shows its related places only where the message links to them.
std::string message_text(const Diagnostic& diagnostic) {
  std::string text = without_links(message_with_hint(diagnostic));
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    text += (i == 0 ? " (see [" : ", [") +
            with_backslashes(diagnostic.related[i].message, "[]\\") + "](" +
            std::to_string(i + 1) + ")";
  }
  return text + (diagnostic.related.empty() ? "" : ")");
}

// The findings that the log has room for: the worst, in their own order.
class Kept {
 public:
  explicit Kept(const Report& report) {
    std::vector<FileFinding> findings = worst_first(report);
    if (findings.size() <= kMostResults) return;
    left_out_ = findings.size() - kMostResults;
    for (std::size_t i = kMostResults; i < findings.size(); ++i) {
      left_out_of_[findings[i].file].insert(findings[i].index);
    }
  }

  [[nodiscard]] bool has(const FileReport& file, std::size_t index) const {
    const auto found = left_out_of_.find(&file);
    return found == left_out_of_.end() || found->second.count(index) == 0;
  }
  [[nodiscard]] std::size_t left_out() const { return left_out_; }

 private:
  std::size_t left_out_ = 0;
  std::unordered_map<const FileReport*, std::unordered_set<std::size_t>>
      left_out_of_;
};

Json notification_json(std::string_view level, const std::string& text) {
  return {{"level", level}, {"message", {{"text", without_links(text)}}}};
}

// Tells what could not be read, and how many findings the log has no room for;
// null where there is nothing of that.
Json invocation_json(const Report& report, std::size_t left_out) {
  Json notifications = Json::array();
  for (const UnreadPath& unread : report.unread) {
    if (notifications.size() == kMostNotifications) break;
    notifications.push_back(notification_json("error", unread.message));
  }
  if (left_out > 0) {
    notifications.push_back(notification_json(
        "warning", std::to_string(left_out) +
                       " more findings are left out: code scanning takes " +
                       std::to_string(kMostResults) +
                       " of a run, and these are the worst"));
  }
  if (notifications.empty()) return nullptr;
  return {{"executionSuccessful", report.unread.empty()},
          {"toolExecutionNotifications", std::move(notifications)}};
}

// Of the diagnostics of one file, by their index.
class Fingerprints {
 public:
  Fingerprints(const FileReport& file, std::string_view path)
      : file_(file), identities_(fingerprints(file, path)) {
    std::set<std::size_t> lines;
    for (std::size_t i = 0; i < size(); ++i) lines.insert(line_of(i));
    hashes_ = file.source->is_excerpt()
                  ? file.line_hashes
                  : line_hashes(file.source->bytes(), lines);
  }

  [[nodiscard]] std::size_t size() const { return identities_.size(); }

  [[nodiscard]] Json of(std::size_t index) const {
    return {{"primaryLocationLineHash", hashes_.at(line_of(index))},
            {"catalint/v1", identities_[index]}};
  }

 private:
  [[nodiscard]] std::size_t line_of(std::size_t index) const {
    return file_.source->position(file_.diagnostics[index].primary.begin).line;
  }

  const FileReport& file_;
  std::vector<std::string> identities_;
  std::map<std::size_t, std::string> hashes_;
};

// Of one file's findings.
class ResultWriter {
 public:
  ResultWriter(JsonWriter& json, const FileReport& file, const ReportRoot& root)
      : json_(json),
        file_(file),
        root_(root),
        uri_(uri_in(file.source->path())),
        fingerprints_(file, path_in_repository(root, file.source->path())) {}

  void write(std::size_t index, std::size_t rule_index) {
    const Diagnostic& diagnostic = file_.diagnostics[index];
    json_.begin_object();
    json_.add(diagnostic.rule->id, "ruleId");
    json_.add(rule_index, "ruleIndex");
    json_.add(name_of(diagnostic.severity), "level");
    json_.add({{"text", message_text(diagnostic)}}, "message");
    json_.begin_array("locations");
    json_.begin_object();
    write_place(json_, *file_.source, diagnostic.primary, uri_);
    json_.end();
    json_.end();
    if (!diagnostic.related.empty()) write_related(diagnostic);
    if (diagnostic.fix && !diagnostic.fix->edits.empty()) {
      json_.begin_array("fixes");
      write_fix(json_, *file_.source, *diagnostic.fix, uri_);
      json_.end();
    }
    json_.add(fingerprints_.of(index), "partialFingerprints");
    json_.end();
  }

 private:
  [[nodiscard]] std::string uri_in(std::string_view path) const {
    return uri_of(path_in_repository(root_, path));
  }

  void write_related(const Diagnostic& diagnostic) {
    json_.begin_array("relatedLocations");
    std::size_t id = 0;
    for (const RelatedPlace& place : diagnostic.related) {
      const bool is_here = place.file == nullptr;
      const SourceFile& source = is_here ? *file_.source : *place.file;
      json_.begin_object();
      json_.add(++id, "id");
      write_place(json_, source, place.span,
                  is_here ? uri_ : uri_in(source.path()));
      json_.add({{"text", place.message}}, "message");
      json_.end();
    }
    json_.end();
  }

  JsonWriter& json_;
  const FileReport& file_;
  const ReportRoot& root_;
  std::string uri_;
  Fingerprints fingerprints_;
};

}  // namespace

void render_sarif(const Report& report, const RenderOptions& /*options*/,
                  std::ostream& out) {
  Json rules = Json::array();
  std::unordered_map<const RuleInfo*, std::size_t> index;
  for (const RuleInfo* rule : report.rules) {
    index[rule] = rules.size();
    rules.push_back(sarif_rule(*rule));
  }
  JsonWriter json(out);
  json.begin_object();
  json.add(kSchema, "$schema");
  json.add("2.1.0", "version");
  json.begin_array("runs");
  json.begin_object();
  json.add({{"driver",
             {{"name", "catalint"},
              {"version", kVersion},
              {"semanticVersion", kVersion},
              {"informationUri", kHomePage},
              {"rules", std::move(rules)}}}},
           "tool");
  json.add("unicodeCodePoints", "columnKind");
  const Kept kept(report);
  const Json invocation = invocation_json(report, kept.left_out());
  if (!invocation.is_null()) {
    json.begin_array("invocations");
    json.add(invocation);
    json.end();
  }
  json.begin_array("results");
  for (const FileReport& file : report.files) {
    if (file.diagnostics.empty()) continue;
    ResultWriter results(json, file, report.root);
    for (std::size_t i = 0; i < file.diagnostics.size(); ++i) {
      if (kept.has(file, i)) results.write(i, index[file.diagnostics[i].rule]);
    }
  }
  json.end();
  json.end();
  json.end();
  json.end();
  out << "\n";
}

}  // namespace catalint
