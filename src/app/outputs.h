// Where reports go besides standard output: the files of `--output`, and the
// summary of a job of GitHub Actions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/env.h"
#include "app/options.h"
#include "report/format.h"

namespace catalint {

class Outputs {
 public:
  /// Looks whether all can be written, so that nothing is linted in vain. The
  /// file system must outlive them. An error is one of writing.
  static Result<Outputs> open(const Options& options, const Env& env);

  /// Whether one of them needs the reports of clean files.
  [[nodiscard]] bool list_entities() const;

  /// An error where two of them are one file.
  [[nodiscard]] std::optional<Error> spare_each_other() const;

  /// An error where one of them would take the place of a file that is read.
  [[nodiscard]] std::optional<Error> spare(
      const std::vector<std::string>& inputs) const;

  /// Renders the report to each; answers what could not be written.
  [[nodiscard]] std::vector<std::string> write(
      const Report& report, const RenderOptions& options) const;

 private:
  struct File {
    const Format* format = nullptr;
    std::string path;
    bool is_appended_to = false;
    std::string place;  // where the path leads; of a file alone
  };

  static std::string described(const File& file);

  explicit Outputs(const FileSystem& files) : files_(&files) {}

  const FileSystem* files_;
  std::vector<File> outputs_;
};

}  // namespace catalint
