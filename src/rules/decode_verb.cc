#include "rules/decode_verb.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/edit_distance.h"
#include "base/text.h"

namespace catalint {
namespace {

template <typename T>
using Named = std::pair<std::string_view, T>;

constexpr std::array<Named<ProblemKind>, 15> kProblems{{
    {"syntax", ProblemKind::kSyntax},
    {"conflict-marker", ProblemKind::kConflictMarker},
    {"too-deep", ProblemKind::kTooDeep},
    {"duplicate-key", ProblemKind::kDuplicateKey},
    {"unknown-alias", ProblemKind::kUnknownAlias},
    {"alias-bomb", ProblemKind::kAliasBomb},
    {"alias-cycle", ProblemKind::kAliasCycle},
    {"utf-16", ProblemKind::kUtf16},
    {"binary", ProblemKind::kBinary},
    {"byte-order-mark", ProblemKind::kByteOrderMark},
    {"utf-8", ProblemKind::kUtf8},
    {"control-character", ProblemKind::kControlCharacter},
    {"version-directive", ProblemKind::kVersionDirective},
    {"merge-key", ProblemKind::kMergeKey},
    {"empty", ProblemKind::kEmpty},
}};

constexpr std::array<Named<unsigned>, 7> kTypes{{
    {"string", kStringBit},
    {"number", kNumberBit},
    {"boolean", kBooleanBit},
    {"null", kNullBit},
    {"map", kMappingBit},
    {"list", kSequenceBit},
    {"falsy", kFalsyBit},
}};

constexpr std::array<Named<Severity>, 3> kSeverities{{
    {"error", Severity::kError},
    {"warning", Severity::kWarning},
    {"note", Severity::kNote},
}};

constexpr std::array<Named<Loss>, 4> kLosses{{
    {"nothing", Loss::kNothing},
    {"card", Loss::kCard},
    {"entity", Loss::kEntity},
    {"file", Loss::kFile},
}};

constexpr std::array<Named<FixAction>, 10> kActions{{
    {"quote", FixAction::kQuote},
    {"trim", FixAction::kTrim},
    {"upper-case", FixAction::kUpperCase},
    {"replace", FixAction::kReplace},
    {"extract", FixAction::kExtract},
    {"extract-upper-case", FixAction::kExtractUpperCase},
    {"suggestion", FixAction::kSuggestion},
    {"rename-key", FixAction::kRenameKey},
    {"remove", FixAction::kRemove},
    {"move", FixAction::kMove},
}};

constexpr std::array<Named<JqlPart>, 3> kJqlParts{{
    {"component", JqlPart::kComponent},
    {"label", JqlPart::kLabel},
    {"query", JqlPart::kQuery},
}};

constexpr std::array<Named<JiraSubject>, 4> kJiraSubjects{{
    {"project", JiraSubject::kProject},
    {"live-project", JiraSubject::kLiveProject},
    {"component", JiraSubject::kComponent},
    {"query", JiraSubject::kQuery},
}};

constexpr std::array<Named<bool>, 2> kRequired{{
    {"in-its-map", false},
    {"with-its-map", true},
}};

constexpr std::array<Named<bool>, 2> kEntityRefs{{
    {"any", false},
    {"with-kind", true},
}};

constexpr std::array<Named<SuppressionFault>, 3> kSuppressionFaults{{
    {"syntax", SuppressionFault::kSyntax},
    {"unknown-rule", SuppressionFault::kUnknownRule},
    {"unused", SuppressionFault::kUnused},
}};

constexpr std::array<Named<Fixable>, 2> kSafeties{{
    {"safe", Fixable::kSafe},
    {"unsafe", Fixable::kUnsafe},
}};

// The value of a word from a closed list; `key` names where it stands.
template <typename T, std::size_t kSize>
T choose(const Fields& fields, std::string_view key, const std::string& word,
         const std::array<Named<T>, kSize>& choices) {
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    names.emplace_back(name);
  }
  std::string list;
  for (const std::string& name : names) {
    list += (list.empty() ? "" : ", ") + name;
  }
  fields.fail(key, quote_for_display(key) + " is " + quote_for_display(word) +
                       "; expected one of " + list + did_you_mean(word, names));
}

template <typename T, std::size_t kSize>
T choose(const Fields& fields, std::string_view key,
         const std::array<Named<T>, kSize>& choices) {
  return choose(fields, key, fields.text(key), choices);
}

Pattern decode_pattern(const Fields& fields, std::string_view key) {
  Pattern pattern(fields.text(key));
  if (fields.source().is_verified) return pattern;  // compiled when needed
  if (const auto error = pattern.error()) {
    fields.fail(key, "this pattern is not one that RE2 takes: " +
                         escape_for_display(*error));
  }
  return pattern;
}

// A pack may come with a change that somebody else proposes.
std::string shown_text(const Fields& fields, std::string_view key) {
  std::string text = fields.text(key);
  return fields.source().is_verified
             ? text
             : escape_for_display(text, std::string::npos);
}

Message decode_message(const Fields& fields, std::string_view key) {
  const Result<Message> message = Message::parse(shown_text(fields, key));
  if (!message) fields.fail(key, message.error().message);
  return *message;
}

FixRecipe decode_fix(const ConfigSource& source, const ConfigNode& node) {
  const Fields fields(source, node, "a fix", {"do", "safety", "title", "with"});
  FixRecipe recipe;
  recipe.action = choose(fields, "do", kActions);
  recipe.safety = choose(fields, "safety", kSafeties);
  recipe.title = shown_text(fields, "title");
  recipe.text = fields.text_or("with", "");
  if (recipe.action == FixAction::kReplace && recipe.text.empty()) {
    fields.fail("a fix that does `replace` needs the key `with`");
  }
  return recipe;
}

CasesVerb decode_cases(const Fields& check, const Wording& fallback) {
  const ConfigNode& list = check.node("cases");
  if (!list.is_list() || list.items.empty()) {
    check.fail("cases", "`cases` must be a list that is not empty");
  }
  std::vector<std::string> known = wording_names();
  known.insert(known.end(), {"when", "fine", "only-if"});
  CasesVerb verb;
  for (const ConfigNode& item : list.items) {
    const Fields fields(check.source(), item, "a case", known);
    if (!fields.conditions_hold("only-if")) continue;
    CasesVerb::Case one;
    if (fields.has("when")) one.pattern = decode_pattern(fields, "when");
    one.is_fine = fields.flag("fine");
    one.wording = decode_wording(fields, fallback);
    if (!one.is_fine && one.wording.message.empty()) {
      fields.fail("a case needs the key `message`, or `fine: true`");
    }
    verb.cases.push_back(std::move(one));
  }
  return verb;
}

FormatVerb decode_format(const Fields& check) {
  FormatVerb verb;
  const std::string name = check.text("format");
  const auto format = field_format_of(name);
  if (!format) {
    check.fail("format", "no format is called " + quote_for_display(name));
  }
  verb.format = *format;
  verb.keys = check.flag("keys");
  return verb;
}

KnownKeysVerb decode_known_keys(const Fields& check) {
  const Fields fields(check.source(), check.node("known-keys"), "known-keys",
                      {"prefix", "keys"});
  return {fields.text("prefix"), fields.texts("keys")};
}

FieldsVerb decode_fields(const Fields& check) {
  const Fields fields(check.source(), check.node("fields"), "fields",
                      {"required", "strings", "texts", "string-lists", "maps",
                       "map-lists", "others-are-texts"});
  return {fields.texts("required"),       fields.texts("strings"),
          fields.texts("texts"),          fields.texts("string-lists"),
          fields.texts("maps"),           fields.texts("map-lists"),
          fields.flag("others-are-texts")};
}

KnownKindsVerb decode_known_kinds(const Fields& check) {
  const ConfigNode& list = check.node("known-kinds");
  if (!list.is_list()) {
    check.fail("known-kinds", "`known-kinds` must be a list");
  }
  KnownKindsVerb verb;
  for (const ConfigNode& item : list.items) {
    const Fields fields(check.source(), item, "an item of known-kinds",
                        {"api-version", "kinds"});
    verb.versions.push_back(
        {fields.text("api-version"), fields.texts("kinds")});
  }
  return verb;
}

NeedsVerb decode_needs(const Fields& check) {
  const Fields fields(check.source(), check.node("needs"), "needs",
                      {"key", "for"});
  return {fields.text("key"), fields.texts("for")};
}

}  // namespace

