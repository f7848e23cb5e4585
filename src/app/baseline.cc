#include "app/baseline.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/real_place.h"
#include "base/text.h"
#include "jira/secret.h"

namespace catalint {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormatVersion = 1;

// What is no UTF-8 becomes U+FFFD, so that what is written is read the same.
std::string as_utf8(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code_point = decode_utf8(text, i);
    append_utf8(out, code_point == kNotUtf8 ? 0xFFFD : code_point);
  }
  return out;
}

std::string text_of(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>()
                                                    : std::string();
}

// How often a finding is known; nothing where that is no such number.
std::optional<std::size_t> count_of(const Json& entry) {
  constexpr std::size_t kMost = 1'000'000'000;
  const auto found = entry.find("count");
  if (found == entry.end()) return 1;
  if (!found->is_number_unsigned()) return std::nullopt;
  const auto count = found->get<std::uint64_t>();
  if (count < 1 || count > kMost) return std::nullopt;
  return count;
}

Error not_a_baseline(const std::string& name, const std::string& why) {
  return Error{"the baseline " + quote_path(name) + " " + why +
               "; `--write-baseline` writes a new one"};
}

}  // namespace

Baseline::Baseline(const FileSystem& files, const std::string& path)
    : files_(&files),
      directory_(std::filesystem::path(real_place(files, path))
                     .parent_path()
                     .string()) {}

Result<Baseline> Baseline::parse(const FileSystem& files,
                                 const std::string& path,
                                 const std::string& text) {
  const Json root = Json::parse(text, nullptr, false);
  if (root.is_discarded()) return not_a_baseline(path, "is not JSON");
  const auto version = root.find("version");
  if (!root.is_object() || version == root.end()) {
    return not_a_baseline(path, "has no `version`");
  }
  if (*version != kFormatVersion) {
    return not_a_baseline(path, "has a version other than 1");
  }
  const auto findings = root.find("findings");
  if (findings == root.end() || !findings->is_array()) {
    return not_a_baseline(path, "has no list `findings`");
  }
  Baseline baseline(files, path);
  for (const Json& entry : *findings) {
    Key key{text_of(entry, "rule"), text_of(entry, "entity"),
            text_of(entry, "file"), text_of(entry, "subject")};
    if (!key.entity.empty()) key.file.clear();
    key.file = std::filesystem::path(key.file).lexically_normal().string();
    if (key.rule.empty() || (key.entity.empty() && key.file.empty())) {
      return not_a_baseline(path,
                            "has a finding without `rule`, or without "
                            "`entity` and `file`");
    }
    const auto count = count_of(entry);
    if (!count) {
      return not_a_baseline(path,
                            "has a finding whose `count` is not a whole number "
                            "from 1 to 1000000000");
    }
    baseline.add(std::move(key), *count);
  }
  return baseline;
}

Baseline Baseline::of(const FileSystem& files, const std::string& path,
                      const std::vector<FileReport>& reports) {
  Baseline baseline(files, path);
  for (const FileReport& report : reports) {
    if (report.diagnostics.empty()) continue;
    const std::string file = baseline.file_of(report);
    for (const Diagnostic& diagnostic : report.diagnostics) {
      baseline.add(key_of(file, diagnostic), 1);
    }
  }
  return baseline;
}

void Baseline::add(Key key, std::size_t count) {
  names_files_ = names_files_ || key.entity.empty();
  places_.emplace(key.place(), Sight::kUnseen);
  counts_[std::move(key)].known += count;
}

std::string Baseline::to_text() const {
  std::string out =
      "{\"version\": " + std::to_string(kFormatVersion) + ", \"findings\": [";
  bool is_first = true;
  for (const auto& [key, count] : counts_) {
    Json entry;
    entry["rule"] = key.rule;
    if (!key.entity.empty()) entry["entity"] = key.entity;
    if (!key.file.empty()) entry["file"] = key.file;
    if (!key.subject.empty()) entry["subject"] = key.subject;
    if (count.known != 1) entry["count"] = count.known;
    out += (is_first ? "\n" : ",\n") + entry.dump();
    is_first = false;
  }
  return out + "\n]}\n";
}

std::string Baseline::file_of(const FileReport& report) const {
  const std::filesystem::path place =
      real_place(*files_, report.source->path());
  return as_utf8(place.lexically_relative(directory_).string());
}

