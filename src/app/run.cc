#include "app/run.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <thread>

#include "app/cli.h"
#include "app/discover.h"
#include "app/progress.h"
#include "app/rule_list.h"
#include "base/text.h"
#include "catalint/lint.h"
#include "report/format.h"
#include "rules/pack.h"
#include "rules/select.h"

namespace catalint {
namespace {

constexpr std::size_t kLargestFile = std::size_t{16} << 20U;
constexpr std::size_t kLongestPath = 4096;

// One file's place in the report, filled by whichever thread comes to it.
struct Slot {
  std::string path;
  std::optional<std::string> bytes;  // there already: standard input
  std::optional<FileReport> report;
  std::string failure;
};

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

Result<std::shared_ptr<const RuleSet>> read_rules(const Options& options,
                                                  const Env& env) {
  std::vector<PackSource> packs = builtin_packs();
  for (const std::string& path : options.rule_packs) {
    auto text = env.files.read(path, kLargestFile);
    if (!text) {
      return Error{"the rule pack " + quote_for_display(path, kLongestPath) +
                   " could not be read: " + text.error().message};
    }
    packs.push_back({path, std::move(*text), nullptr});
  }
  return load_rules(packs, options.custom_kinds);
}

void lint_slot(Slot& slot, const Linter& linter, const FileSystem& files) {
  if (!slot.bytes) {
    auto bytes = files.read(slot.path, kLargestFile);
    if (!bytes) {
      slot.failure = escape_for_display(slot.path, kLongestPath) + ": " +
                     bytes.error().message;
      return;
    }
    slot.bytes = std::move(*bytes);
  }
  slot.report = linter.lint(slot.path, std::move(*slot.bytes));
  slot.bytes.reset();
}

void lint_all(std::vector<Slot>& slots, const Linter& linter,
              const Options& options, Env& env) {
  constexpr std::size_t kFilesPerThread = 32;
  const std::size_t cores =
      options.jobs > 0 ? options.jobs
                       : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t threads =
      std::min(cores, (slots.size() + kFilesPerThread - 1) / kFilesPerThread);
  Progress progress(env.err, slots.size(),
                    env.err_is_terminal && !options.quiet);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (;;) {
      const std::size_t i = next.fetch_add(1, std::memory_order_relaxed);
      if (i >= slots.size()) return;
      lint_slot(slots[i], linter, env.files);
      progress.advance();
    }
  };
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
  work();
}

bool has_finding_at(const Report& report, int fail_on) {
  for (const FileReport& file : report.files) {
    for (const Diagnostic& diagnostic : file.diagnostics) {
      if (static_cast<int>(diagnostic.severity) >= fail_on) return true;
    }
  }
  return false;
}

int check(const Options& options, Env& env) {
  const auto rules = read_rules(options, env);
  if (!rules) return usage_error(env, rules.error().message);
  const auto selection =
      Selection::parse(options.select, options.ignore, (*rules)->ids());
  if (!selection) return usage_error(env, selection.error().message);
  const auto discovered = discover(options, env);
  if (!discovered) return usage_error(env, discovered.error().message);

  std::vector<Slot> slots;
  if (discovered->reads_stdin) {
    Slot& slot = slots.emplace_back();
    slot.path = options.stdin_filename;
    slot.bytes.emplace(std::istreambuf_iterator<char>(env.in),
                       std::istreambuf_iterator<char>());
    if (slot.bytes->size() > kLargestFile) {
      env.err << "catalint: standard input is larger than "
              << (kLargestFile >> 20U)
              << " MiB, the most that catalint reads\n";
      return kFailure;
    }
  }
  for (const std::string& path : discovered->files) {
    slots.emplace_back().path = path;
  }
  std::stable_sort(
      slots.begin(), slots.end(),
      [](const Slot& a, const Slot& b) { return a.path < b.path; });
  const Linter linter(*rules);
  lint_all(slots, linter, options, env);

  Report report;
  for (const Rule& rule : (*rules)->rules) report.rules.push_back(&rule.info);
  std::vector<std::string> failures = discovered->failures;
  for (Slot& slot : slots) {
    if (slot.report) {
      report.files.push_back(std::move(*slot.report));
    } else {
      failures.push_back(slot.failure);
    }
  }
  linter.lint_together(report.files);
  for (FileReport& file : report.files) selection->apply(file);
  const RenderOptions render_options{wants_color(options, env), options.quiet};
  find_format(options.format)->render(report, render_options, env.out);
  env.out.flush();

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
    if (options.allow_empty) return kClean;
    return usage_error(env,
                       "there is nothing to lint; `--allow-empty` makes that "
                       "a success");
  }
  return has_finding_at(report, options.fail_on) ? kFindings : kClean;
}

int list_rules(const Options& options, Env& env) {
  const auto rules = read_rules(options, env);
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
  if (!parsed.options) return parsed.exit_status;
  const Options& options = *parsed.options;
  return options.command == Command::kRules ? list_rules(options, env)
                                            : check(options, env);
}

}  // namespace catalint
