#include "app/descriptor_names.h"

#include <algorithm>

#include "base/glob.h"

namespace catalint {
namespace {

const std::vector<std::string>& usual_names() {
  static const std::vector<std::string> kPatterns = {
      "catalog-info.yaml", "catalog-info.yml", "*.catalog-info.yaml"};
  return kPatterns;
}

}  // namespace

bool DescriptorNames::fit(const std::string& real_path) const {
  const std::string_view name =
      std::string_view(real_path).substr(real_path.rfind('/') + 1);
  const auto& usual = usual_names();
  const bool has_name =
      std::any_of(usual.begin(), usual.end(),
                  [&](const auto& p) { return glob_matches(p, name); }) ||
      (!config_.files.empty() &&
       any_fits(config_.files, relative_to_config(real_path)));
  return has_name && !exclude(real_path);
}

bool DescriptorNames::exclude(const std::string& real_path) const {
  return !config_.exclude.empty() &&
         any_fits_or_holds(config_.exclude, relative_to_config(real_path));
}

std::vector<std::string> DescriptorNames::last_names() const {
  std::vector<std::string> names = usual_names();
  for (const PathPattern& pattern : config_.files) {
    names.push_back(pattern.last_name());
  }
  return names;
}

// What the configuration's patterns are matched with; empty outside of its
// directory.
std::string DescriptorNames::relative_to_config(
    const std::string& real_path) const {
  const std::string prefix =
      config_.directory == "/" ? "/" : config_.directory + "/";
  return real_path.starts_with(prefix) ? real_path.substr(prefix.size()) : "";
}

}  // namespace catalint
