#include "rules/pack.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "base/fields.h"
#include "base/text.h"
#include "rules/decode_verb.h"
#include "rules/decode_wording.h"

namespace catalint {
namespace {

const std::vector<std::string>& check_keys() {
  static const std::vector<std::string> kKeys = [] {
    std::vector<std::string> keys = {
        "at",   "kinds",    "types", "api-versions", "ignore-templates",
        "keys", "not-empty"};
    keys.insert(keys.end(), verb_names().begin(), verb_names().end());
    keys.insert(keys.end(), wording_names().begin(), wording_names().end());
    return keys;
  }();
  return kKeys;
}

const std::vector<std::string>& rule_keys() {
  static const std::vector<std::string> kKeys = {
      "id",     "severity", "security-severity",
      "loses",  "what",     "why",
      "docs",   "bad",      "good",
      "checks", "unless"};
  return kKeys;
}

const std::vector<std::string>& unless_keys() {
  static const std::vector<std::string> kKeys = {"same-value", "same-entity",
                                                 "same-file"};
  return kKeys;
}

// Verbs that look at a place of the entity, and so need `at`.
bool needs_path(const Verb& verb) {
  return !std::holds_alternative<ProblemVerb>(verb) &&
         !std::holds_alternative<NotAnEntityVerb>(verb) &&
         !std::holds_alternative<MisplacedVerb>(verb) &&
         !std::holds_alternative<OnlyKeysVerb>(verb) &&
         !std::holds_alternative<KnownKindsVerb>(verb) &&
         !std::holds_alternative<CaseDuplicatesVerb>(verb) &&
         !std::holds_alternative<FilePlaceholdersVerb>(verb) &&
         !std::holds_alternative<DuplicateEntityVerb>(verb) &&
         !std::holds_alternative<SuppressionVerb>(verb);
}

Check decode_check(const ConfigSource& source, const ConfigNode& node,
                   const Wording& fallback, PathTable& paths) {
  const Fields fields(source, node, "a check", check_keys());
  Check check;
  check.path = paths.intern(fields.texts("at"));
  check.kinds = fields.texts("kinds");
  check.types = fields.texts("types");
  check.api_versions = fields.texts("api-versions");
  check.ignore_templates = fields.flag("ignore-templates");
  check.wording = decode_wording(fields, fallback);
  check.verb = decode_verb(fields, check.wording);
  if (check.path == 0 && needs_path(check.verb)) {
    fields.fail("this check needs the key `at`, the path that it looks at");
  }
  if (check.wording.message.empty() &&
      !std::holds_alternative<CasesVerb>(check.verb)) {
    fields.fail("a check needs the key `message`");
  }
  return check;
}

bool is_rule_id(std::string_view id) {
  const auto accepts = [](char c) {
    return is_lower(c) || is_digit(c) || c == '-' || c == '/';
  };
  const std::size_t slash = id.find('/');
  return slash != std::string_view::npos && slash > 0 &&
         slash + 1 < id.size() && slash == id.rfind('/') &&
         std::all_of(id.begin(), id.end(), accepts);
}

// Code scanning wants a score, as text.
std::string decode_security_severity(const Fields& fields) {
  std::string score = fields.text_or("security-severity", "");
  const bool is_score =
      score == "10.0" || (score.size() == 3 && is_digit(score[0]) &&
                          score[1] == '.' && is_digit(score[2]));
  if (!score.empty() && (!is_score || score == "0.0")) {
    fields.fail("security-severity",
                "`security-severity` is " + quote_for_display(score) +
                    "; expected a score from 0.1 to 10.0 with one decimal");
  }
  return score;
}

// What reports say of a rule, taken together from its checks.
void take_wording(RuleInfo& info, const Wording& wording) {
  info.severity = std::max(info.severity, wording.severity);
  info.loses = std::max(info.loses, wording.loses);
  if (wording.fix) info.fixable = std::max(info.fixable, wording.fix->safety);
}

void summarize(Rule& rule) {
  rule.info.severity = Severity::kNote;
  rule.info.loses = Loss::kNothing;
  for (const Check& check : rule.checks) {
    const auto* cases = std::get_if<CasesVerb>(&check.verb);
    if (cases == nullptr) {
      take_wording(rule.info, check.wording);
      continue;
    }
    for (const CasesVerb::Case& one : cases->cases) {
      if (!one.is_fine) take_wording(rule.info, one.wording);
    }
  }
}

Rule decode_rule(const ConfigSource& source, const ConfigNode& node,
                 PathTable& paths) {
  const Fields fields(source, node, "a rule", rule_keys());
  Rule rule;
  rule.info.id = fields.text("id");
  if (!is_rule_id(rule.info.id)) {
    fields.fail("id",
                quote_for_display(rule.info.id) +
                    " is not of the form `pack/rule-name`, in lower case");
  }
  rule.info.what = fields.text("what");
  rule.info.why = fields.text("why");
  rule.info.docs = fields.text_or("docs", "");
  if (!rule.info.docs.empty() && !rule.info.docs.starts_with("https://") &&
      !rule.info.docs.starts_with("http://")) {
    fields.fail("docs", "`docs` must be a link that starts with https://");
  }
  rule.info.bad = fields.text_or("bad", "");
  rule.info.good = fields.text_or("good", "");
  rule.info.security_severity = decode_security_severity(fields);
  Wording fallback;
  fallback.severity = decode_severity(fields, Severity::kError);
  fallback.loses = decode_loss(fields, Loss::kNothing);
  const ConfigNode& checks = fields.node("checks");
  if (!checks.is_list() || checks.items.empty()) {
    fields.fail("a rule needs the key `checks`, a list that is not empty");
  }
  for (const ConfigNode& check : checks.items) {
    rule.checks.push_back(decode_check(source, check, fallback, paths));
  }
  if (fields.has("unless")) {
    const Fields unless(source, fields.node("unless"), "unless", unless_keys());
    rule.unless_same_value = unless.texts("same-value");
    rule.unless_same_entity = unless.texts("same-entity");
    rule.unless_same_file = unless.texts("same-file");
  }
  summarize(rule);
  return rule;
}

// Rows may name rules of packs that come later, so this is looked at last.
void check_unless(const ConfigSource& source, const ConfigNode& root,
                  const RuleSet& set) {
  const auto ids = set.ids();
  const Fields pack(source, root, "a rule pack", {"pack", "about", "rules"});
  for (const ConfigNode& node : pack.node("rules").items) {
    const Fields rule(source, node, "a rule", rule_keys());
    if (!rule.has("unless")) continue;
    const Fields unless(source, rule.node("unless"), "unless", unless_keys());
    for (const std::string& key : unless_keys()) {
      for (const std::string& id : unless.texts(key)) {
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
        unless.fail(key, "no rule is called " + quote_for_display(id) +
                             did_you_mean(id, ids));
      }
    }
  }
}

void decode_pack(const ConfigSource& source, const ConfigNode& root,
                 RuleSet& set) {
  const Fields pack(source, root, "a rule pack", {"pack", "about", "rules"});
  const std::string prefix = pack.text("pack") + "/";
  const ConfigNode& rules = pack.node("rules");
  if (!rules.is_list()) pack.fail("a rule pack needs the key `rules`, a list");
  for (const ConfigNode& node : rules.items) {
    Rule rule = decode_rule(source, node, set.paths);
    if (!rule.info.id.starts_with(prefix)) {
      throw_at(source, node,
               "the id " + quote_for_display(rule.info.id) +
                   " must start with the pack's name, " +
                   quote_for_display(prefix));
    }
    const bool is_there = std::any_of(
        set.rules.begin(), set.rules.end(),
        [&](const Rule& other) { return other.info.id == rule.info.id; });
    if (is_there) {
      throw_at(source, node,
               "a rule with the id " + quote_for_display(rule.info.id) +
                   " is there already");
    }
    set.rules.push_back(std::move(rule));
  }
}

}  // namespace

std::vector<std::string> RuleSet::ids() const {
  std::vector<std::string> out;
  out.reserve(rules.size());
  for (const Rule& rule : rules) out.push_back(rule.info.id);
  return out;
}

Result<std::shared_ptr<const RuleSet>> load_rules(
    const std::vector<PackSource>& packs, const RuleOptions& options) {
  auto set = std::make_shared<RuleSet>();
  try {
    std::vector<ConfigDocument> documents;
    for (const PackSource& pack : packs) {
      if (pack.built_in != nullptr) {
        decode_pack({pack.name, true, &options.settings}, *pack.built_in, *set);
      } else {
        documents.push_back(ConfigDocument::parse(pack.name, pack.text));
        decode_pack({pack.name, false, &options.settings},
                    documents.back().root(), *set);
      }
    }
    auto document = documents.begin();
    for (const PackSource& pack : packs) {
      if (pack.built_in != nullptr) continue;
      check_unless({pack.name, false}, (document++)->root(), *set);
    }
  } catch (const FieldError& error) {
    return Error{error.what()};
  }
  for (Rule& rule : set->rules) {
    for (Check& check : rule.checks) {
      if (auto* verb = std::get_if<KnownKindsVerb>(&check.verb)) {
        verb->custom = options.kinds;
      }
    }
  }
  if (auto error = override_severities(*set, options.severities)) {
    return std::move(*error);
  }
  return std::shared_ptr<const RuleSet>(std::move(set));
}

}  // namespace catalint
