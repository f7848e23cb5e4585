// The checks that a rule pack can ask for. Each verb is a struct that holds its
// options, a row in decode_verb.cc and a `judge` overload in verbs/; the
// compiler names the one that was forgotten.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/pattern.h"
#include "catalint/node.h"
#include "catalint/rule.h"
#include "catalog/field_format.h"
#include "rules/message.h"
#include "rules/path.h"

namespace catalint {

/// How a fix makes new text out of a value or key.
enum class FixAction : std::uint8_t {
  kQuote,  // a string instead of a number, boolean or null
  kTrim,   // without white space and invisible characters
  kUpperCase,
  kReplace,  // by fixed text
  kExtract,  // by the first group of the case's pattern
  kExtractUpperCase,
  kSuggestion,  // by what the check suggests
  kRenameKey,   // the key, by what the check suggests
  kRemove,      // the whole entry
  kMove,        // the whole entry, to where the check says
};

struct FixRecipe {
  FixAction action = FixAction::kQuote;
  Fixable safety = Fixable::kUnsafe;
  std::string title;
  std::string text;  // of kReplace
};

/// How a finding is told, and how grave it is.
struct Wording {
  Severity severity = Severity::kError;
  Loss loses = Loss::kNothing;
  Message message;
  Message hint;
  std::optional<FixRecipe> fix;
};

/// What a scalar, mapping or sequence may be, as a set of bits.
enum TypeBit : std::uint8_t {
  kStringBit = 1,
  kNumberBit = 2,
  kBooleanBit = 4,
  kNullBit = 8,
  kMappingBit = 16,
  kSequenceBit = 32,
  kFalsyBit = 64,  // what JavaScript takes for false: null, false, 0, ""
};

/// A problem that the YAML reader noticed.
struct ProblemVerb {
  ProblemKind kind = ProblemKind::kSyntax;
};
/// A document that is neither a mapping nor empty.
struct NotAnEntityVerb {};
/// The path must lead somewhere, where its parent is a mapping; with
/// `may_lack_map` the parent may be missing too, but not what is around that.
struct RequiredVerb {
  bool may_lack_map = false;
};
/// The value must be of one of the types, and a string not empty.
struct TypeVerb {
  unsigned allowed = 0;
  bool not_empty = false;
};
/// The first case whose pattern fits a string value decides.
struct CasesVerb {
  struct Case {
    Pattern pattern{""};   // fits everything unless the row gives one
    bool is_fine = false;  // nothing is wrong when this one fits
    Wording wording;
  };
  std::vector<Case> cases;
};
/// A string value, or every key of a mapping, must keep a format.
struct FormatVerb {
  FieldFormat format = FieldFormat::kName;
  bool keys = false;
};
/// Keys of a mapping that start with `prefix`, or are written like one of
/// `keys` but for case and punctuation, must be one of `keys`.
struct KnownKeysVerb {
  std::string prefix;
  std::vector<std::string> keys;
};
/// The value's siblings must include `key`, not empty.
struct NeedsVerb {
  std::string key;
  std::vector<std::string> keys;  // the keys that need it
};
/// Annotations that stand elsewhere in the entity; `*` in `at` does not apply.
struct MisplacedVerb {
  std::vector<std::string> keys;
};
/// Keys of a mapping that start with `prefix`.
struct AnyKeyVerb {
  std::string prefix;
};
/// The value as the Jira plugin pastes it into JQL.
enum class JqlPart : std::uint8_t { kComponent, kLabel, kQuery };
struct JqlVerb {
  JqlPart part = JqlPart::kComponent;
};
/// What only Jira can tell of the value; nothing is wrong where nobody knows.
enum class JiraSubject : std::uint8_t {
  kProject,      // there is a project with this key
  kLiveProject,  // it is not archived
  kComponent,    // the entity's project has a component of this name
  kQuery,        // Jira takes the query
};
struct KnownToJiraVerb {
  JiraSubject subject = JiraSubject::kProject;
};
/// Look-alikes of ASCII letters in a value that is ASCII otherwise.
struct ConfusableVerb {
  Pattern when_ascii{""};  // the value, once mended, must fit
};
/// Tokens and passwords, known by their looks; below keys that fit the
/// pattern, any word that could be one.
struct SecretVerb {
  std::optional<Pattern> keys;
};

/// Fields of a mapping and what they may be; others are free.
struct FieldsVerb {
  std::vector<std::string> required;
  std::vector<std::string> strings;       // not empty
  std::vector<std::string> texts;         // may be empty
  std::vector<std::string> string_lists;  // of strings that are not empty
  std::vector<std::string> maps;
  std::vector<std::string> map_lists;
  bool others_are_texts = false;  // all fields that are not named
};
/// A mapping may have these keys and no others.
struct OnlyKeysVerb {
  std::vector<std::string> keys;
};
/// The document's apiVersion and kind must be a pair that someone takes.
struct KnownKindsVerb {
  struct Version {
    std::string api_version;
    std::vector<std::string> kinds;
  };
  std::vector<Version> versions;
  std::vector<std::string> custom;  // kinds of any apiVersion
};
/// A string must be `[kind:][namespace/]name`.
struct EntityRefVerb {
  bool needs_kind = false;
};
/// Paths of the entity that differ in case alone.
struct CaseDuplicatesVerb {};
/// A map with the key `$text`, `$json` or `$yaml` must name a file.
struct FilePlaceholdersVerb {};
/// Two documents of the scan that describe one entity.
struct DuplicateEntityVerb {};
/// A comment that asks for findings to be left out.
enum class SuppressionFault : std::uint8_t { kSyntax, kUnknownRule, kUnused };
struct SuppressionVerb {
  SuppressionFault fault = SuppressionFault::kSyntax;
};

using Verb =
    std::variant<ProblemVerb, NotAnEntityVerb, RequiredVerb, TypeVerb,
                 CasesVerb, FormatVerb, KnownKeysVerb, NeedsVerb, MisplacedVerb,
                 AnyKeyVerb, JqlVerb, KnownToJiraVerb, ConfusableVerb,
                 SecretVerb, FieldsVerb, OnlyKeysVerb, KnownKindsVerb,
                 EntityRefVerb, CaseDuplicatesVerb, FilePlaceholdersVerb,
                 DuplicateEntityVerb, SuppressionVerb>;

struct Check {
  PathId path = 0;
  std::vector<std::string> kinds;         // only these; empty: all
  std::vector<std::string> types;         // only these spec.types; empty: all
  std::vector<std::string> api_versions;  // only these; empty: all
  bool ignore_templates = false;          // leave `{{ }}` and `{% %}` alone
  Wording wording;
  Verb verb;
};

struct Rule {
  RuleInfo info;
  std::vector<Check> checks;
  // Findings are dropped where one of these rules has one already.
  std::vector<std::string> unless_same_value;
  std::vector<std::string> unless_same_entity;
  std::vector<std::string> unless_same_file;
};

/// All rules of all packs, in the order of the packs.
class RuleSet {
 public:
  std::vector<Rule> rules;
  PathTable paths;

  [[nodiscard]] std::vector<std::string> ids() const;
};

}  // namespace catalint
