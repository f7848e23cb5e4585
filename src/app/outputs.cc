#include "app/outputs.h"

#include <algorithm>

#include "base/text.h"
#include "report/listing.h"

namespace catalint {
namespace {

constexpr const char* kJobSummary = "GITHUB_STEP_SUMMARY";

}  // namespace

Result<Outputs> Outputs::open(const Options& options, const Env& env) {
  Outputs outputs(env.files);
  for (const OutputFile& file : options.outputs) {
    outputs.outputs_.push_back({find_format(file.format), file.path, false});
  }
  if (options.writes("github")) {
    const auto summary = env.variable(kJobSummary);
    if (summary && !summary->empty()) {
      outputs.outputs_.push_back({find_format("markdown"), *summary, true});
    }
  }
  for (const File& file : outputs.outputs_) {
    if (const auto error = env.files.may_write(file.path)) {
      return Error{described(file) + " cannot be written: " + error->message};
    }
  }
  return outputs;
}

void Outputs::add_to(WrittenFiles& written) const {
  for (const File& file : outputs_) written.add(described(file), file.path);
}

std::string Outputs::described(const File& file) {
  return file.is_appended_to
             ? "the job summary, which " + std::string(kJobSummary) +
                   " says is " + quote_path(file.path) + ","
             : "the output " + quote_path(file.path);
}

bool Outputs::list_entities() const {
  return std::any_of(outputs_.begin(), outputs_.end(), [](const File& file) {
    return file.format->lists_entities;
  });
}

std::optional<Error> Outputs::write(const File& file, const Report& report,
                                    const RenderOptions& options) const {
  std::optional<Error> lost;
  const auto fill = [&](std::ostream& out) {
    try {
      file.format->render(report, options, out);
    } catch (const LostListing& listing) {
      lost = Error{listing.what()};
      out.setstate(std::ios::badbit);
    }
  };
  auto error = file.is_appended_to ? files_->append(file.path, fill)
                                   : files_->write(file.path, fill);
  return lost ? lost : error;
}

std::vector<std::string> Outputs::write(const Report& report,
                                        const RenderOptions& options) const {
  RenderOptions plain = options;
  plain.color = false;
  std::vector<std::string> failures;
  for (const File& file : outputs_) {
    if (const auto error = write(file, report, plain)) {
      failures.push_back("the output " + quote_path(file.path) +
                         " could not be written: " + error->message);
    }
  }
  return failures;
}

}  // namespace catalint
