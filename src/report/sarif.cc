// SARIF 2.1.0, as GitHub's code scanning wants it.
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "catalint/version.h"
#include "report/format.h"
#include "report/json_writer.h"
#include "report/line_hash.h"

namespace catalint {
namespace {

// What code scanning takes of one run.
constexpr std::size_t kMostResults = 25'000;

constexpr std::string_view kSchema =
    "https://json.schemastore.org/sarif-2.1.0.json";

// A relative URI reference, or a URI where the path is absolute: `/` stays,
// what a URI may not hold is escaped.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kHexadecimal = "0123456789ABCDEF";
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_alphanumeric(c) || c == '/' || c == '-' || c == '_' || c == '.' ||
        c == '~') {
      out += c;
    } else {
      out += '%';
      out += kHexadecimal[byte >> 4U];
      out += kHexadecimal[byte & 0x0FU];
    }
  }
  return out;
}

Json region_json(const SourceFile& source, Span span) {
  // An alert shows on a pull request only when all its lines are in the diff.
  const Span line = source.first_line_of(span);
  const Position begin = source.position(line.begin);
  const Position end = source.position(line.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

Json artifact_json(const SourceFile& source, const ReportRoot& root) {
  return {{"uri", uri_of(path_in_repository(root, source.path()))}};
}

Json location_json(const SourceFile& source, Span span,
                   const ReportRoot& root) {
  return {{"physicalLocation",
           {{"artifactLocation", artifact_json(source, root)},
            {"region", region_json(source, span)}}}};
}

Json fix_json(const SourceFile& source, const Fix& fix,
              const ReportRoot& root) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits) {
    const Position begin = source.position(edit.span.begin);
    const Position end = source.position(edit.span.end);
    Json replacement = {{"deletedRegion",
                         {{"startLine", begin.line},
                          {"startColumn", begin.column},
                          {"endLine", end.line},
                          {"endColumn", end.column}}}};
    if (!edit.text.empty()) {
      replacement["insertedContent"] = {{"text", edit.text}};
    }
    replacements.push_back(std::move(replacement));
  }
  Json change = {{"artifactLocation", artifact_json(source, root)},
                 {"replacements", std::move(replacements)}};
  return {{"description", {{"text", fix.title}}},
          {"artifactChanges", Json::array({std::move(change)})}};
}

std::string fenced(const std::string& yaml) {
  const bool ends_line = !yaml.empty() && yaml.back() == '\n';
  return "```yaml\n" + yaml + (ends_line ? "" : "\n") + "```\n";
}

// "jira/token-type" is JiraTokenType.
std::string pascal_case(std::string_view id) {
  std::string name;
  bool starts_word = true;
  for (const char c : id) {
    if (!is_alphanumeric(c)) {
      starts_word = true;
      continue;
    }
    name += starts_word ? to_upper_ascii({&c, 1}) : std::string(1, c);
    starts_word = false;
  }
  return name;
}

Json rule_json(const RuleInfo& rule) {
  const std::string pack = rule.id.substr(0, rule.id.find('/'));
  std::string markdown = rule.why + "\n";
  if (!rule.bad.empty()) markdown += "\nBad:\n\n" + fenced(rule.bad);
  if (!rule.good.empty()) markdown += "\nGood:\n\n" + fenced(rule.good);
  Json json = {{"id", rule.id},
               {"name", pascal_case(rule.id)},
               {"shortDescription", {{"text", rule.what}}},
               {"fullDescription", {{"text", rule.why}}},
               {"help", {{"text", rule.why}, {"markdown", markdown}}}};
  if (!rule.docs.empty()) json["helpUri"] = rule.docs;
  json["defaultConfiguration"] = {{"level", name_of(rule.severity)}};
  Json tags = Json::array({"backstage"});
  if (pack != "backstage") tags.push_back(pack);
  // Code scanning reads the one only beside the other.
  if (!rule.security_severity.empty()) tags.push_back("security");
  json["properties"] = {{"tags", std::move(tags)}, {"precision", "very-high"}};
  if (!rule.security_severity.empty()) {
    json["properties"]["security-severity"] = rule.security_severity;
  }
  return json;
}

// Text of a message that must not be taken for a link, `[text](1)`.
std::string without_links(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("](")) out += '\\';
    out += text[i];
  }
  return out;
}

std::string link_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// An alert shows its related places only where the message links to them.
std::string message_text(const Diagnostic& diagnostic) {
  std::string text = without_links(message_with_hint(diagnostic));
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    text += (i == 0 ? " (see [" : ", [") +
            link_text(diagnostic.related[i].message) + "](" +
            std::to_string(i + 1) + ")";
  }
  return text + (diagnostic.related.empty() ? "" : ")");
}

Json result_json(const FileReport& file, const Diagnostic& diagnostic,
                 std::size_t rule_index, const ReportRoot& root) {
  Json json = {
      {"ruleId", diagnostic.rule->id},
      {"ruleIndex", rule_index},
      {"level", name_of(diagnostic.severity)},
      {"message", {{"text", message_text(diagnostic)}}},
      {"locations", {location_json(*file.source, diagnostic.primary, root)}}};
  Json related = Json::array();
  for (const RelatedPlace& place : diagnostic.related) {
    const SourceFile& source =
        place.file == nullptr ? *file.source : *place.file;
    Json location = location_json(source, place.span, root);
    location["id"] = related.size() + 1;
    location["message"] = {{"text", place.message}};
    related.push_back(std::move(location));
  }
  if (!related.empty()) json["relatedLocations"] = std::move(related);
  if (diagnostic.fix && !diagnostic.fix->edits.empty()) {
    json["fixes"] = {fix_json(*file.source, *diagnostic.fix, root)};
  }
  return json;
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

// Tells how many findings the log has no room for.
Json invocation_json(std::size_t left_out) {
  const std::string text = std::to_string(left_out) +
                           " more findings are left out: code scanning "
                           "takes " +
                           std::to_string(kMostResults) +
                           " of a run, and these are the "
                           "worst";
  return {{"executionSuccessful", true},
          {"toolExecutionNotifications",
           {{{"level", "warning"}, {"message", {{"text", text}}}}}}};
}

// Of the diagnostics of one file, by their index.
class Fingerprints {
 public:
  explicit Fingerprints(const FileReport& file)
      : file_(file), identities_(fingerprints(file)) {
    std::set<std::size_t> lines;
    for (std::size_t i = 0; i < size(); ++i) lines.insert(line_of(i));
    hashes_ = line_hashes(file.source->bytes(), lines);
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

}  // namespace

void render_sarif(const Report& report, const RenderOptions& /*options*/,
                  std::ostream& out) {
  Json rules = Json::array();
  std::unordered_map<const RuleInfo*, std::size_t> index;
  for (const RuleInfo* rule : report.rules) {
    index[rule] = rules.size();
    rules.push_back(rule_json(*rule));
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
  if (kept.left_out() > 0) {
    json.begin_array("invocations");
    json.add(invocation_json(kept.left_out()));
    json.end();
  }
  json.begin_array("results");
  for (const FileReport& file : report.files) {
    const Fingerprints fingerprints(file);
    for (std::size_t i = 0; i < fingerprints.size(); ++i) {
      if (!kept.has(file, i)) continue;
      const Diagnostic& diagnostic = file.diagnostics[i];
      Json result =
          result_json(file, diagnostic, index[diagnostic.rule], report.root);
      result["partialFingerprints"] = fingerprints.of(i);
      json.add(result);
    }
  }
  json.end();
  json.end();
  json.end();
  json.end();
  out << "\n";
}

}  // namespace catalint
