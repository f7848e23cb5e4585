#include "app/inputs.h"

#include <algorithm>
#include <cstdint>

#include "app/scan.h"
#include "base/fnv1a.h"
#include "base/text.h"

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

Result<RuleSources> rule_sources(const Options& options, const Config& config,
                                 const Env& env) {
  RuleSources sources{builtin_packs(),
                      {config.kinds, config.severities, config.settings}};
  const auto add = [&](const std::string& path,
                       Result<std::string> text) -> std::optional<Error> {
    if (!text) {
      return Error{"the rule pack " + quote_path(path) +
                   " could not be read: " + text.error().message};
    }
    sources.packs.push_back({path, std::move(*text), nullptr});
    return std::nullopt;
  };
  for (const std::string& path : config.packs) {
    auto error = add(path, env.files.read(path, kLargestFile));
    if (error) return std::move(*error);
  }
  for (const std::string& path : options.rule_packs) {
    auto error = add(path, env.files.read_given(path, kLargestFile));
    if (error) return std::move(*error);
  }
  sources.options.kinds.insert(sources.options.kinds.end(),
                               options.custom_kinds.begin(),
                               options.custom_kinds.end());
  return sources;
}

Result<std::shared_ptr<const RuleSet>> read_rules(const Options& options,
                                                  const Config& config,
                                                  const Env& env) {
  const auto sources = rule_sources(options, config, env);
  if (!sources) return sources.error();
  return load_rules(sources->packs, sources->options);
}

std::string rules_identity(const RuleSources& sources, const RuleSet& rules,
                           const Selection& selection,
                           const std::string& known_projects) {
  std::uint64_t state = kFnv1aStart;
  const auto add = [&](std::string_view text) {
    state = fnv1a_of_part(text, state);
  };
  for (const PackSource& pack : sources.packs) add(pack.text);
  for (const Rule& rule : rules.rules) {
    const RuleInfo& info = rule.info;
    for (const std::string* text :
         {&info.id, &info.what, &info.why, &info.docs, &info.bad, &info.good,
          &info.security_severity}) {
      add(*text);
    }
    add(name_of(info.severity));
    add(selection.wants(info.id) ? "selected" : "");
  }
  add(known_projects);
  for (const std::string& kind : sources.options.kinds) add(kind);
  for (const SeverityOverride& override : sources.options.severities) {
    add(override.pattern);
    add(override.severity ? name_of(*override.severity) : "off");
  }
  for (const auto& [name, values] : sources.options.settings) {
    add(name);
    for (const std::string& value : values) add(value);
  }
  return hexadecimal(state);
}

Result<std::string> read_standard_input(std::istream& in, std::size_t most) {
  constexpr std::size_t kBlock = std::size_t{64} << 10U;
  std::string bytes;
  while (in && bytes.size() <= most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::max(kBlock, before));
    in.read(bytes.data() + before,
            static_cast<std::streamsize>(bytes.size() - before));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  if (bytes.size() <= most) return bytes;
  return Error{"standard input is larger than " + std::to_string(most >> 20U) +
               " MiB, the most that catalint reads"};
}

}  // namespace catalint
