// Verbs about the keys of a mapping: annotations that no plugin reads, or that
// need another one beside them.
#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/edit_distance.h"
#include "base/text.h"
#include "rules/verbs.h"
#include "rules/verbs/contains.h"

namespace catalint {
namespace {

// Letters and digits alone, in lower case: `Jira_ProjectKey` and
// `jira/project-key` are one.
std::string bare(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (is_alphanumeric(c)) out += c;
  }
  return to_lower_ascii(out);
}

// The only key with the word in it: `jql` is of `jira/all-issues-jql`.
std::optional<std::string> containing(std::string_view word,
                                      const std::vector<std::string>& keys) {
  constexpr std::size_t kShortestWord = 3;
  std::optional<std::string> found;
  for (const std::string& key : keys) {
    if (word.size() < kShortestWord || key.find(word) == std::string::npos) {
      continue;
    }
    if (found) return std::nullopt;
    found = key;
  }
  return found;
}

// Members of one mapping by keys that a rule knows. Each is looked for once:
// huge mappings may have as many wrong keys, all meant for the same few.
class KnownMembers {
 public:
  explicit KnownMembers(const Node* mapping) : mapping_(mapping) {}

  const Member* find(const std::string& key) {
    const auto [known, is_new] = members_.emplace(key, nullptr);
    if (is_new) known->second = find_member(mapping_, key);
    return known->second;
  }

 private:
  const Node* mapping_;
  std::unordered_map<std::string, const Member*> members_;
};

}  // namespace

void judge(const KnownKeysVerb& verb, const Judgement& judgement) {
  std::vector<std::string> bare_keys;
  bare_keys.reserve(verb.keys.size());
  for (const std::string& known : verb.keys) bare_keys.push_back(bare(known));
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_mapping()) continue;
    KnownMembers members(target.node);
    std::set<std::string> suggested;
    for (const Member& member : target.node->members) {
      if (!member.key->is_string()) continue;
      const std::string_view key = member.key->value;
      if (contains(verb.keys, key) || judgement.is_template(key)) continue;
      const bool has_prefix = key.starts_with(verb.prefix);
      const auto same =
          std::find(bare_keys.begin(), bare_keys.end(), bare(key));
      std::optional<std::string> meant;
      if (same != bare_keys.end()) {
        meant = verb.keys[static_cast<std::size_t>(same - bare_keys.begin())];
      }
      // Keys of another shape that are not even valid ones are told apart by
      // the rule about the format of keys.
      if (!has_prefix &&
          (!meant || format_problem(FieldFormat::kAnnotationKey, key))) {
        continue;
      }
      if (!meant) meant = nearest(key, verb.keys);
      if (!meant) meant = containing(key.substr(verb.prefix.size()), verb.keys);
      Finding finding = at_key(member);
      if (meant) {
        finding.detail = "; did you mean `" + *meant + "`?";
        const Member* right = members.find(*meant);
        if (right == nullptr) {
          // Two keys cannot both become one.
          if (suggested.insert(*meant).second) finding.suggestion = *meant;
        } else {
          finding.detail = ", and `" + *meant + "` is there already";
          finding.related.push_back(
              {nullptr, right->key->span, "this one is read"});
        }
      }
      judgement.report(std::move(finding));
    }
  }
}

void judge(const AnyKeyVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr) continue;
    for (const Member& member : target.node->members) {
      if (member.key->is_string() &&
          member.key->value.starts_with(verb.prefix)) {
        judgement.report(at_key(member));
      }
    }
  }
}

void judge(const NeedsVerb& verb, const Judgement& judgement) {
  for (const Target& target : judgement.targets()) {
    if (target.node == nullptr || !target.node->is_mapping() ||
        find(target.node, verb.key) != nullptr) {
      continue;
    }
    std::optional<Finding> first;
    for (const Member& member : target.node->members) {
      if (!member.key->is_string() || !contains(verb.keys, member.key->value)) {
        continue;
      }
      if (!first) {
        first = at_key(member);
      } else {
        first->related.push_back(
            {nullptr, member.key->span, "this one needs it too"});
      }
    }
    if (first) judgement.report(std::move(*first));
  }
}

}  // namespace catalint
