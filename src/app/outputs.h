// Where reports go besides standard output: the files of `--output`, and the
// summary of a job of GitHub Actions.
#pragma once

#include <string>
#include <vector>

#include "app/env.h"
#include "app/options.h"
#include "app/written_files.h"
#include "report/format.h"

namespace catalint {

class Outputs {
 public:
  /// Looks whether all can be written, so that nothing is linted in vain. The
  /// file system must outlive them. An error is one of writing.
  static Result<Outputs> open(const Options& options, const Env& env);

  /// Whether one of them needs the listings of clean files.
  [[nodiscard]] bool list_entities() const;

  void add_to(WrittenFiles& written) const;

  /// Renders the report to each; answers what could not be written.
  [[nodiscard]] std::vector<std::string> write(
      const Report& report, const RenderOptions& options) const;

 private:
  struct File {
    const Format* format = nullptr;
    std::string path;
    bool is_appended_to = false;
  };

  static std::string described(const File& file);

  explicit Outputs(const FileSystem& files) : files_(&files) {}

  std::optional<Error> write(const File& file, const Report& report,
                             const RenderOptions& options) const;

  const FileSystem* files_;
  std::vector<File> outputs_;
};

}  // namespace catalint
