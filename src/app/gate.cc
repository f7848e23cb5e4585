#include "app/gate.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "app/descriptor_names.h"
#include "app/real_place.h"
#include "app/repository.h"
#include "base/text.h"

namespace catalint {
namespace {

constexpr std::size_t kLargestBaseline = std::size_t{256} << 20U;

std::string counted(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " finding" : " findings");
}

Result<ChangedFindings> changed_since(const std::string& ref,
                                      const Config& config,
                                      const FileSystem& files) {
  const auto changes = files.git_changes(ref);
  if (!changes) {
    return Error{"--since " + quote_for_display(ref, 400) + ": " +
                 changes.error().message};
  }
  // What a rename makes a descriptor of is new to the catalog.
  const DescriptorNames names(config);
  const auto is_same = [&](const std::string& from, const std::string& to) {
    return names.fit(from) || !names.fit(to);
  };
  return ChangedFindings(ChangedLines(*changes, is_same), files);
}

// What a baseline is about: the directory of the configuration that names it;
// else the repository that it lies in, or its directory where there is none.
std::string scope_of(const std::string& path, const Options& options,
                     const Config& config, const FileSystem& files) {
  if (options.baseline.empty()) return config.directory;
  const std::string directory =
      std::filesystem::path(real_place(files, path)).parent_path().string();
  const auto repository = find_repository(files, directory);
  return repository ? repository->root : directory;
}

}  // namespace

Result<Gate> Gate::open(const Options& options, const Config& config,
                        const Env& env) {
  Gate gate(env.files);
  gate.write_path_ = options.write_baseline;
  gate.prunes_ = options.prune_baseline;
  // What may stay is told where all shards are together.
  if (options.shard) return gate;
  if (gate.writes()) return gate;
  gate.path_ = options.baseline.empty() ? config.baseline : options.baseline;
  if (gate.prunes_ && gate.path_.empty()) {
    return Error{
        "--prune-baseline needs --baseline, or one in the "
        "configuration"};
  }
  if (!options.since.empty()) {
    auto changed = changed_since(options.since, config, env.files);
    if (!changed) return changed.error();
    gate.changed_ = std::move(*changed);
  }
  if (gate.path_.empty()) return gate;
  const auto text = options.baseline.empty()
                        ? env.files.read(gate.path_, kLargestBaseline)
                        : env.files.read_given(gate.path_, kLargestBaseline);
  if (!text) {
    return Error{"the baseline " + quote_path(gate.path_) +
                 " could not be read: " + text.error().message +
                 "; `--write-baseline` writes a new one"};
  }
  auto baseline = Baseline::parse(env.files, gate.path_, *text);
  if (!baseline) return baseline.error();
  gate.baseline_ = std::move(*baseline);
  gate.scope_ = scope_of(gate.path_, options, config, env.files);
  return gate;
}

std::optional<Error> Gate::may_close() const {
  if (!writes() && !prunes_) return std::nullopt;
  const std::string& path = writes() ? write_path_ : path_;
  auto error = files_->may_write(path);
  // What is written must be there to be read again.
  if (!error && files_->kind(path) == FileKind::kOther) {
    error = Error{"it is not a regular file"};
  }
  if (!error) return std::nullopt;
  return Error{"the baseline " + quote_path(path) +
               " cannot be written: " + error->message};
}

void Gate::keep_fixable(FileReport& file) const {
  baseline_.drop_known(file);
  if (changed_) changed_->keep(file);
}

void Gate::apply(FileReport& file) {
  if (writes()) return;
  if (!path_.empty()) baseline_.apply(file);
  if (changed_) changed_->keep(file);
}

std::optional<Error> Gate::write(const std::string& path,
                                 const Baseline& baseline) const {
  const auto error = files_->write(path, fill_with(baseline.to_text()));
  if (!error) return std::nullopt;
  return Error{"the baseline " + quote_path(path) +
               " could not be written: " + error->message};
}

std::optional<Error> Gate::close(const ScanResult& result,
                                 const FindingFilter& filter, bool quiet,
                                 std::ostream& err) {
  if (result.has_failed) {
    if (!writes() && !prunes_) return std::nullopt;
    return Error{"the baseline " + quote_path(writes() ? write_path_ : path_) +
                 " was not written, since something else could not be read or "
                 "written"};
  }
  if (result.is_empty) return std::nullopt;
  std::ostringstream notes;
  auto error = writes()        ? write_all(result.reports, notes)
               : path_.empty() ? std::nullopt
                               : prune(result, filter, notes);
  if (!quiet) err << notes.str();
  return error;
}

std::optional<Error> Gate::write_all(const std::vector<FileReport>& reports,
                                     std::ostream& notes) const {
  const Baseline baseline = Baseline::of(*files_, write_path_, reports);
  if (auto error = write(write_path_, baseline)) return error;
  notes << "catalint: wrote " << counted(baseline.size()) << " to "
        << path_for_display(write_path_) << "\n";
  return std::nullopt;
}

std::optional<Error> Gate::prune(const ScanResult& result,
                                 const FindingFilter& filter,
                                 std::ostream& notes) {
  const bool is_whole = std::any_of(
      result.directories.begin(), result.directories.end(),
      [&](const auto& searched) { return is_at_or_below(scope_, searched); });
  const Baseline::Pruned pruned = baseline_.prune(filter, is_whole);
  const std::string shown = path_for_display(path_);
  if (!prunes_) {
    if (pruned.gone == 0) return std::nullopt;
    notes << "catalint: " << counted(pruned.gone) << " of " << shown
          << (pruned.gone == 1
                  ? " is not there any more; --prune-baseline takes it out\n"
                  : " are not there any more; --prune-baseline takes them "
                    "out\n");
    return std::nullopt;
  }
  if (pruned.gone > 0) {
    if (auto error = write(path_, baseline_)) return error;
    notes << "catalint: took " << counted(pruned.gone) << " out of " << shown
          << "\n";
  }
  if (pruned.in_doubt > 0) {
    notes << "catalint: did not see the entities of "
          << counted(pruned.in_doubt) << " of " << shown
          << ", which stay until every file loads\n";
  }
  return std::nullopt;
}

}  // namespace catalint