const std::vector<std::string>& verb_names() {
  static const std::vector<std::string> kNames = {"problem",
                                                  "not-an-entity",
                                                  "required",
                                                  "type",
                                                  "cases",
                                                  "format",
                                                  "known-keys",
                                                  "needs",
                                                  "misplaced",
                                                  "any-key",
                                                  "jql",
                                                  "known-to-jira",
                                                  "confusable",
                                                  "secret",
                                                  "fields",
                                                  "only-keys",
                                                  "known-kinds",
                                                  "entity-ref",
                                                  "case-duplicates",
                                                  "file-placeholders",
                                                  "duplicate-entity",
                                                  "suppression"};
  return kNames;
}

const std::vector<std::string>& wording_names() {
  static const std::vector<std::string> kNames = {"severity", "loses",
                                                  "message", "hint", "fix"};
  return kNames;
}

Severity decode_severity(const Fields& fields, Severity fallback) {
  return fields.has("severity") ? choose(fields, "severity", kSeverities)
                                : fallback;
}

Loss decode_loss(const Fields& fields, Loss fallback) {
  return fields.has("loses") ? choose(fields, "loses", kLosses) : fallback;
}

Wording decode_wording(const Fields& fields, const Wording& fallback) {
  Wording wording = fallback;
  wording.severity = decode_severity(fields, fallback.severity);
  wording.loses = decode_loss(fields, fallback.loses);
  if (fields.has("message"))
    wording.message = decode_message(fields, "message");
  if (fields.has("hint")) wording.hint = decode_message(fields, "hint");
  if (fields.has("fix")) {
    wording.fix = decode_fix(fields.source(), fields.node("fix"));
  }
  return wording;
}