Baseline::Key Baseline::key_of(const std::string& file,
                               const Diagnostic& diagnostic) {
  Key key;
  key.rule = diagnostic.rule->id;
  key.entity = as_utf8(diagnostic.entity);
  if (key.entity.empty()) key.file = file;
  key.subject = as_utf8(diagnostic.subject);
  return key;
}

void Baseline::drop_known(FileReport& report) const {
  if (counts_.empty() || report.diagnostics.empty()) return;
  const std::string file = names_files_ ? file_of(report) : "";
  std::erase_if(report.diagnostics, [&](const Diagnostic& diagnostic) {
    return counts_.count(key_of(file, diagnostic)) > 0;
  });
}

void Baseline::see(const std::string& place, Sight sight) {
  const auto found = places_.find(place);
  if (found == places_.end() || found->second == Sight::kInPart) return;
  found->second = sight;
}

// Where the text breaks off, nobody knows what else it holds.
bool Baseline::is_whole(const FileReport& report) {
  return report.loads && !report.has_more;
}

std::vector<std::string> Baseline::places_in(const FileReport& report) const {
  std::vector<std::string> places = {names_files_ ? file_of(report) : ""};
  for (const EntityReport& entity : report.entities) {
    places.push_back(as_utf8(without_credentials(entity.ref)));
  }
  return places;
}

bool Baseline::is_about(const FileReport& report) const {
  if (!is_whole(report)) return true;
  const auto places = places_in(report);
  return std::any_of(
      places.begin(), places.end(),
      [&](const std::string& place) { return places_.count(place) > 0; });
}

void Baseline::apply(FileReport& report) {
  const Sight sight = is_whole(report) ? Sight::kWhole : Sight::kInPart;
  all_load_ = all_load_ && is_whole(report);
  const auto places = places_in(report);
  for (const std::string& place : places) see(place, sight);
  const std::string& file = places.front();
  std::vector<Diagnostic> fresh;
  for (Diagnostic& diagnostic : report.diagnostics) {
    const auto found = counts_.find(key_of(file, diagnostic));
    if (found == counts_.end() || found->second.found >= found->second.known) {
      fresh.push_back(std::move(diagnostic));
      continue;
    }
    ++found->second.found;
    diagnostic.suppression =
        Suppression{SuppressionKind::kExternal, "it is in the baseline"};
    report.suppressed.push_back(std::move(diagnostic));
  }
  report.diagnostics = std::move(fresh);
  std::sort(report.suppressed.begin(), report.suppressed.end(), comes_before);
}

Baseline::Fate Baseline::fate_of(const Key& key, const FindingFilter& filter,
                                 bool whole) const {
  if (!filter.judges(key.rule, key.subject, whole && all_load_)) {
    return Fate::kStays;
  }
  const Sight sight = places_.at(key.place());
  if (sight == Sight::kWhole) return Fate::kGone;
  if (sight == Sight::kInPart || !whole) return Fate::kStays;
  if (!key.entity.empty()) return all_load_ ? Fate::kGone : Fate::kInDoubt;
  // A file that is there, but was not looked for, may be as it was.
  const std::filesystem::path place =
      std::filesystem::path(directory_) / key.file;
  return files_->kind(place.string()) == FileKind::kFile ? Fate::kStays
                                                         : Fate::kGone;
}

Baseline::Pruned Baseline::prune(const FindingFilter& filter, bool whole) {
  for (const auto& [key, count] : counts_) {
    // What two files describe is judged when both were there.
    const bool needs_others = filter.judges(key.rule, key.subject, true) &&
                              !filter.judges(key.rule, key.subject, false);
    if (!whole && needs_others) places_[key.place()] = Sight::kInPart;
  }
  Pruned pruned;
  for (auto& [key, count] : counts_) {
    if (count.found >= count.known) continue;
    const std::size_t missing = count.known - count.found;
    const Fate fate = fate_of(key, filter, whole);
    if (fate == Fate::kInDoubt) pruned.in_doubt += missing;
    if (fate != Fate::kGone) continue;
    pruned.gone += missing;
    count.known = count.found;
  }
  std::erase_if(counts_,
                [](const auto& entry) { return entry.second.known == 0; });
  return pruned;
}

std::size_t Baseline::size() const {
  std::size_t total = 0;
  for (const auto& [key, count] : counts_) total += count.known;
  return total;
}

}  // namespace catalint
