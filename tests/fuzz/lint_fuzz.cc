// Any bytes are parsed, judged and rendered in every format.
#include <nlohmann/json.hpp>
#include <sstream>

#include "fuzz/fuzz.h"
#include "report/format.h"

namespace catalint::fuzz {
namespace {

void lint(const std::string& text) {
  static const auto rules = builtin_rules();
  const Linter linter(rules);
  Report report;
  for (const Rule& rule : rules->rules) report.rules.push_back(&rule.info);
  report.files.push_back(linter.lint("catalog-info.yaml", text));
  report.files.push_back(linter.lint("catalog-info.yaml", text));
  linter.lint_together(report.files);
  for (const FileReport& file : report.files) require_places(file);
  // All formats for each text would leave little time for reading.
  const Format& format = formats()[text.size() % formats().size()];
  std::ostringstream out;
  format.render(report, {}, out);
  const std::string printed = out.str();
  require(printed.find('\x1B') == std::string::npos,
          "no escape character is printed");
  if (format.name == "json" || format.name == "sarif") {
    require(nlohmann::json::accept(printed), "what is printed is JSON");
  }
}

}  // namespace
}  // namespace catalint::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  catalint::fuzz::lint(catalint::fuzz::text_of(data, size));
  return 0;
}
