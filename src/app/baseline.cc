#include "app/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "jira/secret.h"

namespace catalint {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

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

Error not_a_baseline(const std::string& name, const std::string& why) {
  return Error{"the baseline " + quote_path(name) + " " + why +
               "; `--write-baseline` writes a new one"};
}

}  // namespace

Result<Baseline> Baseline::parse(const std::string& name,
                                 const std::string& text) {
  const Json root = Json::parse(text, nullptr, false);
  if (root.is_discarded()) return not_a_baseline(name, "is not JSON");
  const auto version = root.find("version");
  if (!root.is_object() || version == root.end()) {
    return not_a_baseline(name, "has no `version`");
  }
  if (*version != kVersion) {
    return not_a_baseline(name, "has a version other than 1");
  }
  const auto findings = root.find("findings");
  if (findings == root.end() || !findings->is_array()) {
    return not_a_baseline(name, "has no list `findings`");
  }
  Baseline baseline;
  for (const Json& entry : *findings) {
    Key key{text_of(entry, "rule"), text_of(entry, "entity"),
            text_of(entry, "file"), text_of(entry, "subject")};
    if (key.rule.empty() || (key.entity.empty() && key.file.empty())) {
      return not_a_baseline(name,
                            "has a finding without `rule`, or without "
                            "`entity` and `file`");
    }
    const auto count = entry.find("count");
    const bool has_count = count != entry.end() && count->is_number_unsigned();
    baseline.counts_[std::move(key)].known +=
        has_count ? count->get<std::size_t>() : 1;
  }
  return baseline;
}

Baseline Baseline::of(const std::vector<FileReport>& files) {
  Baseline baseline;
  for (const FileReport& file : files) {
    for (const Diagnostic& diagnostic : file.diagnostics) {
      ++baseline.counts_[key_of(file, diagnostic)].known;
    }
  }
  return baseline;
}

std::string Baseline::to_text() const {
  std::string out =
      "{\"version\": " + std::to_string(kVersion) + ", \"findings\": [";
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

Baseline::Key Baseline::key_of(const FileReport& file,
                               const Diagnostic& diagnostic) {
  Key key;
  key.rule = diagnostic.rule->id;
  key.entity = as_utf8(diagnostic.entity);
  if (key.entity.empty()) key.file = as_utf8(file.source->path());
  key.subject = as_utf8(without_credentials(diagnostic.subject));
  return key;
}

bool Baseline::knows(const FileReport& file,
                     const Diagnostic& diagnostic) const {
  return !counts_.empty() && counts_.count(key_of(file, diagnostic)) > 0;
}

void Baseline::apply(FileReport& file) {
  seen_.emplace(as_utf8(file.source->path()));
  for (const EntityReport& entity : file.entities) {
    seen_.emplace(as_utf8(entity.ref));
  }
  std::vector<Diagnostic> fresh;
  for (Diagnostic& diagnostic : file.diagnostics) {
    const auto found = counts_.find(key_of(file, diagnostic));
    if (found == counts_.end() || found->second.found >= found->second.known) {
      fresh.push_back(std::move(diagnostic));
      continue;
    }
    ++found->second.found;
    diagnostic.suppression =
        Suppression{SuppressionKind::kExternal, "it is in the baseline"};
    file.suppressed.push_back(std::move(diagnostic));
  }
  file.diagnostics = std::move(fresh);
  std::sort(file.suppressed.begin(), file.suppressed.end(), comes_before);
}

std::size_t Baseline::stale_of(const Key& key, const Count& count,
                               bool whole) const {
  const std::string& place = key.entity.empty() ? key.file : key.entity;
  if (!whole && seen_.find(place) == seen_.end()) return 0;
  return count.known - std::min(count.found, count.known);
}

std::size_t Baseline::stale(bool whole) const {
  std::size_t total = 0;
  for (const auto& [key, count] : counts_) {
    total += stale_of(key, count, whole);
  }
  return total;
}

void Baseline::prune(bool whole) {
  for (auto& [key, count] : counts_) count.known -= stale_of(key, count, whole);
  std::erase_if(counts_,
                [](const auto& entry) { return entry.second.known == 0; });
}

std::size_t Baseline::size() const {
  std::size_t total = 0;
  for (const auto& [key, count] : counts_) total += count.known;
  return total;
}

}  // namespace catalint
