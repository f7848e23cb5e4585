#include "app/reporter.h"

#include <algorithm>
#include <initializer_list>

#include "base/text.h"
#include "jira/known_projects.h"
#include "report/format.h"
#include "report/listing.h"
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

void tell(const std::vector<std::string>& lines, std::ostream& err) {
  for (const std::string& line : lines) err << "catalint: " << line << "\n";
}

}  // namespace

void Findings::add_unread(std::vector<UnreadPath> paths) {
  for (UnreadPath& unread : paths) {
    failures.push_back(unread.message);
    report.unread.push_back(std::move(unread));
  }
}

Reporter::Reporter(const Options& options, Env& env, Config config,
                   RuleSources sources, std::shared_ptr<const RuleSet> rules,
                   Selection selection, Gate gate, Outputs outputs)
    : options_(&options),
      env_(&env),
      config_(std::move(config)),
      sources_(std::move(sources)),
      rules_(std::move(rules)),
      selection_(std::move(selection)),
      linter_(rules_),
      filter_(std::in_place, *rules_, selection_),
      gate_(std::move(gate)),
      outputs_(std::move(outputs)) {}

std::optional<Reporter> Reporter::open(const Options& options, Env& env,
                                       int& status) {
  const auto wrong = [&](const Error& error) {
    status = usage_error(env, error.message);
    return std::nullopt;
  };
  const auto cannot = [&](const Error& error) {
    status = failure(env, error.message);
    return std::nullopt;
  };
  auto config = config_of(options, env);
  if (!config) return wrong(config.error());
  auto sources = rule_sources(options, *config, env);
  if (!sources) return wrong(sources.error());
  auto rules = load_rules(sources->packs, sources->options);
  if (!rules) return wrong(rules.error());
  auto selection = selection_of(options, *config, **rules);
  if (!selection) return wrong(selection.error());
  auto gate = Gate::open(options, *config, env);
  if (!gate) return wrong(gate.error());
  if (const auto error = gate->may_close()) return cannot(*error);
  auto outputs = Outputs::open(options, env);
  if (!outputs) return cannot(outputs.error());
  return Reporter(options, env, std::move(*config), std::move(*sources),
                  std::move(*rules), std::move(*selection), std::move(*gate),
                  std::move(*outputs));
}

void Reporter::know(std::shared_ptr<const JiraFacts> facts) {
  if (facts == facts_) return;
  facts_ = std::move(facts);
  linter_ = Linter(rules_, facts_);
  filter_.emplace(*rules_, selection_, facts_);
}

std::string Reporter::rules_identity() const {
  return catalint::rules_identity(sources_, *rules_, selection_,
                                  facts_ ? known_projects_text(*facts_) : "");
}

std::optional<Error> Reporter::spares(
    const std::vector<std::string>& inputs) const {
  const auto given = [](std::initializer_list<const std::string*> paths) {
    std::vector<std::string> out;
    for (const std::string* path : paths) {
      if (!path->empty()) out.push_back(*path);
    }
    return out;
  };
  const std::string list =
      options_->files_from == "-" ? "" : options_->files_from;
  std::vector<std::string> own =
      given({&options_->known_projects, &options_->environment_file, &list,
             &config_.path});
  own.insert(own.end(), options_->rule_packs.begin(),
             options_->rule_packs.end());
  own.insert(own.end(), config_.packs.begin(), config_.packs.end());

  WrittenFiles written(env_->files);
  outputs_.add_to(written);
  for (const std::string& path : given({&options_->write_known_projects})) {
    written.add("the list of known projects " + quote_path(path), path);
  }
  if (auto error =
          written.spare(given({&options_->baseline, &config_.baseline}))) {
    return error;
  }
  // This one may take the place of an older baseline.
  for (const std::string& path : given({&options_->write_baseline})) {
    written.add("the baseline " + quote_path(path), path);
  }
  if (auto error = written.spare_each_other()) return error;
  if (auto error = written.spare(own)) return error;
  return written.spare(inputs);
}

std::function<bool(const FileReport&)> Reporter::keeps_clean() const {
  return [this](const FileReport& file) { return gate_.is_about(file); };
}

bool Reporter::lists_clean() const {
  return outputs_.list_entities() ||
         (prints() && find_format(options_->format)->lists_entities);
}

// Whether standard output gets the report.
bool Reporter::prints() const { return !options_->diff && !gate_.writes(); }

void Reporter::complete(Report& report) {
  for (const Rule& rule : rules_->rules) report.rules.push_back(&rule.info);
  std::stable_sort(
      report.unread.begin(), report.unread.end(),
      [](const UnreadPath& a, const UnreadPath& b) { return a.path < b.path; });
  if (report.part) return;
  linter_.lint_together(report.files);
  for (FileReport& file : report.files) {
    filter_->apply(file);
    gate_.apply(file);
  }
}

RenderOptions Reporter::render_options() const {
  return {wants_color(*options_, *env_), options_->quiet, options_->fail_on};
}

int Reporter::report(Findings findings) {
  Report& report = findings.report;
  complete(report);
  if (prints()) {
    try {
      find_format(options_->format)
          ->render(report, render_options(), env_->out);
    } catch (const LostListing& lost) {
      findings.failures.push_back(std::string("the report is not whole: ") +
                                  lost.what());
    }
  }
  env_->out.flush();
  for (std::string& error : outputs_.write(report, render_options())) {
    findings.failures.push_back(std::move(error));
  }
  if (findings.close) {
    for (std::string& error : findings.close()) {
      findings.failures.push_back(std::move(error));
    }
  }
  const bool is_empty = report.files.empty() && report.clean.paths.empty();
  const ScanResult result{report.files, findings.directories,
                          !findings.failures.empty(),
                          is_empty && !options_->allow_empty};
  if (auto error = gate_.close(result, *filter_, options_->quiet, env_->err)) {
    findings.failures.push_back(std::move(error->message));
  }
  if (!options_->quiet) tell(findings.notes, env_->err);
  tell(what_is_cut(report), env_->err);
  tell(findings.failures, env_->err);
  if (!findings.failures.empty()) return kFailure;
  if (is_empty && !report.part) {
    if (options_->allow_empty || findings.has_excluded) return kClean;
    return usage_error(*env_,
                       "there is nothing to lint; `--allow-empty` makes that "
                       "a success");
  }
  if (gate_.writes()) return kClean;
  return has_finding_at(report, options_->fail_on) ? kFindings : kClean;
}

}  // namespace catalint
