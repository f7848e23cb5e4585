// What the fixes leave parses where the text did, keeps every comment, and has
// nothing left to fix.
#include "fix/fixer.h"
#include "fuzz/fuzz.h"
#include "support/comments_in.h"

namespace catalint::fuzz {
namespace {

bool parses(const FileReport& report) {
  return std::none_of(
      report.diagnostics.begin(), report.diagnostics.end(),
      [](const Diagnostic& found) { return found.rule->id == "yaml/syntax"; });
}

void fix(const std::string& text, Fixable least) {
  static const auto rules = builtin_rules();
  const Linter linter(rules);
  const Fixer fixer(
      linter, [](FileReport&) {}, least);
  FileReport before = linter.lint("x.yaml", text);
  require_places(before);
  const bool parsed = parses(before);
  const FixedFile fixed = fixer.fix(std::move(before));
  if (!fixed.refusal.empty() || fixed.fixes == 0) {
    require(fixed.bytes == text, "nothing is fixed in part");
    return;
  }
  require(!parsed || parses(fixed.report), "what is fixed parses");
  require(comments_in(fixed.bytes) == comments_in(text),
          "every comment is kept");
  const FixedFile again = fixer.fix(linter.lint("x.yaml", fixed.bytes));
  require(again.bytes == fixed.bytes, "a second fix changes nothing");
}

}  // namespace
}  // namespace catalint::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = catalint::fuzz::text_of(data, size);
  catalint::fuzz::fix(text, catalint::Fixable::kSafe);
  catalint::fuzz::fix(text, catalint::Fixable::kUnsafe);
  return 0;
}
