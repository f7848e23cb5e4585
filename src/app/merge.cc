#include "app/merge.h"

#include <algorithm>
#include <memory>
#include <sstream>

#include "app/inputs.h"
#include "app/jira_lookup.h"
#include "app/part_set.h"
#include "app/real_place.h"
#include "app/reporter.h"
#include "report/part_reader.h"

namespace catalint {
namespace {

// Of standard input, which is held in memory.
constexpr std::size_t kLargestInput = std::size_t{1} << 30U;

// Standard input is kept, since it may have to be read twice.
PartReader::Open opener_of(Env& env) {
  return [&env,
          in = std::shared_ptr<std::istream>()](const std::string& path) mutable
         -> Result<std::shared_ptr<std::istream>> {
    if (path != "-") return env.files.open(path);
    if (in) {
      in->clear();
      in->seekg(0);
      return in;
    }
    auto text = read_standard_input(env.in, kLargestInput);
    if (!text) return text.error();
    in = std::make_shared<std::istringstream>(std::move(*text));
    return in;
  };
}

// All that can be read; what cannot is told. Nothing where that is so.
std::vector<ReadPart> parts_of(const Options& options, const Reporter& reporter,
                               Env& env) {
  RulesById by_id;
  for (const Rule& rule : reporter.rules().rules) {
    by_id[rule.info.id] = &rule.info;
  }
  PartReader reader(by_id, reporter.keeps_clean(), opener_of(env));
  bool is_whole = true;
  for (const std::string& path : options.paths) {
    if (const auto error = reader.read(path)) {
      failure(env, error->message);
      is_whole = false;
    }
  }
  if (!is_whole) return {};
  if (const auto error = reader.recall_duplicates()) {
    failure(env, error->message);
    return {};
  }
  return reader.take();
}

}  // namespace

int merge(const Options& options, Env& env) {
  const auto jira = JiraLookup::open(options, env);
  if (!jira) return usage_error(env, jira.error().message);
  int status = kClean;
  auto reporter = Reporter::open(options, env, status);
  if (!reporter) return status;
  reporter->know(jira->facts());
  if (const auto error = reporter->spares(options.paths)) {
    return usage_error(env, error->message);
  }
  std::vector<ReadPart> parts = parts_of(options, *reporter, env);
  if (parts.empty()) return kFailure;
  auto joined = join_parts(std::move(parts), reporter->rules_identity());
  if (!joined) return usage_error(env, joined.error().message);

  Findings findings;
  findings.report.root = std::move(joined->root);
  findings.report.files = std::move(joined->files);
  findings.report.clean = std::move(joined->clean);
  for (const std::string& directory : joined->part.directories) {
    findings.directories.push_back(real_place(env.files, directory));
  }
  findings.has_excluded = joined->part.has_excluded;
  findings.notes = std::move(joined->part.warnings);
  findings.add_unread(std::move(joined->part.unfound));
  findings.add_unread(std::move(joined->part.unread));
  return reporter->report(std::move(findings));
}

}  // namespace catalint
