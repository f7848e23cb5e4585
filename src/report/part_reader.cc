#include "report/part_reader.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "catalint/version.h"
#include "report/json_values.h"
#include "report/part_json.h"
#include "report/raw_text.h"

namespace catalint {
namespace {

class PartReader {
 public:
  explicit PartReader(const RulesById& rules) : rules_(rules) {}

  void read_line(std::string_view text, const std::string& place) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
      throw JsonMistake("it is not JSON; was it cut off?");
    }
    const JsonFields line(json, "line");
    const std::string type = line.text("type");
    if (type == "run") {
      read_run(line, place);
    } else if (!is_open_) {
      throw JsonMistake("a part starts with the line `run`");
    } else if (type == "file") {
      read_file(line);
    } else if (type == "diagnostic") {
      read_diagnostic(line);
    } else if (type == "summary") {
      read_summary(line);
    } else {
      throw JsonMistake("its type " + quote_for_display(type) +
                        " is not known here");
    }
  }

  /// Whether a part has no end yet.
  [[nodiscard]] bool is_open() const { return is_open_; }

  std::vector<ReadPart> take() { return std::move(parts_); }

 private:
  static void check_versions(const JsonFields& line) {
    if (line.find("part") == nullptr) {
      throw JsonMistake(
          "it is a whole report, and no part; `catalint check --shard I/N` "
          "writes parts");
    }
    const std::string version = line.object("tool").text("version");
    if (version != kVersion) {
      throw JsonMistake("catalint " + quote_for_display(version) +
                        " wrote it, and this is `" + kVersion +
                        "`; use the same one everywhere");
    }
    if (line.count("version") != kJsonVersion ||
        line.object("part").count("version") != kPartVersion) {
      throw JsonMistake("another version of catalint wrote it");
    }
  }

  void read_run(const JsonFields& line, const std::string& place) {
    if (is_open_) {
      throw JsonMistake(
          "the part before it has no line `summary`; it was cut "
          "off");
    }
    check_versions(line);
    const JsonFields fields = line.object("part");
    ReadPart& read = parts_.emplace_back();
    read.place = place;
    read.part.shard = fields.count("shard");
    read.part.shards = fields.count("shards");
    if (read.part.shard < 1 || read.part.shard > read.part.shards) {
      throw JsonMistake("`shard` is not from 1 to `shards`");
    }
    read.part.rules = fields.text("rules");
    read.part.files = fields.text("files");
    read.part.has_excluded = fields.flag("excluded");
    read.part.directories = fields.raw_texts("directories");
    read.root.directory = fields.raw_text("directory");
    read.root.prefix = fields.raw_text("prefix");
    is_open_ = true;
    diagnostics_ = 0;
  }

  void read_file(const JsonFields& line) {
    parts_.back().files.push_back(read_file_part(line, rules_));
    path_ = line.text("path");
  }

  void read_diagnostic(const JsonFields& line) {
    auto& files = parts_.back().files;
    if (files.empty() || line.text("path") != path_) {
      throw JsonMistake("a `diagnostic` stands behind the line of its file");
    }
    FileReport& file = files.back();
    file.diagnostics.push_back(read_diagnostic_part(line, file, rules_));
    ++diagnostics_;
  }

  void read_summary(const JsonFields& line) {
    ReadPart& read = parts_.back();
    const std::size_t found =
        line.count("errors") + line.count("warnings") + line.count("notes");
    if (line.count("files") != read.files.size() || found != diagnostics_) {
      throw JsonMistake("the part has lost lines: it speaks of " +
                        std::to_string(line.count("files")) + " files and " +
                        std::to_string(found) + " findings, and holds " +
                        std::to_string(read.files.size()) + " and " +
                        std::to_string(diagnostics_));
    }
    const JsonFields fields = line.object("part");
    read.part.warnings = fields.lines("warnings");
    read.part.failures = fields.lines("failures");
    for (const Json& item : fields.list_or_empty("unread")) {
      const JsonFields unread(item, "unread");
      read.part.unread.push_back(
          {unread.raw_text("path"), unread.line("failure")});
    }
    is_open_ = false;
  }

  const RulesById& rules_;
  std::vector<ReadPart> parts_;
  bool is_open_ = false;
  std::string path_;             // of the last file, as it is written
  std::size_t diagnostics_ = 0;  // of the last part
};

}  // namespace

Result<std::vector<ReadPart>> read_parts(const std::string& name,
                                         std::string_view text,
                                         const RulesById& rules) {
  PartReader reader(rules);
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    const std::string place =
        path_for_display(name) + ":" + std::to_string(number);
    try {
      reader.read_line(line, place);
    } catch (const JsonMistake& mistake) {
      return Error{place + ": " + mistake.what()};
    }
  }
  const std::string where = path_for_display(name) + ": ";
  if (reader.is_open()) {
    return Error{where +
                 "it ends before the line `summary`; the run that "
                 "wrote it was cut off"};
  }
  std::vector<ReadPart> parts = reader.take();
  if (parts.empty()) return Error{where + "it holds no part"};
  return parts;
}

}  // namespace catalint
