#include "app/inputs.h"

#include "app/scan.h"
#include "base/text.h"
#include "rules/pack.h"

namespace catalint {

int usage_error(Env& env, const std::string& message) {
  env.err << "catalint: " << message << "\n";
  return kUsage;
}

int failure(Env& env, const std::string& message) {
  env.err << "catalint: " << message << "\n";
  return kFailure;
}

Result<Config> config_of(const Options& options, const Env& env) {
  if (options.no_config) return Config{};
  return options.config.empty() ? find_config(env.files)
                                : read_config(options.config, env.files);
}

Result<std::shared_ptr<const RuleSet>> read_rules(const Options& options,
                                                  const Config& config,
                                                  const Env& env) {
  std::vector<PackSource> packs = builtin_packs();
  std::vector<std::string> paths = config.packs;
  paths.insert(paths.end(), options.rule_packs.begin(),
               options.rule_packs.end());
  for (const std::string& path : paths) {
    auto text = env.files.read(path, kLargestFile);
    if (!text) {
      return Error{"the rule pack " + quote_path(path) +
                   " could not be read: " + text.error().message};
    }
    packs.push_back({path, std::move(*text), nullptr});
  }
  RuleOptions rule_options{config.kinds, config.severities, config.settings};
  rule_options.kinds.insert(rule_options.kinds.end(),
                            options.custom_kinds.begin(),
                            options.custom_kinds.end());
  return load_rules(packs, rule_options);
}

Result<std::string> read_standard_input(std::istream& in) {
  std::string bytes(kLargestFile + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const auto count = static_cast<std::size_t>(in.gcount());
  if (count > kLargestFile) {
    return Error{"standard input is larger than " +
                 std::to_string(kLargestFile >> 20U) +
                 " MiB, the most that catalint reads"};
  }
  bytes.resize(count);
  return bytes;
}

}  // namespace catalint
