#include "app/check.h"

#include <algorithm>
#include <optional>

#include "app/discover.h"
#include "app/gate.h"
#include "app/inputs.h"
#include "app/jira_lookup.h"
#include "app/outputs.h"
#include "app/repository.h"
#include "app/scan.h"
#include "base/text.h"
#include "catalint/lint.h"
#include "report/format.h"
#include "rules/filter.h"
#include "rules/select.h"

namespace catalint {
namespace {

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

// What is told on standard error, in this order.
struct Told {
  std::vector<std::string> notes;
  std::vector<std::string> failures;
};

void tell(const std::vector<std::string>& lines, std::ostream& err) {
  for (const std::string& line : lines) err << "catalint: " << line << "\n";
}

// Standard input and the files, in the order of their paths.
std::vector<Slot> slots_of(Discovered& discovered, const Options& options,
                           Env& env) {
  std::vector<Slot> slots;
  slots.reserve(discovered.files.size() + 1);
  if (discovered.reads_stdin) {
    Slot& slot = slots.emplace_back();
    slot.path = options.stdin_filename;
    auto bytes = read_standard_input(env.in);
    if (bytes) {
      slot.bytes = std::make_unique<std::string>(std::move(*bytes));
    } else {
      slot.outcome = std::make_unique<FileOutcome>();
      slot.outcome->failure = bytes.error().message;
    }
  }
  for (std::string& path : discovered.files) {
    slots.emplace_back().path = std::move(path);
  }
  std::stable_sort(
      slots.begin(), slots.end(),
      [](const Slot& a, const Slot& b) { return a.path < b.path; });
  return slots;
}

// What a report would be written over.
std::optional<Error> harm_of(const Outputs& outputs, const Options& options,
                             const Config& config,
                             const Discovered& discovered) {
  if (auto error = outputs.spare_each_other()) return error;
  std::vector<std::string> inputs = options.rule_packs;
  for (const std::string* path :
       {&options.known_projects, &options.environment_file}) {
    if (!path->empty()) inputs.push_back(*path);
  }
  inputs.insert(inputs.end(), config.packs.begin(), config.packs.end());
  for (const std::string* path :
       {&options.baseline, &config.baseline, &config.path}) {
    if (!path->empty()) inputs.push_back(*path);
  }
  if (auto error = outputs.spare(inputs)) return error;
  return outputs.spare(discovered.files);
}

ReportRoot root_of(const FileSystem& files) {
  const auto repository = find_repository(files);
  return repository ? ReportRoot{repository->root, repository->prefix}
                    : ReportRoot{};
}

// The findings of all files, as the filter and the gate let them through.
Report report_of(std::vector<Slot>& slots, std::vector<UnreadPath> unread,
                 const Linter& linter, const RuleSet& rules,
                 const FindingFilter& filter, Gate& gate, const Env& env) {
  Report report;
  report.unread = std::move(unread);
  report.root = root_of(env.files);
  for (const Rule& rule : rules.rules) report.rules.push_back(&rule.info);
  for (Slot& slot : slots) {
    if (!slot.outcome) {
      report.clean.paths.push_back(std::move(slot.path));
      report.clean.documents += slot.documents;
      report.clean.entities += slot.entities;
    } else if (slot.outcome->report) {
      report.files.push_back(std::move(*slot.outcome->report));
    } else {
      report.unread.push_back(
          {std::move(slot.path), std::move(slot.outcome->failure)});
    }
  }
  std::sort(
      report.unread.begin(), report.unread.end(),
      [](const UnreadPath& a, const UnreadPath& b) { return a.path < b.path; });
  linter.lint_together(report.files);
  for (FileReport& file : report.files) {
    filter.finish(file);
    gate.apply(file);
  }
  return report;
}

std::vector<std::string> what_is_cut(const Report& report) {
  std::vector<std::string> notes;
  for (const FileReport& file : report.files) {
    if (!file.has_more) continue;
    notes.push_back(path_for_display(file.source->path()) +
                    ": a rule has more than " + std::to_string(kMostFindings) +
                    " findings; the rest are left out");
  }
  return notes;
}

bool has_finding_at(const Report& report, int fail_on) {
  for (const FileReport& file : report.files) {
    for (const Diagnostic& diagnostic : file.diagnostics) {
      if (static_cast<int>(diagnostic.severity) >= fail_on) return true;
    }
  }
  return false;
}

}  // namespace

int check(const Options& options, Env& env) {
  const auto config = config_of(options, env);
  if (!config) return usage_error(env, config.error().message);
  const auto rules = read_rules(options, *config, env);
  if (!rules) return usage_error(env, rules.error().message);
  const auto selection = selection_of(options, *config, **rules);
  if (!selection) return usage_error(env, selection.error().message);
  auto gate = Gate::open(options, *config, env);
  if (!gate) return usage_error(env, gate.error().message);
  if (const auto error = gate->may_close()) return failure(env, error->message);
  auto jira = JiraLookup::open(options, env);
  if (!jira) return usage_error(env, jira.error().message);
  if (const auto error = jira->may_write(env.files)) {
    return failure(env, error->message);
  }
  const auto outputs = Outputs::open(options, env);
  if (!outputs) return failure(env, outputs.error().message);
  auto discovered = discover(options, *config, env);
  if (!discovered) return usage_error(env, discovered.error().message);
  if (const auto error = harm_of(*outputs, options, *config, *discovered)) {
    return usage_error(env, error->message);
  }

  std::vector<Slot> slots = slots_of(*discovered, options, env);
  jira->ask(slots, env);
  const Linter linter(*rules, jira->facts());
  const FindingFilter filter(**rules, *selection, jira->facts());
  ScanPlan plan = plan_of(options, filter, *gate, env);
  plan.keeps_clean = outputs->list_entities() ||
                     find_format(options.format)->lists_entities ||
                     gate->needs_clean_files();
  scan(slots, linter, plan, env);

  Told told{discovered->warnings, {}};
  for (const UnreadPath& unread : discovered->unread) {
    told.failures.push_back(unread.message);
  }
  FixCount fixed;
  for (const Slot& slot : slots) {
    if (!slot.outcome) continue;
    const FileOutcome& outcome = *slot.outcome;
    if (!outcome.failure.empty()) told.failures.push_back(outcome.failure);
    if (!outcome.note.empty()) told.notes.push_back(outcome.note);
    if (outcome.fixes > 0) fixed.add(outcome.fixes);
    if (options.diff) env.out << outcome.patch;
  }
  const Report report = report_of(slots, std::move(discovered->unread), linter,
                                  **rules, filter, *gate, env);
  const RenderOptions render_options{wants_color(options, env), options.quiet,
                                     options.fail_on};
  if (!options.diff && !gate->writes()) {
    find_format(options.format)->render(report, render_options, env.out);
  }
  env.out.flush();
  for (std::string& error : outputs->write(report, render_options)) {
    told.failures.push_back(std::move(error));
  }
  for (std::string& error : jira->close(env)) {
    told.failures.push_back(std::move(error));
  }
  const ScanResult result{report.files, discovered->directories,
                          !told.failures.empty(),
                          slots.empty() && !options.allow_empty};
  if (auto error = gate->close(result, filter, options.quiet, env.err)) {
    told.failures.push_back(std::move(error->message));
  }

  if (!options.quiet) {
    fixed.print(options.diff, env.err);
    tell(told.notes, env.err);
  }
  tell(what_is_cut(report), env.err);
  tell(told.failures, env.err);
  if (!told.failures.empty()) return kFailure;
  if (report.files.empty() && report.clean.paths.empty()) {
    if (options.allow_empty || discovered->has_excluded) return kClean;
    return usage_error(env,
                       "there is nothing to lint; `--allow-empty` makes that "
                       "a success");
  }
  if (gate->writes()) return kClean;
  return has_finding_at(report, options.fail_on) ? kFindings : kClean;
}

}  // namespace catalint
