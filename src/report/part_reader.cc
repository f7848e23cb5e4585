#include "report/part_reader.h"

#include <algorithm>

#include "base/fnv1a.h"
#include "base/text.h"
#include "catalint/version.h"
#include "report/json_values.h"
#include "report/line_reader.h"
#include "report/listing.h"
#include "report/part_json.h"

namespace catalint {
namespace {

Json json_of(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    throw JsonMistake("it is not JSON; was it cut off?");
  }
  return json;
}

void check_versions(const JsonFields& line) {
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

std::vector<UnreadPath> unread_in(const JsonFields& fields, const char* key) {
  std::vector<UnreadPath> paths;
  for (const Json& item : fields.list_or_empty(key)) {
    const JsonFields unread(item, key);
    paths.push_back({unread.raw_text("path"), unread.line("message")});
  }
  return paths;
}

}  // namespace

class PartReader::Lines : public LineReader {
 public:
  Lines(const std::string& name, std::shared_ptr<std::istream> in)
      : LineReader(std::move(in)), name_(path_for_display(name)) {}

  [[nodiscard]] std::string place() const {
    return name_ + ":" + std::to_string(number());
  }
  [[nodiscard]] Error error(const char* what) const {
    return Error{name_ + ": " + what};
  }

 private:
  std::string name_;
};

PartReader::PartReader(const RulesById& rules, KeepsClean keeps_clean,
                       Open open)
    : rules_(rules),
      keeps_clean_(std::move(keeps_clean)),
      open_(std::move(open)) {}

PartReader::~PartReader() = default;

std::optional<Error> PartReader::read(const std::string& name) {
  auto in = open_(name);
  if (!in) return Error{path_for_display(name) + ": " + in.error().message};
  names_.push_back(name);
  is_open_ = false;
  file_.reset();
  Lines lines(name, std::move(*in));
  const std::size_t before = parts_.size();
  while (lines.next()) {
    if (trim(lines.text()).empty()) continue;
    try {
      read_line(lines.text(), lines);
    } catch (const JsonMistake& mistake) {
      return Error{lines.place() + ": " + mistake.what()};
    }
  }
  if (*lines.mistake() != '\0') return lines.error(lines.mistake());
  if (is_open_) {
    return lines.error(
        "it ends before the line `summary`; the run that wrote it was cut off");
  }
  if (parts_.size() == before) return lines.error("it holds no part");
  return std::nullopt;
}

void PartReader::read_line(const std::string& text, const Lines& lines) {
  const Json json = json_of(text);
  const JsonFields line(json, "line");
  const std::string type = line.text("type");
  if (type == "run") {
    read_run(line, lines.place());
  } else if (!is_open_) {
    throw JsonMistake("a part starts with the line `run`");
  } else if (type == "file") {
    read_file(line, text, lines.offset());
  } else if (type == "diagnostic") {
    read_diagnostic(line);
  } else if (type == "summary") {
    read_summary(line);
  } else {
    throw JsonMistake("its type " + quote_for_display(type) +
                      " is not known here");
  }
}

void PartReader::read_run(const JsonFields& line, const std::string& place) {
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
  files_of_part_ = 0;
  diagnostics_of_part_ = 0;
}

void PartReader::read_file(const JsonFields& line, const std::string& text,
                           std::uint64_t offset) {
  settle();
  file_ = read_file_part(line, rules_);
  path_ = line.text("path");
  offset_ = offset;
  hash_ = fnv1a(text);
}

// Nothing more comes that is about the last file.
void PartReader::settle() {
  if (!file_) return;
  ReadPart& part = parts_.back();
  ++files_of_part_;
  const std::size_t number = files_++;
  described_.add(*file_, number);
  if (!file_->is_clean() || keeps_clean_(*file_)) {
    part.files.push_back(std::move(*file_));
  } else {
    part.clean.push_back({file_->source->path(), offset_,
                          static_cast<std::uint32_t>(names_.size() - 1),
                          static_cast<std::uint32_t>(file_->documents),
                          static_cast<std::uint32_t>(file_->entities.size()),
                          number, hash_});
  }
  file_.reset();
}

void PartReader::read_diagnostic(const JsonFields& line) {
  if (!file_ || line.text("path") != path_) {
    throw JsonMistake("a `diagnostic` stands behind the line of its file");
  }
  file_->diagnostics.push_back(read_diagnostic_part(line, *file_, rules_));
  ++diagnostics_of_part_;
}

void PartReader::read_summary(const JsonFields& line) {
  settle();
  ReadPart& read = parts_.back();
  const std::size_t found =
      line.count("errors") + line.count("warnings") + line.count("notes");
  if (line.count("files") != files_of_part_ || found != diagnostics_of_part_) {
    throw JsonMistake("the part has lost lines: it speaks of " +
                      std::to_string(line.count("files")) + " files and " +
                      std::to_string(found) + " findings, and holds " +
                      std::to_string(files_of_part_) + " and " +
                      std::to_string(diagnostics_of_part_));
  }
  const JsonFields fields = line.object("part");
  read.part.warnings = fields.lines("warnings");
  read.part.unfound = unread_in(fields, "unfound");
  read.part.unread = unread_in(fields, "unread");
  is_open_ = false;
}

std::optional<Error> PartReader::recall_duplicates() {
  const std::vector<std::size_t> shared = described_.shared();
  const auto is_alone = [&](const CleanFilePart& file) {
    return !std::binary_search(shared.begin(), shared.end(), file.number);
  };
  for (ReadPart& part : parts_) {
    const auto twins =
        std::stable_partition(part.clean.begin(), part.clean.end(), is_alone);
    for (auto file = twins; file != part.clean.end(); ++file) {
      auto report = recall(*file);
      if (!report) return report.error();
      part.files.push_back(std::move(*report));
    }
    part.clean.erase(twins, part.clean.end());
  }
  return std::nullopt;
}

Result<std::string> PartReader::listing(const CleanFilePart& file) {
  const auto report = recall(file);
  if (!report) return report.error();
  return file_listing(*report, false);
}

Result<FileReport> PartReader::recall(const CleanFilePart& file) {
  auto found = lines_of(file.source);
  if (!found) return found.error();
  Lines& lines = **found;
  const bool is_there = lines.next_at(file.offset);
  if (!is_there || fnv1a(lines.text()) != file.hash) {
    return lines.error("it changed while it was read");
  }
  const Json json = json_of(lines.text());
  return read_file_part({json, "line"}, rules_);
}

Result<PartReader::Lines*> PartReader::lines_of(std::uint32_t source) {
  constexpr std::size_t kMostOpen = 100;
  const auto known = open_again_.find(source);
  if (known != open_again_.end()) return known->second.get();
  const std::string& name = names_[source];
  if (open_again_.size() == kMostOpen) open_again_.clear();
  auto in = open_(name);
  if (!in && !open_again_.empty()) {
    open_again_.clear();  // there may be room for fewer
    in = open_(name);
  }
  if (!in) return Error{path_for_display(name) + ": " + in.error().message};
  auto& lines = open_again_[source];
  lines = std::make_unique<Lines>(name, std::move(*in));
  return lines.get();
}

}  // namespace catalint