Verb decode_verb(const Fields& check, const Wording& wording) {
  std::string name;
  for (const std::string& candidate : verb_names()) {
    if (!check.has(candidate)) continue;
    if (!name.empty()) {
      check.fail(candidate, "a check does one thing; this one has `" + name +
                                "` and `" + candidate + "`");
    }
    name = candidate;
  }
  if (name == "problem") return ProblemVerb{choose(check, name, kProblems)};
  if (name == "not-an-entity") return NotAnEntityVerb{};
  if (name == "required") return RequiredVerb{choose(check, name, kRequired)};
  if (name == "type") {
    TypeVerb verb;
    for (const std::string& type : check.texts(name)) {
      verb.allowed |= choose(check, name, type, kTypes);
    }
    verb.not_empty = check.flag("not-empty");
    return verb;
  }
  if (name == "cases") return decode_cases(check, wording);
  if (name == "format") return decode_format(check);
  if (name == "known-keys") return decode_known_keys(check);
  if (name == "any-key") return AnyKeyVerb{check.text(name)};
  if (name == "needs") return decode_needs(check);
  if (name == "misplaced") return MisplacedVerb{check.texts(name)};
  if (name == "jql") return JqlVerb{choose(check, name, kJqlParts)};
  if (name == "known-to-jira") {
    return KnownToJiraVerb{choose(check, name, kJiraSubjects)};
  }
  if (name == "confusable") {
    return ConfusableVerb{decode_pattern(check, name)};
  }
  if (name == "secret") {
    SecretVerb verb;
    if (check.has("secret-keys")) {
      verb.keys = decode_pattern(check, "secret-keys");
    }
    return verb;
  }
  if (name == "fields") return decode_fields(check);
  if (name == "only-keys") return OnlyKeysVerb{check.texts(name)};
  if (name == "known-kinds") return decode_known_kinds(check);
  if (name == "entity-ref") {
    return EntityRefVerb{choose(check, name, kEntityRefs)};
  }
  if (name == "case-duplicates") return CaseDuplicatesVerb{};
  if (name == "file-placeholders") return FilePlaceholdersVerb{};
  if (name == "duplicate-entity") return DuplicateEntityVerb{};
  if (name == "suppression") {
    return SuppressionVerb{choose(check, name, kSuppressionFaults)};
  }
  std::string list;
  for (const std::string& known : verb_names()) {
    list += (list.empty() ? "" : ", ") + known;
  }
  check.fail("a check needs one of the keys " + list);
}

}  // namespace catalint
