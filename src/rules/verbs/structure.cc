// Verbs about the shape of an entity: what must be there, and of which type.
#include <algorithm>

#include "base/text.h"
#include "rules/verbs.h"
#include "yaml/syntax_words.h"

namespace catalint {
namespace {

unsigned type_bit(const Node& node) {
  if (node.is_mapping()) return kMappingBit;
  if (node.is_sequence()) return kSequenceBit;
  switch (node.type) {
    case ScalarType::kString:
      return kStringBit;
    case ScalarType::kNull:
      return kNullBit;
    case ScalarType::kBool:
      return kBooleanBit;
    case ScalarType::kInt:
    case ScalarType::kFloat:
      return kNumberBit;
    case ScalarType::kOther:
      break;
  }
  return kMappingBit;  // JavaScript's objects
}

}  // namespace

void judge(const RequiredVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node != nullptr) continue;
    const bool in_a_map =
        target.parent != nullptr && target.parent->is_mapping();
    // The envelope is judged before placeholders are filled.
    const bool is_envelope = target.parent == judgement.entity().root ||
                             target.parent == judgement.entity().metadata;
    if (in_a_map && !is_envelope && is_file_placeholder(*target.parent)) {
      continue;
    }
    // What a map must hold cannot be said of a value that is none; that it is
    // none is a finding of its own.
    const bool has_empty_parent =
        target.parent != nullptr && is_falsy(*target.parent);
    const bool lacks_map = target.parent == nullptr &&
                           target.grandparent != nullptr &&
                           target.grandparent->is_mapping();
    if (in_a_map || (verb.may_lack_map && (has_empty_parent || lacks_map))) {
      judgement.report(judgement.at(target));
    }
  }
}

void judge(const TypeVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || is_file_placeholder(*target.node)) continue;
    unsigned bits = type_bit(*target.node);
    if (is_falsy(*target.node)) bits |= kFalsyBit;
    const bool is_empty_string =
        target.node->is_string() && target.node->value.empty();
    if ((bits & verb.allowed) != 0 && !(verb.not_empty && is_empty_string)) {
      continue;
    }
    Finding finding = judgement.at(target);
    if (verb.allowed == kStringBit) {
      finding.hint = hint_for_string(judgement.source(), *target.node);
    }
    judgement.report(std::move(finding));
  }
}

void judge(const FormatVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr) continue;
    if (!verb.keys) {
      if (!target.node->is_string()) continue;
      const std::string_view value = target.node->value;
      if (judgement.is_template(value)) continue;
      auto problem = format_problem(verb.format, value);
      if (!problem) continue;
      Finding finding = judgement.at(target);
      finding.detail = std::move(*problem);
      if (has_template(value)) finding.hint = kRenderTemplate;
      judgement.report(std::move(finding));
      continue;
    }
    for (const Member& member : target.node->members) {
      const auto key = key_text(*member.key);
      if (key && judgement.is_template(*key)) continue;
      auto problem = key ? format_problem(verb.format, *key)
                         : "it is " + describe_type(*member.key);
      if (!problem) continue;
      Finding finding;
      finding.primary = member.key->span;
      if (finding.primary.size() == 0) finding.primary = member.value->span;
      finding.subject = key.value_or("");
      finding.key = member.key;
      finding.detail = std::move(*problem);
      if (key && has_template(*key)) finding.hint = kRenderTemplate;
      judgement.report(std::move(finding));
    }
  }
}

void judge(const CasesVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_string()) continue;
    const std::string_view value = target.node->value;
    if (judgement.is_template(value)) continue;
    const auto fits = std::find_if(
        verb.cases.begin(), verb.cases.end(),
        [&](const CasesVerb::Case& one) { return one.pattern.matches(value); });
    if (fits == verb.cases.end() || fits->is_fine) continue;
    Finding finding = judgement.at(target);
    finding.pattern = &fits->pattern;
    if (auto group = fits->pattern.first_group(value)) {
      finding.suggestion = std::move(*group);
    }
    const bool ends_line = value.ends_with('\n');
    if (ends_line && target.node->is_block_scalar()) {
      finding.hint =
          "a block ends with a line break; `|-` or `>-` leaves it out";
    }
    judgement.report(fits->wording, std::move(finding));
  }
}

}  // namespace catalint
