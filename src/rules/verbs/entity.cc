// Verbs about what Backstage asks of an entity: its kind and its fields.
#include <algorithm>
#include <unordered_set>

#include "base/edit_distance.h"
#include "base/text.h"
#include "rules/verbs.h"
#include "rules/verbs/contains.h"

namespace catalint {
namespace {

// Fields of one mapping, judged one by one.
class FieldJudge {
 public:
  FieldJudge(const Judgement& judgement, const Target& target)
      : judgement_(judgement), target_(target) {}

  void require(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      if (find_member(target_.node, name) != nullptr) continue;
      Finding finding;
      finding.primary = target_.member != nullptr ? target_.member->key->span
                                                  : target_.place->span;
      finding.subject = name;
      finding.detail = path(name) + " is missing";
      for (const Member& member : target_.node->members) {
        if (!member.key->is_string() ||
            to_lower_ascii(member.key->value) != to_lower_ascii(name)) {
          continue;
        }
        finding.hint = "write " + quote_for_display(member.key->value) +
                       " as `" + name + "`; case matters";
        finding.related.push_back(
            {nullptr, member.key->span, "written in another case"});
      }
      finding.key = target_.member != nullptr ? target_.member->key : nullptr;
      judgement_.report(std::move(finding));
    }
  }

  void expect_strings(const std::vector<std::string>& names,
                      bool may_be_empty) {
    for (const std::string& name : names) {
      with_field(name, [&](const Member& member, const Node& value) {
        expect_string(*member.value, value, path(name), may_be_empty, &member);
      });
    }
  }

  void expect_string_lists(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      with_field(name, [&](const Member& member, const Node& value) {
        if (!value.is_sequence()) {
          report_type(*member.value, value, path(name), "a list", &member);
          return;
        }
        for (const Node* item : value.items) {
          const Node* resolved = item->resolved();
          if (resolved == nullptr) continue;
          expect_string(*item, *resolved, "each item of " + path(name), false,
                        nullptr);
        }
      });
    }
  }

  void expect_maps(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      with_field(name, [&](const Member& member, const Node& value) {
        if (!value.is_mapping()) {
          report_type(*member.value, value, path(name), "a map", &member);
        }
      });
    }
  }

  void expect_map_lists(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      with_field(name, [&](const Member& member, const Node& value) {
        if (!value.is_sequence()) {
          report_type(*member.value, value, path(name), "a list", &member);
          return;
        }
        for (const Node* item : value.items) {
          const Node* resolved = item->resolved();
          if (resolved == nullptr || resolved->is_mapping()) continue;
          report_type(*item, *resolved, "each item of " + path(name), "a map",
                      nullptr);
        }
      });
    }
  }

  void expect_texts_elsewhere(const FieldsVerb& verb) {
    for (const Member& member : target_.node->members) {
      const auto name = key_text(*member.key);
      if (!name) continue;
      const auto is_named = [&](const std::vector<std::string>& names) {
        return contains(names, *name);
      };
      if (!is_named(verb.strings) && !is_named(verb.texts) &&
          !is_named(verb.string_lists) && !is_named(verb.maps) &&
          !is_named(verb.map_lists)) {
        expect_strings({escape_for_display(*name)}, true);
      }
    }
  }

 private:
  template <typename Function>
  void with_field(const std::string& name, Function function) {
    const Member* member = find_member(target_.node, name);
    if (member == nullptr) return;
    const Node* value = member->value->resolved();
    if (value == nullptr || is_file_placeholder(*value)) return;
    function(*member, *value);
  }

  [[nodiscard]] std::string path(const std::string& name) const {
    return judgement_.path_text() + name;
  }

  void expect_string(const Node& place, const Node& value,
                     const std::string& what, bool may_be_empty,
                     const Member* member) {
    if (is_file_placeholder(value)) return;
    if (value.is_string() && (may_be_empty || !value.value.empty())) return;
    report_type(place, value, what,
                may_be_empty ? "a string" : "a string that is not empty",
                member);
  }

  void report_type(const Node& place, const Node& value,
                   const std::string& what, std::string_view expected,
                   const Member* member) {
    Finding finding;
    finding.primary = place.span;
    if (finding.primary.size() == 0 && member != nullptr) {
      finding.primary = member->key->span;
    }
    finding.subject = what;
    if (member != nullptr) finding.key = member->key;
    if (expected == "a list") {
      finding.hint = "write a list, each item on a line of its own after `- `";
    } else if (expected == "a map") {
      finding.hint = "write `key: value` lines, indented";
    } else {
      finding.node = &value;  // which quotes may mend
      finding.hint = hint_for_string(judgement_.source(), value);
      if (finding.hint.empty()) finding.hint = "put quotes around the value";
    }
    const bool shows_value = value.is_scalar() && !value.value.empty();
    finding.detail =
        what + " must be " + std::string(expected) + ", but " +
        (shows_value ? quote_for_display(value.value) : "its value") + " is " +
        describe_type(value);
    judgement_.report(std::move(finding));
  }

  const Judgement& judgement_;
  const Target& target_;
};

}  // namespace

