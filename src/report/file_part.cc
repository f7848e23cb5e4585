#include "report/file_part.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "report/raw_text.h"

namespace catalint {
namespace {

// The value of an enumeration that has this name.
template <typename Enum>
Enum named(const JsonFields& fields, const char* key,
           std::initializer_list<Enum> values) {
  const std::string name = fields.text(key);
  for (const Enum value : values) {
    if (name_of(value) == name) return value;
  }
  throw JsonMistake("`" + std::string(key) + "` is " + quote_for_display(name) +
                    ", which is none of its values");
}

const RuleInfo* rule_of(const std::string& id, const RulesById& rules) {
  const auto found = rules.find(id);
  if (found != rules.end()) return found->second;
  throw JsonMistake("no rule is called " + quote_for_display(id) +
                    "; the rule packs that the part was made with have to be "
                    "given with --rules");
}

std::string text_or_empty(const JsonFields& fields, const char* key) {
  return fields.text_or_null(key).value_or("");
}

// What cannot be written as UTF-8 stands under `part` too.
std::string exact_text(const JsonFields& line, const JsonFields& part,
                       const char* key) {
  return part.find(key) != nullptr ? part.raw_text(key)
                                   : text_or_empty(line, key);
}

std::uint64_t hash_of(const std::string& digits) {
  std::uint64_t value = 0;
  if (digits.empty() || digits.size() > 16) {
    throw JsonMistake("`masked` is not a hash");
  }
  for (const char c : digits) {
    if (!is_digit(c) && (c < 'a' || c > 'f')) {
      throw JsonMistake("`masked` is not a hash");
    }
    value = value * 16 +
            static_cast<std::uint64_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return value;
}

// Lines in their order, each at its place, that lie in the file.
std::vector<SourceLines> read_lines(const JsonFields& part, std::size_t size) {
  const auto fail = [] {
    throw JsonMistake(
        "`lines` does not hold lines of the file, in their order");
  };
  std::vector<SourceLines> runs;
  std::size_t next_line = 1;    // the first that may come
  std::size_t next_offset = 0;  // where it may start
  for (const Json& item : part.list_or_empty("lines")) {
    if (!item.is_array() || item.size() != 3) fail();
    auto text = raw_text_of(item[2]);
    if (!text) fail();
    SourceLines run{count_of(item[0], "lines"), count_of(item[1], "lines"),
                    std::move(*text)};
    const std::size_t end = run.offset + run.text.size();
    const bool is_first = run.number == 1;
    const bool is_last = end == size;
    const bool is_behind = run.number >= next_line &&
                           run.offset >= next_offset &&
                           // Each line that is left out has an end at least.
                           run.number - next_line <= run.offset - next_offset &&
                           is_first == (run.offset == 0);
    if (!is_behind || end > size || (!is_last && !run.text.ends_with('\n'))) {
      fail();
    }
    const auto lines = static_cast<std::size_t>(
        std::count(run.text.begin(), run.text.end(), '\n'));
    // Behind the last line no other comes.
    next_line = run.number + lines + (run.text.ends_with('\n') ? 0 : 1);
    next_offset = end + (run.text.ends_with('\n') ? 0 : 1);
    runs.push_back(std::move(run));
  }
  return runs;
}

std::vector<Span> read_secrets(const JsonFields& part, std::size_t size) {
  std::vector<Span> secrets;
  std::size_t end = 0;
  for (const Json& item : part.list_or_empty("secrets")) {
    const Span secret = span_of(item, "secrets");
    if (secret.begin < end || secret.end > size) {
      throw JsonMistake("`secrets` are not places in the file, in their order");
    }
    end = secret.end;
    secrets.push_back(secret);
  }
  return secrets;
}

// A span that reports may show.
Span checked(Span span, const SourceFile& source, std::string_view name) {
  if (source.has(span.begin) && source.has(span.end)) return span;
  throw JsonMistake("`" + std::string(name) +
                    "` lies in a line that is not there");
}

// One that a finding may have.
Span checked_primary(Span span, const FileReport& file, std::string_view name) {
  checked(span, *file.source, name);
  const std::size_t line = file.source->position(span.begin).line;
  if (file.line_hashes.count(line) > 0) return span;
  throw JsonMistake("`" + std::string(name) + "` lies in a line without hash");
}

Span read_range(const JsonFields& fields, const SourceFile& source) {
  const JsonFields range = fields.object("range");
  const Span span{range.object("start").count("offset"),
                  range.object("end").count("offset")};
  if (span.begin > span.end) throw JsonMistake("`range` ends before it starts");
  return checked(span, source, "range");
}

JiraCard read_card(const JsonFields& fields) {
  JiraCard card;
  card.card = fields.flag("card");
  card.project_key = fields.text_or_null("projectKey");
  card.component = fields.text_or_null("component");
  card.label = fields.text_or_null("label");
  card.team = fields.text_or_null("team");
  card.token_type = fields.text_or_null("tokenType");
  card.bearer = fields.flag("bearer");
  card.jql = fields.text_or_null("jql");
  card.query = fields.text_or_null("query");
  return card;
}

EntityReport read_entity(const JsonFields& fields, const JsonFields& part,
                         const FileReport& file) {
  EntityReport entity;
  entity.document = fields.count("document");
  entity.line = fields.count("line");
  entity.span = part.span("span");
  const Span lines = part.span("lines");
  entity.document_lines = {lines.begin, lines.end};
  if (entity.span.end > file.source->size()) {
    throw JsonMistake("`span` ends behind the file");
  }
  entity.kind = text_or_empty(fields, "kind");
  entity.name_space = text_or_empty(fields, "namespace");
  entity.name = text_or_empty(fields, "name");
  entity.ref = exact_text(fields, part, "ref");
  entity.ingested = fields.flag("ingested");
  entity.jira = read_card(fields.object("jira"));
  if (part.find("masked") != nullptr) {
    entity.masked_ref = hash_of(part.text("masked"));
  }
  if (entity.ingested) {
    entity.name_span = checked_primary(part.span("name"), file, "name");
  }
  return entity;
}

void read_entities(const JsonFields& line, const JsonFields& part,
                   FileReport& file) {
  const Json& entities = line.list_or_empty("entities");
  const Json& parts = part.list_or_empty("entities");
  if (entities.size() != parts.size()) {
    throw JsonMistake("`part` has another number of `entities`");
  }
  for (std::size_t i = 0; i < entities.size(); ++i) {
    file.entities.push_back(
        read_entity({entities[i], "entities"}, {parts[i], "entities"}, file));
  }
}

IgnoreComment read_comment(const JsonFields& fields) {
  IgnoreComment comment;
  comment.first_line = fields.count("first");
  comment.last_line = fields.at("last").is_null()
                          ? std::numeric_limits<std::size_t>::max()
                          : fields.count("last");
  for (std::string& pattern : fields.texts("rules")) {
    comment.entries.push_back({std::move(pattern), {}});
  }
  comment.reason = fields.line("reason");
  return comment;
}

Fix read_fix(const JsonFields& fields, const SourceFile& source) {
  Fix fix;
  fix.title = fields.line("title");
  fix.safety = named(fields, "safety", {Fixable::kUnsafe, Fixable::kSafe});
  for (const Json& item : fields.list_or_empty("edits")) {
    const JsonFields edit(item, "edits");
    const Span span{edit.count("start"), edit.count("end")};
    if (span.begin > span.end) {
      throw JsonMistake("`edits` end before they start");
    }
    fix.edits.push_back({checked(span, source, "edits"), edit.text("text")});
  }
  return fix;
}

}  // namespace

FileReport read_file_part(const JsonFields& line, const RulesById& rules) {
  const JsonFields part = line.object("part");
  const std::size_t size = part.count("size");
  FileReport file;
  file.source = std::make_unique<SourceFile>(exact_text(line, part, "path"),
                                             size, read_lines(part, size));
  file.loads = line.flag("loads");
  file.documents = part.count("documents");
  file.has_more = part.find("more") != nullptr && part.flag("more");
  for (const Json& item : part.list_or_empty("hashes")) {
    if (!item.is_array() || item.size() != 2 || !item[1].is_string()) {
      throw JsonMistake("`hashes` are not pairs of a line and its hash");
    }
    file.line_hashes.emplace(count_of(item[0], "hashes"),
                             item[1].get<std::string>());
  }
  file.secrets = read_secrets(part, size);
  file.knows_secrets = true;
  read_entities(line, part, file);
  for (const std::string& id : part.texts("suppressed")) {
    Diagnostic diagnostic;
    diagnostic.rule = rule_of(id, rules);
    diagnostic.suppression = Suppression{};
    file.suppressed.push_back(std::move(diagnostic));
  }
  for (const Json& item : part.list_or_empty("comments")) {
    file.ignore_comments.push_back(read_comment({item, "comments"}));
  }
  return file;
}

Diagnostic read_diagnostic_part(const JsonFields& line, const FileReport& file,
                                const RulesById& rules) {
  using enum Severity;
  const JsonFields part = line.object("part");
  const SourceFile& source = *file.source;
  Diagnostic diagnostic;
  diagnostic.rule = rule_of(line.text("rule"), rules);
  diagnostic.severity = named(line, "severity", {kNote, kWarning, kError});
  diagnostic.loses = named(
      part, "loses", {Loss::kNothing, Loss::kCard, Loss::kEntity, Loss::kFile});
  diagnostic.message = line.line("message");
  diagnostic.hint = line.line("help");
  diagnostic.primary = checked_primary(read_range(line, source), file, "range");
  for (const Json& item : line.list_or_empty("related")) {
    const JsonFields place(item, "related");
    diagnostic.related.push_back(
        {nullptr, read_range(place, source), place.line("message")});
  }
  if (!line.at("fix").is_null()) {
    diagnostic.fix = read_fix(line.object("fix"), source);
  }
  if (part.find("document") != nullptr) {
    diagnostic.document = part.count("document");
  }
  diagnostic.entity = exact_text(line, part, "entity");
  diagnostic.subject = part.raw_text("subject");
  return diagnostic;
}

}  // namespace catalint
