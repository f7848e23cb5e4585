#include "rules/decode_verb.h"

#include <array>
#include <utility>
#include <variant>

#include "base/text.h"
#include "rules/decode_choice.h"
#include "rules/decode_wording.h"

namespace catalint {
namespace {

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

Pattern decode_pattern(const Fields& fields, std::string_view key) {
  Pattern pattern(fields.text(key));
  if (fields.source().is_verified) return pattern;  // compiled when needed
  if (const auto error = pattern.error()) {
    fields.fail(key, "this pattern is not one that RE2 takes: " +
                         escape_for_display(*error));
  }
  return pattern;
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

TypeVerb decode_type(const Fields& check) {
  TypeVerb verb;
  for (const std::string& type : check.texts("type")) {
    verb.allowed |= choose(check, "type", type, kTypes);
  }
  verb.not_empty = check.flag("not-empty");
  return verb;
}

SecretVerb decode_secret(const Fields& check) {
  SecretVerb verb;
  if (check.has("secret-keys")) {
    verb.keys = decode_pattern(check, "secret-keys");
  }
  return verb;
}

// `key` is the verb's own; the cases of a check fall back on its wording.
struct VerbRow {
  std::string_view key;
  Verb (*decode)(const Fields& check, std::string_view key,
                 const Wording& wording);
};

template <typename T>
Verb plain(const Fields& /*check*/, std::string_view /*key*/,
           const Wording& /*wording*/) {
  return T{};
}

template <typename T, const auto& kChoices>
Verb chosen(const Fields& check, std::string_view key,
            const Wording& /*wording*/) {
  return T{choose(check, key, kChoices)};
}

template <auto kDecode>
Verb decoded(const Fields& check, std::string_view /*key*/,
             const Wording& /*wording*/) {
  return kDecode(check);
}

template <typename T>
Verb of_texts(const Fields& check, std::string_view key,
              const Wording& /*wording*/) {
  return T{check.texts(key)};
}

constexpr std::array kVerbs = {
    VerbRow{"problem", chosen<ProblemVerb, kProblems>},
    VerbRow{"not-an-entity", plain<NotAnEntityVerb>},
    VerbRow{"required", chosen<RequiredVerb, kRequired>},
    VerbRow{"type", decoded<decode_type>},
    VerbRow{"cases",
            [](const Fields& check, std::string_view /*key*/,
               const Wording& wording) -> Verb {
              return decode_cases(check, wording);
            }},
    VerbRow{"format", decoded<decode_format>},
    VerbRow{"known-keys", decoded<decode_known_keys>},
    VerbRow{"needs", decoded<decode_needs>},
    VerbRow{"misplaced", of_texts<MisplacedVerb>},
    VerbRow{"any-key",
            [](const Fields& check, std::string_view key,
               const Wording& /*wording*/) -> Verb {
              return AnyKeyVerb{check.text(key)};
            }},
    VerbRow{"jql", chosen<JqlVerb, kJqlParts>},
    VerbRow{"known-to-jira", chosen<KnownToJiraVerb, kJiraSubjects>},
    VerbRow{"confusable",
            [](const Fields& check, std::string_view key,
               const Wording& /*wording*/) -> Verb {
              return ConfusableVerb{decode_pattern(check, key)};
            }},
    VerbRow{"secret", decoded<decode_secret>},
    VerbRow{"fields", decoded<decode_fields>},
    VerbRow{"only-keys", of_texts<OnlyKeysVerb>},
    VerbRow{"known-kinds", decoded<decode_known_kinds>},
    VerbRow{"entity-ref", chosen<EntityRefVerb, kEntityRefs>},
    VerbRow{"case-duplicates", plain<CaseDuplicatesVerb>},
    VerbRow{"file-placeholders", plain<FilePlaceholdersVerb>},
    VerbRow{"duplicate-entity", plain<DuplicateEntityVerb>},
    VerbRow{"suppression", chosen<SuppressionVerb, kSuppressionFaults>},
};
static_assert(kVerbs.size() == std::variant_size_v<Verb>,
              "each verb has a row");

}  // namespace

const std::vector<std::string>& verb_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    names.reserve(kVerbs.size());
    for (const VerbRow& row : kVerbs) names.emplace_back(row.key);
    return names;
  }();
  return kNames;
}

Verb decode_verb(const Fields& check, const Wording& wording) {
  const VerbRow* verb = nullptr;
  for (const VerbRow& row : kVerbs) {
    if (!check.has(row.key)) continue;
    if (verb != nullptr) {
      check.fail(row.key, "a check does one thing; this one has `" +
                              std::string(verb->key) + "` and `" +
                              std::string(row.key) + "`");
    }
    verb = &row;
  }
  if (verb == nullptr) {
    check.fail("a check needs one of the keys " + joined(verb_names(), ", "));
  }
  return verb->decode(check, verb->key, wording);
}

}  // namespace catalint
