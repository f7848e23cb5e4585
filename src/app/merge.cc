#include "app/merge.h"

#include <algorithm>
#include <iterator>

#include "app/inputs.h"
#include "app/part_set.h"
#include "app/real_place.h"
#include "app/reporter.h"
#include "base/text.h"
#include "report/part_reader.h"

namespace catalint {
namespace {

// Of one file or standard input.
constexpr std::size_t kLargestPart = std::size_t{1} << 30U;

Result<std::string> text_of(const std::string& path, Env& env) {
  if (path == "-") return read_standard_input(env.in, kLargestPart);
  auto text = env.files.read(path, kLargestPart);
  if (text) return text;
  return Error{path_for_display(path) + ": " + text.error().message};
}

// All that can be read; what cannot is told. Nothing where that is so.
std::vector<ReadPart> parts_of(const Options& options, const RuleSet& rules,
                               Env& env) {
  RulesById by_id;
  for (const Rule& rule : rules.rules) by_id[rule.info.id] = &rule.info;
  std::vector<ReadPart> parts;
  bool is_whole = true;
  for (const std::string& path : options.paths) {
    const auto text = text_of(path, env);
    auto read = text ? read_parts(path == "-" ? "<stdin>" : path, *text, by_id)
                     : Result<std::vector<ReadPart>>(text.error());
    if (read) {
      std::move(read->begin(), read->end(), std::back_inserter(parts));
      continue;
    }
    failure(env, read.error().message);
    is_whole = false;
  }
  if (!is_whole) parts.clear();
  return parts;
}

}  // namespace

int merge(const Options& options, Env& env) {
  int status = kClean;
  auto reporter = Reporter::open(options, env, status);
  if (!reporter) return status;
  if (const auto error = reporter->spares(options.paths)) {
    return usage_error(env, error->message);
  }
  std::vector<ReadPart> parts = parts_of(options, reporter->rules(), env);
  if (parts.empty()) return kFailure;
  auto joined = join_parts(std::move(parts), reporter->rules_identity());
  if (!joined) return usage_error(env, joined.error().message);

  Findings findings;
  findings.report.root = std::move(joined->root);
  findings.report.files = std::move(joined->files);
  for (const std::string& directory : joined->part.directories) {
    findings.directories.push_back(real_place(env.files, directory));
  }
  findings.has_excluded = joined->part.has_excluded;
  findings.notes = std::move(joined->part.warnings);
  findings.failures = std::move(joined->part.failures);
  for (UnreadFile& file : joined->part.unread) {
    findings.failures.push_back(std::move(file.failure));
  }
  return reporter->report(std::move(findings));
}

}  // namespace catalint
