#include "app/gate.h"

#include "base/text.h"

namespace catalint {
namespace {

constexpr std::size_t kLargestBaseline = std::size_t{256} << 20U;

std::string counted(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " finding" : " findings");
}

Result<ChangedLines> changed_since(const std::string& ref,
                                   const FileSystem& files) {
  const auto changes = files.git_changes(ref);
  if (!changes) {
    return Error{"--since " + quote_for_display(ref, 400) + ": " +
                 changes.error().message};
  }
  return ChangedLines(*changes);
}

}  // namespace

Result<Gate> Gate::open(const Options& options, const Config& config,
                        const Env& env) {
  Gate gate(env.files);
  gate.write_path_ = options.write_baseline;
  gate.prunes_ = options.prune_baseline;
  if (gate.writes()) return gate;
  gate.path_ = options.baseline.empty() ? config.baseline : options.baseline;
  if (gate.prunes_ && gate.path_.empty()) {
    return Error{
        "--prune-baseline needs --baseline, or one in the "
        "configuration"};
  }
  if (!options.since.empty()) {
    auto changed = changed_since(options.since, env.files);
    if (!changed) return changed.error();
    gate.changed_ = std::move(*changed);
  }
  if (gate.path_.empty()) return gate;
  const auto text = env.files.read(gate.path_, kLargestBaseline);
  if (!text) {
    return Error{"the baseline " + quote_path(gate.path_) +
                 " could not be read: " + text.error().message +
                 "; `--write-baseline` writes a new one"};
  }
  auto baseline = Baseline::parse(gate.path_, *text);
  if (!baseline) return baseline.error();
  gate.baseline_ = std::move(*baseline);
  return gate;
}

void Gate::keep_changed(FileReport& file) const {
  if (!changed_ || file.diagnostics.empty()) return;
  const SourceFile& source = *file.source;
  const std::string path =
      files_->real_path(source.path()).value_or(source.path());
  std::erase_if(file.diagnostics, [&](const Diagnostic& diagnostic) {
    return !changed_->has(path, source.position(diagnostic.primary.begin).line);
  });
}

void Gate::keep_fixable(FileReport& file) const {
  std::erase_if(file.diagnostics, [&](const Diagnostic& diagnostic) {
    return baseline_.knows(file, diagnostic);
  });
  keep_changed(file);
}

void Gate::apply(FileReport& file) {
  if (writes()) return;
  if (!path_.empty()) baseline_.apply(file);
  keep_changed(file);
}

std::optional<Error> Gate::write(const std::string& path,
                                 const Baseline& baseline) const {
  const auto error = files_->write(path, baseline.to_text());
  if (!error) return std::nullopt;
  return Error{"the baseline " + quote_path(path) +
               " could not be written: " + error->message};
}

std::optional<Error> Gate::close(const std::vector<FileReport>& files,
                                 bool whole, bool quiet, std::ostream& err) {
  if (writes()) {
    const Baseline baseline = Baseline::of(files);
    if (auto error = write(write_path_, baseline)) return error;
    if (!quiet) {
      err << "catalint: wrote " << counted(baseline.size()) << " to "
          << path_for_display(write_path_) << "\n";
    }
    return std::nullopt;
  }
  const std::size_t stale = baseline_.stale(whole);
  if (stale == 0) return std::nullopt;
  const std::string shown = path_for_display(path_);
  if (prunes_) {
    baseline_.prune(whole);
    if (auto error = write(path_, baseline_)) return error;
    if (!quiet) {
      err << "catalint: took " << counted(stale) << " out of " << shown << "\n";
    }
  } else if (!quiet) {
    err << "catalint: " << counted(stale) << " of " << shown
        << (stale == 1 ? " is not there any more; --prune-baseline takes it out"
                       : " are not there any more; --prune-baseline takes "
                         "them out")
        << "\n";
  }
  return std::nullopt;
}

}  // namespace catalint
