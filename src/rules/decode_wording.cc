#include "rules/decode_wording.h"

#include "base/text.h"
#include "rules/decode_choice.h"

namespace catalint {
namespace {

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

constexpr std::array<Named<Fixable>, 2> kSafeties{{
    {"safe", Fixable::kSafe},
    {"unsafe", Fixable::kUnsafe},
}};

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

}  // namespace

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

}  // namespace catalint
