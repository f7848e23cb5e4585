// What a verb found, before the engine makes a diagnostic of it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "catalint/diagnostic.h"
#include "catalint/entity.h"
#include "jira/facts.h"
#include "rules/check.h"

namespace catalint {

struct Finding {
  Span primary;
  std::string subject;          // the key it is about, not escaped
  std::string value;            // ready to be printed
  std::string type;             // ready to be printed
  std::string detail;           // ready to be printed
  std::string suggestion;       // not escaped; fixes use it too
  std::string part_suggestion;  // for the bytes of `primary` alone
  std::string hint;  // where the verb knows a better one than the pack
  std::vector<RelatedPlace> related;
  const Node* node = nullptr;      // the value that a fix changes
  const Node* key = nullptr;       // the key that a fix renames
  const Target* target = nullptr;  // the place of the entry that a fix removes
  std::vector<Edit> edits;         // where the verb works them out itself
  const Pattern* pattern = nullptr;  // of the case that fitted
  std::optional<Span> secret;        // a value that nobody may print
  bool secret_is_rewritten = false;  // its bytes are not those of the value
};

/// One check at work on one entity: what verbs look at, and where they report.
class Judgement {
 public:
  using Sink = std::function<void(const Rule&, const Wording&, Finding)>;

  /// All of these must outlive it. There may be no facts.
  Judgement(const SourceFile& source, const Entity& entity, const Rule& rule,
            const Check& check, PathResolver& paths, const JiraFacts* facts,
            const Sink& sink)
      : source_(source),
        entity_(entity),
        rule_(rule),
        check_(check),
        paths_(paths),
        facts_(facts),
        sink_(sink) {}

  [[nodiscard]] const SourceFile& source() const { return source_; }
  [[nodiscard]] const Entity& entity() const { return entity_; }
  [[nodiscard]] const std::vector<Target>& targets() const {
    return paths_.targets(check_.path);
  }

  /// What is known of a Jira; null where nothing is.
  [[nodiscard]] const JiraFacts* facts() const { return facts_; }

  /// The check's path with a dot at its end, as in `spec.`; empty at the root.
  [[nodiscard]] std::string path_text() const {
    return paths_.path_text(check_.path);
  }

  /// Whether the check leaves this text to a template engine.
  [[nodiscard]] bool is_template(std::string_view text) const;

  /// A finding about a target: its value, or where it should be.
  [[nodiscard]] Finding at(const Target& target) const;

  void report(Finding finding) const {
    sink_(rule_, check_.wording, std::move(finding));
  }
  void report(const Wording& wording, Finding finding) const {
    sink_(rule_, wording, std::move(finding));
  }

 private:
  const SourceFile& source_;
  const Entity& entity_;
  const Rule& rule_;
  const Check& check_;
  PathResolver& paths_;
  const JiraFacts* facts_;
  const Sink& sink_;
};

/// A finding about a mapping's key.
Finding at_key(const Member& member);

/// "a number", "a list", "nothing" ..., for messages.
std::string describe_type(const Node& node);

/// What to do where a string was expected; empty when the pack's own words are
/// as good.
std::string hint_for_string(const SourceFile& source, const Node& node);

}  // namespace catalint
