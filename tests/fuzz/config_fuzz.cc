// Any text is read as a configuration, as a rule pack and as a baseline; a pack
// that loads judges a descriptor.
#include "app/baseline.h"
#include "app/config.h"
#include "app/posix_file_system.h"
#include "fuzz/fuzz.h"

namespace catalint::fuzz {
namespace {

constexpr const char* kDescriptor =
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
    "  name: shop\n  annotations:\n    jira/project-key: shop\n"
    "    jira/label: [a, b]\nspec:\n  type: service\n"
    "  lifecycle: production\n  owner: team\n";

void decode(const std::string& text) {
  const auto config = parse_config(".catalint.yaml", "/r", text);
  if (config) {
    // A pattern of one's own comes to work in the rules.
    const auto rules = load_rules(
        builtin_packs(), {config->kinds, config->severities, config->settings});
    if (rules) require_places(Linter(*rules).lint("x.yaml", kDescriptor));
  } else {
    require(!config.error().message.empty(), "a refusal says why");
  }
  const auto pack = load_rules({{"rules.yaml", text, nullptr}});
  if (pack) {
    require_places(Linter(*pack).lint("x.yaml", kDescriptor));
  } else {
    require(!pack.error().message.empty(), "a refusal says why");
  }
  const PosixFileSystem files;
  const auto baseline = Baseline::parse(files, "baseline.json", text);
  if (baseline) {
    const auto again =
        Baseline::parse(files, "baseline.json", baseline->to_text());
    require(again && again->to_text() == baseline->to_text(),
            "a baseline is written as it is read");
  }
}

}  // namespace
}  // namespace catalint::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  catalint::fuzz::decode(catalint::fuzz::text_of(data, size));
  return 0;
}
