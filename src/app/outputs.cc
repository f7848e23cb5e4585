#include "app/outputs.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"

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

std::vector<std::string> Outputs::write(const Report& report,
                                        const RenderOptions& options) const {
  RenderOptions plain = options;
  plain.color = false;
  std::vector<std::string> failures;
  for (const File& file : outputs_) {
    std::ostringstream out;
    file.format->render(report, plain, out);
    const auto error = file.is_appended_to
                           ? files_->append(file.path, out.str())
                           : files_->write(file.path, out.str());
    if (error) {
      failures.push_back("the output " + quote_path(file.path) +
                         " could not be written: " + error->message);
    }
  }
  return failures;
}

}  // namespace catalint
