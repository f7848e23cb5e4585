#include "app/run.h"

#include <algorithm>
#include <optional>

#include "app/cli.h"
#include "app/discover.h"
#include "app/gate.h"
#include "app/rule_list.h"
#include "app/scan.h"
#include "base/text.h"
#include "catalint/lint.h"
#include "report/format.h"
#include "rules/filter.h"
#include "rules/pack.h"
#include "rules/select.h"

namespace catalint {
namespace {

constexpr std::size_t kLongestPath = 4096;

bool wants_color(const Options& options, const Env& env) {
  if (options.color != ColorWhen::kAuto) {
    return options.color == ColorWhen::kAlways;
  }
  const auto is_set = [&](const std::string& name) {
    const auto value = env.variable(name);
    return value && !value->empty();
  };
  if (is_set("NO_COLOR")) return false;
  if (is_set("FORCE_COLOR") && env.variable("FORCE_COLOR") != "0") return true;
  return env.out_is_terminal && env.variable("TERM") != "dumb";
}

int usage_error(Env& env, const std::string& message) {
  env.err << "catalint: " << message << "\n";
  return kUsage;
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
      return Error{"the rule pack " + quote_for_display(path, kLongestPath) +
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

// Nothing when there is more than a descriptor may have.
std::optional<std::string> read_to_the_most(std::istream& in) {
  std::string bytes(kLargestFile + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const auto count = static_cast<std::size_t>(in.gcount());
  if (count > kLargestFile) return std::nullopt;
  bytes.resize(count);
  return bytes;
}

// What the command line selects by its id is on, whatever the configuration
// says.
Result<Selection> selection_of(const Options& options, const Config& config,
                               const RuleSet& rules) {
  std::vector<std::string> ignore = options.ignore;
  for (std::string& id : rules_that_are_off(rules, config.severities)) {
    const auto& select = options.select;
    if (std::find(select.begin(), select.end(), id) == select.end()) {
      ignore.push_back(std::move(id));
    }
  }
  return Selection::parse(options.select, ignore, rules.ids());
}

ScanPlan plan_of(const Options& options, const FindingFilter& filter,
                 const Gate& gate, const Env& env) {
  ScanPlan plan;
  plan.jobs = options.jobs;
  plan.show_progress = env.err_is_terminal && !options.quiet;
  if (options.fix) plan.fixes = ScanPlan::Fixes::kWrite;
  if (options.diff) plan.fixes = ScanPlan::Fixes::kShow;
  plan.safety = options.unsafe_fixes ? Fixable::kUnsafe : Fixable::kSafe;
  plan.filter = [&filter](FileReport& report) { filter.apply(report); };
  if (gate.is_open()) {
    plan.keep_fixable = [&gate](FileReport& report) {
      gate.keep_fixable(report);
    };
  }
  return plan;
}

// What --fix and --diff did, in a line.
class FixCount {
 public:
  void add(std::size_t fixes) {
    fixes_ += fixes;
    ++files_;
  }

  void print(bool is_diff, std::ostream& err) const {
    if (fixes_ == 0) return;
    err << "catalint: " << (is_diff ? "the patch mends " : "fixed ") << fixes_
        << (fixes_ == 1 ? " problem in " : " problems in ") << files_
        << (files_ == 1 ? " file\n" : " files\n");
  }

 private:
  std::size_t fixes_ = 0;
  std::size_t files_ = 0;
};

bool has_finding_at(const Report& report, int fail_on) {
  for (const FileReport& file : report.files) {
    for (const Diagnostic& diagnostic : file.diagnostics) {
      if (static_cast<int>(diagnostic.severity) >= fail_on) return true;
    }
  }
  return false;
}

int check(const Options& options, Env& env) {
  const auto config = config_of(options, env);
  if (!config) return usage_error(env, config.error().message);
  const auto rules = read_rules(options, *config, env);
  if (!rules) return usage_error(env, rules.error().message);
  const auto selection = selection_of(options, *config, **rules);
  if (!selection) return usage_error(env, selection.error().message);
  auto gate = Gate::open(options, *config, env);
  if (!gate) return usage_error(env, gate.error().message);
  const auto discovered = discover(options, *config, env);
  if (!discovered) return usage_error(env, discovered.error().message);

  std::vector<Slot> slots;
  if (discovered->reads_stdin) {
    Slot& slot = slots.emplace_back();
    slot.path = options.stdin_filename;
    slot.bytes = read_to_the_most(env.in);
    if (!slot.bytes) {
      slot.failure = "standard input is larger than " +
                     std::to_string(kLargestFile >> 20U) +
                     " MiB, the most that catalint reads";
    }
  }
  for (const std::string& path : discovered->files) {
    slots.emplace_back().path = path;
  }
  std::stable_sort(
      slots.begin(), slots.end(),
      [](const Slot& a, const Slot& b) { return a.path < b.path; });
  const Linter linter(*rules);
  const FindingFilter filter(**rules, *selection);
  scan(slots, linter, plan_of(options, filter, *gate, env), env);

  Report report;
  for (const Rule& rule : (*rules)->rules) report.rules.push_back(&rule.info);
  std::vector<std::string> failures = discovered->failures;
  FixCount fixed;
  for (Slot& slot : slots) {
    if (slot.report) report.files.push_back(std::move(*slot.report));
    if (!slot.failure.empty()) failures.push_back(slot.failure);
    if (slot.fixes > 0) fixed.add(slot.fixes);
    if (options.diff) env.out << slot.patch;
  }
  linter.lint_together(report.files);
  for (FileReport& file : report.files) {
    filter.finish(file);
    gate->apply(file);
  }
  if (!options.diff && !gate->writes()) {
    const RenderOptions render_options{wants_color(options, env),
                                       options.quiet};
    find_format(options.format)->render(report, render_options, env.out);
  }
  env.out.flush();

  if (const auto error = gate->close(report.files, discovered->is_whole,
                                     options.quiet, env.err)) {
    failures.push_back(error->message);
  }
  if (!options.quiet) fixed.print(options.diff, env.err);
  if (!options.quiet) {
    for (const std::string& warning : discovered->warnings) {
      env.err << "catalint: " << warning << "\n";
    }
  }
  for (const FileReport& file : report.files) {
    if (!file.has_more) continue;
    env.err << "catalint: "
            << escape_for_display(file.source->path(), kLongestPath)
            << ": a rule has more than " << kMostFindings
            << " findings; the rest are left out\n";
  }
  for (const std::string& failure : failures) {
    env.err << "catalint: " << failure << "\n";
  }
  if (!env.out) {
    env.err << "catalint: the report could not be written\n";
    return kFailure;
  }
  if (!failures.empty()) return kFailure;
  if (report.files.empty()) {
    if (options.allow_empty || discovered->has_excluded) return kClean;
    return usage_error(env,
                       "there is nothing to lint; `--allow-empty` makes that "
                       "a success");
  }
  if (gate->writes()) return kClean;
  return has_finding_at(report, options.fail_on) ? kFindings : kClean;
}

int list_rules(const Options& options, Env& env) {
  const auto config = config_of(options, env);
  if (!config) return usage_error(env, config.error().message);
  const auto rules = read_rules(options, *config, env);
  if (!rules) return usage_error(env, rules.error().message);
  print_rules(**rules, options.format, env.out);
  env.out.flush();
  if (env.out) return kClean;
  env.err << "catalint: the list could not be written\n";
  return kFailure;
}

}  // namespace

int run(Env& env) {
  const ParsedCommandLine parsed = parse_command_line(env);
  if (!parsed.options) {
    env.out.flush();
    if (env.out) return parsed.exit_status;
    env.err << "catalint: the help could not be written\n";
    return kFailure;
  }
  const Options& options = *parsed.options;
  return options.command == Command::kRules ? list_rules(options, env)
                                            : check(options, env);
}

}  // namespace catalint
