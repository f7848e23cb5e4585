#include "rules/described_entities.h"

#include <algorithm>
#include <functional>
#include <string>

namespace catalint {

void DescribedEntities::add(const FileReport& report, std::size_t file) {
  for (const EntityReport& entity : report.entities) {
    if (!entity.ingested) continue;
    const std::size_t hash = std::hash<std::string>()(entity.ref);
    described_.push_back({hash ^ entity.masked_ref, file});
  }
}

std::vector<std::size_t> DescribedEntities::shared() {
  std::sort(described_.begin(), described_.end(),
            [](const Description& a, const Description& b) {
              return a.hash < b.hash;
            });
  const auto is_same = [&](std::size_t i, std::size_t j) {
    return j < described_.size() && described_[i].hash == described_[j].hash;
  };
  std::vector<std::size_t> files;
  for (std::size_t i = 0; i < described_.size(); ++i) {
    if (is_same(i, i + 1) || (i > 0 && is_same(i, i - 1))) {
      files.push_back(described_[i].file);
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

}  // namespace catalint
