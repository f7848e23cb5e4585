#include "app/outputs.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "app/real_place.h"
#include "base/text.h"

namespace catalint {
namespace {

constexpr const char* kJobSummary = "GITHUB_STEP_SUMMARY";

}  // namespace

Result<Outputs> Outputs::open(const Options& options, const Env& env) {
  Outputs outputs(env.files);
  for (const OutputFile& file : options.outputs) {
    outputs.outputs_.push_back(
        {find_format(file.format), file.path, false, ""});
  }
  if (options.writes("github")) {
    const auto summary = env.variable(kJobSummary);
    if (summary && !summary->empty()) {
      outputs.outputs_.push_back({find_format("markdown"), *summary, true, ""});
    }
  }
  for (File& file : outputs.outputs_) {
    if (const auto error = env.files.may_write(file.path)) {
      return Error{described(file) + " cannot be written: " + error->message};
    }
    // A stream takes one report after the other.
    if (env.files.kind(file.path) == FileKind::kOther) continue;
    file.place = real_place(env.files, file.path);
  }
  return outputs;
}

std::optional<Error> Outputs::spare_each_other() const {
  std::map<std::string, const File*> places;
  for (const File& file : outputs_) {
    if (file.place.empty()) continue;
    const auto [known, is_new] = places.emplace(file.place, &file);
    if (is_new) continue;
    return Error{described(*known->second) + " and " + described(file) +
                 " are one file; give each report its own"};
  }
  return std::nullopt;
}

std::optional<Error> Outputs::spare(
    const std::vector<std::string>& inputs) const {
  for (const File& file : outputs_) {
    if (file.place.empty()) continue;
    const auto name = std::filesystem::path(file.place).filename();
    const auto is_here = [&](const std::string& input) {
      // Most files are told apart without their real places.
      const bool may_be_here =
          std::filesystem::path(input).filename() == name ||
          files_->is_link(input);
      return may_be_here && real_place(*files_, input) == file.place;
    };
    const auto input = std::find_if(inputs.begin(), inputs.end(), is_here);
    if (input == inputs.end()) continue;
    return Error{described(file) + " would take the place of " +
                 quote_path(*input) + ", which is read; name another file"};
  }
  return std::nullopt;
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
