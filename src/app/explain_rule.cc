#include "app/explain_rule.h"

#include <string>
#include <string_view>

#include "app/config.h"
#include "app/rule_list.h"

namespace catalint {
namespace {

constexpr std::size_t kWidth = 80;

// A paragraph, broken between words.
void print_wrapped(std::string_view text, std::ostream& out) {
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    if (column > 0 && column + 1 + word.size() > kWidth) {
      out << "\n";
      column = 0;
    }
    if (!word.empty()) {
      out << (column > 0 ? " " : "") << word;
      column += (column > 0 ? 1 : 0) + word.size();
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  out << "\n";
}

void print_example(std::string_view title, std::string_view text,
                   std::ostream& out) {
  if (text.empty()) return;
  out << "\n" << title << ":\n\n";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out << "    " << text.substr(0, end) << "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string_view fix_of(Fixable fixable) {
  switch (fixable) {
    case Fixable::kSafe:
      return "safe: `catalint check --fix` makes it";
    case Fixable::kUnsafe:
      return "unsafe: `catalint check --fix --unsafe-fixes` makes it";
    case Fixable::kNo:
      return "none, by hand alone";
  }
  return "";
}

}  // namespace

void print_rule(const RuleInfo& rule, bool is_off, std::ostream& out) {
  out << rule.id << ": " << rule.what << "\n\n"
      << "severity: " << name_of(rule.severity)
      << (is_off ? ", but the configuration turns it off" : "") << "\n"
      << "fix: " << fix_of(rule.fixable) << "\n"
      << "what is lost: " << what_is_lost(rule.loses) << "\n";
  if (!rule.why.empty()) {
    out << "\n";
    print_wrapped(rule.why, out);
  }
  print_example("bad", rule.bad, out);
  print_example("good", rule.good, out);
  if (!rule.docs.empty()) out << "\nmore: " << rule.docs << "\n";
  out << "\nto make it graver or milder, or to turn it off, in " << kConfigName
      << ":\n\n"
      << "    rules:\n"
      << "      " << rule.id << ": off  # or note, warning, error\n"
      << "\nto silence one finding, in a comment with the reason:\n\n"
      << "    # catalint: ignore[" << rule.id << "] why\n"
      << "\nto leave it out once:\n\n"
      << "    catalint check --ignore " << rule.id << "\n";
}

}  // namespace catalint
