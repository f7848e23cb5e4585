#include "app/rule_list.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>

namespace catalint {
namespace {

std::string_view fix_word(Fixable fixable) {
  return fixable == Fixable::kNo ? "" : name_of(fixable);
}

void print_text(const RuleSet& rules, std::ostream& out) {
  std::size_t widest = 0;
  for (const Rule& rule : rules.rules) {
    widest = std::max(widest, rule.info.id.size());
  }
  out << std::left;
  for (const Rule& rule : rules.rules) {
    out << std::setw(static_cast<int>(widest) + 2) << rule.info.id
        << std::setw(9) << name_of(rule.info.severity) << std::setw(8)
        << fix_word(rule.info.fixable) << rule.info.what << "\n";
  }
}

void print_json(const RuleSet& rules, std::ostream& out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Rule& rule : rules.rules) {
    const RuleInfo& info = rule.info;
    list.push_back({{"id", info.id},
                    {"severity", name_of(info.severity)},
                    {"fixable", name_of(info.fixable)},
                    {"loses", name_of(info.loses)},
                    {"what", info.what},
                    {"why", info.why},
                    {"docs", info.docs},
                    {"bad", info.bad},
                    {"good", info.good}});
  }
  out << list.dump(2) << "\n";
}

std::string cell(std::string text) {
  for (std::size_t i = text.find('|'); i != std::string::npos;
       i = text.find('|', i + 2)) {
    text.insert(i, "\\");
  }
  return text;
}

void print_markdown(const RuleSet& rules, std::ostream& out) {
  out << "# Rules\n\n"
         "Printed by `catalint rules --format markdown`.\n\n"
         "| rule | severity | fix | fires on |\n|---|---|---|---|\n";
  for (const Rule& rule : rules.rules) {
    out << "| `" << rule.info.id << "` | " << name_of(rule.info.severity)
        << " | " << fix_word(rule.info.fixable) << " | " << cell(rule.info.what)
        << " |\n";
  }
  for (const Rule& rule : rules.rules) {
    const RuleInfo& info = rule.info;
    out << "\n## " << info.id << "\n\n"
        << "Fires on " << info.what
        << ". What is lost: " << what_is_lost(info.loses) << ".\n\n"
        << info.why << "\n";
    if (!info.bad.empty()) out << "\nBad:\n\n```yaml\n" << info.bad << "```\n";
    if (!info.good.empty()) {
      out << "\nGood:\n\n```yaml\n" << info.good << "```\n";
    }
    if (!info.docs.empty()) out << "\nMore: <" << info.docs << ">\n";
  }
}

}  // namespace

std::string_view what_is_lost(Loss loss) {
  switch (loss) {
    case Loss::kNothing:
      return "nothing";
    case Loss::kCard:
      return "the Jira card is missing or wrong";
    case Loss::kEntity:
      return "the entity is missing from the catalog";
    case Loss::kFile:
      return "Backstage drops the whole file";
  }
  return "";
}

void print_rules(const RuleSet& rules, std::string_view format,
                 std::ostream& out) {
  if (format == "json") {
    print_json(rules, out);
  } else if (format == "markdown") {
    print_markdown(rules, out);
  } else {
    print_text(rules, out);
  }
}

}  // namespace catalint
