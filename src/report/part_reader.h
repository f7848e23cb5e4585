// Reads the parts of a scan that `check --shard --format jsonl` wrote, a line
// at a time: what is kept of them are the files of which there is something to
// tell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "report/file_part.h"
#include "report/report.h"
#include "rules/described_entities.h"

namespace catalint {

/// A clean file, and where its line is.
struct CleanFilePart {
  std::string path;
  std::uint64_t offset = 0;     // in the source
  std::uint32_t source = 0;     // counts what was read, from 0
  std::uint32_t documents = 0;  // as the entities
  std::uint32_t entities = 0;
  std::size_t number = 0;  // among all files that were read
  std::uint64_t hash = 0;  // of the line
};

struct ReadPart {
  Part part;
  ReportRoot root;
  std::vector<FileReport> files;
  std::vector<CleanFilePart> clean;  // the others
  std::string place;  // of its line `run`, for errors: "part.jsonl:1"
};

class PartReader {
 public:
  /// Opens a source by its name, at its beginning, as often as it is asked.
  using Open = std::function<Result<std::shared_ptr<std::istream>>(
      const std::string& name)>;

  using KeepsClean = std::function<bool(const FileReport&)>;

  /// `keeps_clean` says which clean files are kept whole. Findings live as long
  /// as the rules, which must outlive the reader.
  PartReader(const RulesById& rules, KeepsClean keeps_clean, Open open);
  PartReader(const PartReader&) = delete;
  PartReader& operator=(const PartReader&) = delete;
  ~PartReader();

  /// Reads all parts that a source holds, one after the other. An error names
  /// the line that is not as a part has it, as when it was cut off.
  std::optional<Error> read(const std::string& name);

  /// Once all are read: reads those clean files again whose entities others
  /// describe too, so that whoever compares the files finds both.
  std::optional<Error> recall_duplicates();

  std::vector<ReadPart> take() { return std::move(parts_); }

  /// Reads one of the clean files again: its listing (see listing.h). An error
  /// where the source is not what it was.
  Result<std::string> listing(const CleanFilePart& file);

 private:
  class Lines;

  void read_line(const std::string& text, const Lines& lines);
  void read_run(const JsonFields& line, const std::string& place);
  void read_file(const JsonFields& line, const std::string& text,
                 std::uint64_t offset);
  void read_diagnostic(const JsonFields& line);
  void read_summary(const JsonFields& line);
  void settle();
  Result<FileReport> recall(const CleanFilePart& file);
  Result<Lines*> lines_of(std::uint32_t source);

  const RulesById& rules_;
  KeepsClean keeps_clean_;
  Open open_;
  std::vector<std::string> names_;  // of the sources
  std::map<std::uint32_t, std::unique_ptr<Lines>> open_again_;  // of them
  std::vector<ReadPart> parts_;
  DescribedEntities described_;
  std::size_t files_ = 0;  // that were read
  // Of the part that has no end yet.
  bool is_open_ = false;
  std::size_t files_of_part_ = 0;
  std::size_t diagnostics_of_part_ = 0;
  // Of the last file, which more lines may follow.
  std::optional<FileReport> file_;
  std::string path_;  // as it is written
  std::uint64_t offset_ = 0;
  std::uint64_t hash_ = 0;
};

}  // namespace catalint
