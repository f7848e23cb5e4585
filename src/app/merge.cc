#include "app/merge.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <sstream>

#include "app/inputs.h"
#include "app/jira_lookup.h"
#include "app/part_set.h"
#include "app/posix_descriptor.h"
#include "app/real_place.h"
#include "app/reporter.h"
#include "report/part_reader.h"

namespace catalint {
namespace {

// Standard input, which may have to be read more than once: on the disk, and
// else in memory.
class Input {
 public:
  explicit Input(Env& env) : env_(env) {}

  Result<std::shared_ptr<std::istream>> open() {
    if (!is_read_) {
      is_read_ = true;
      spool_ = env_.files.make_spool();
      error_ = spool_ ? put_aside() : hold();
    }
    if (error_) return *error_;
    if (spool_) return spool_->open();
    return std::shared_ptr<std::istream>(
        std::make_shared<std::istringstream>(text_));
  }

 private:
  std::optional<Error> put_aside() {
    std::string block(std::size_t{64} << 10U, '\0');
    while (env_.in) {
      env_.in.read(block.data(), static_cast<std::streamsize>(block.size()));
      const auto count = static_cast<std::size_t>(env_.in.gcount());
      if (!spool_->add(std::string_view(block).substr(0, count))) {
        return Error{"it could not be put aside in TMPDIR: " + reason()};
      }
    }
    return std::nullopt;
  }

  std::optional<Error> hold() {
    constexpr std::size_t kMost = std::size_t{1} << 30U;
    auto text = read_standard_input(env_.in, kMost);
    if (!text) return text.error();
    text_ = std::move(*text);
    return std::nullopt;
  }

  Env& env_;
  bool is_read_ = false;
  std::unique_ptr<Spool> spool_;
  std::string text_;
  std::optional<Error> error_;
};

PartReader::Open opener_of(Env& env) {
  return [&env, input = std::make_shared<Input>(env)](const std::string& path) {
    return path == "-" ? input->open() : env.files.open(path);
  };
}

RulesById rules_by_id(const RuleSet& rules) {
  RulesById by_id;
  for (const Rule& rule : rules.rules) by_id[rule.info.id] = &rule.info;
  return by_id;
}

// Reads all that can be read, and tells what cannot. False where that is so.
bool read_parts(PartReader& reader, const Options& options, Env& env) {
  bool is_whole = true;
  for (const std::string& path : options.paths) {
    if (const auto error = reader.read(path)) {
      failure(env, error->message);
      is_whole = false;
    }
  }
  if (!is_whole) return false;
  const auto error = reader.recall_duplicates();
  if (error) failure(env, error->message);
  return !error;
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
  const RulesById by_id = rules_by_id(reporter->rules());
  PartReader reader(by_id, reporter->keeps_clean(), opener_of(env));
  if (!read_parts(reader, options, env)) return kFailure;
  auto joined = join_parts(reader.take(), reporter->rules_identity());
  if (!joined) return usage_error(env, joined.error().message);

  Findings findings;
  findings.report.root = std::move(joined->root);
  findings.report.files = std::move(joined->files);
  findings.report.clean = clean_files(std::move(joined->clean), reader);
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