void judge(const FieldsVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_mapping() ||
        is_file_placeholder(*target.node)) {
      continue;
    }
    FieldJudge fields(judgement, target);
    fields.require(verb.required);
    fields.expect_strings(verb.strings, false);
    fields.expect_strings(verb.texts, true);
    fields.expect_string_lists(verb.string_lists);
    fields.expect_maps(verb.maps);
    fields.expect_map_lists(verb.map_lists);
    if (verb.others_are_texts) fields.expect_texts_elsewhere(verb);
  }
}

void judge(const OnlyKeysVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_mapping()) continue;
    for (const Member& member : target.node->members) {
      const auto key = key_text(*member.key);
      if (key && contains(verb.keys, *key)) continue;
      Finding finding;
      finding.primary = member.key->span;
      if (finding.primary.size() == 0) finding.primary = member.value->span;
      finding.subject = key.value_or("");
      finding.key = member.key;
      if (const auto meant = nearest(finding.subject, verb.keys)) {
        finding.suggestion = *meant;
        finding.hint = "did you mean `" + *meant + "`?";
      }
      judgement.report(std::move(finding));
    }
  }
}

void judge(const KnownKindsVerb& verb, const Judgement& judgement) {
  const Entity& entity = judgement.entity();
  if (entity.kind.empty() || entity.api_version.empty() ||
      contains(verb.custom, entity.kind)) {
    return;
  }
  std::vector<std::string> all;
  std::string versions;  // that take this kind
  for (const KnownKindsVerb::Version& version : verb.versions) {
    const bool takes_kind = contains(version.kinds, entity.kind);
    const bool is_this = version.api_version == entity.api_version;
    if (is_this && takes_kind) return;
    if (takes_kind) {
      versions += (versions.empty() ? "" : " or ") + version.api_version;
    }
    all.insert(all.end(), version.kinds.begin(), version.kinds.end());
  }
  const bool is_kind_known = !versions.empty();
  const Member* member =
      find_member(entity.root, is_kind_known ? "apiVersion" : "kind");
  if (member == nullptr) return;
  Finding finding;
  finding.primary = member->value->span;
  finding.node = member->value->resolved();
  finding.key = member->key;
  finding.subject = is_kind_known ? "apiVersion" : "kind";
  if (is_kind_known) {
    finding.detail = quote_for_display(entity.kind) + " with the apiVersion " +
                     quote_for_display(entity.api_version) + "; expected " +
                     versions;
  } else {
    finding.detail = "the kind " + quote_for_display(entity.kind);
    auto meant = nearest(entity.kind, all);
    for (const std::string& kind : all) {
      if (to_lower_ascii(kind) == to_lower_ascii(entity.kind)) meant = kind;
    }
    if (meant) {
      finding.suggestion = *meant;
      finding.hint = "did you mean `" + *meant + "`?";
    }
  }
  judgement.report(std::move(finding));
}

void judge(const FilePlaceholdersVerb& /*verb*/, const Judgement& judgement) {
  std::vector<const Node*> open = {judgement.entity().root};
  // Aliases and merges lead to one again.
  std::unordered_set<const Node*> judged;
  while (!open.empty()) {
    const Node& node = *open.back();
    open.pop_back();
    if (!node.is_scalar() && !judged.insert(&node).second) continue;
    if (node.is_mapping() && is_file_placeholder(node)) {
      const Member& member = node.members.front();
      const Node* file = member.value->resolved();
      if (file == nullptr || file->is_string()) continue;
      Finding finding;
      finding.primary =
          member.value->span.size() > 0 ? member.value->span : member.key->span;
      finding.subject = member.key->value;
      finding.key = member.key;
      finding.type = describe_type(*file);
      judgement.report(std::move(finding));
      continue;
    }
    for (const Node* item : node.items) {
      if (const Node* value = item->resolved()) open.push_back(value);
    }
    for (const Member& member : node.members) {
      const Node* value = member.value->resolved();
      if (value != nullptr && !value->is_scalar()) open.push_back(value);
    }
  }
}

}  // namespace catalint
