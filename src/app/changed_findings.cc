#include "app/changed_findings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/real_place.h"
#include "rules/document_lines.h"

namespace catalint {
namespace {

// One file, and what changed in it.
class ChangedFile {
 public:
  ChangedFile(const FileReport& file, const ChangedLines& lines,
              const FileSystem& files)
      : file_(file),
        lines_(lines),
        files_(files),
        path_(real_place(files, file.source->path())),
        has_changed_(lines.has(path_)) {
    if (!has_changed_) return;
    for (const EntityReport& entity : file.entities) {
      has_entity_changed_.push_back(
          lines.has(path_, lines_around(*file.source, entity)));
    }
  }

  [[nodiscard]] bool brings(const Diagnostic& diagnostic) const {
    const auto entity = entity_of(diagnostic);
    const bool is_wide =
        diagnostic.loses != Loss::kNothing || is_about_two(diagnostic, entity);
    const auto has_changed = [&](Span span, std::optional<std::size_t> around) {
      if (!has_changed_) return false;
      if (!is_wide)
        return lines_.has(path_, visible_lines(*file_.source, span));
      // Outside of any entity, the whole file is what it is about.
      return diagnostic.loses == Loss::kFile || !around ||
             has_entity_changed_[*around];
    };
    return has_changed(diagnostic.primary, entity) ||
           std::any_of(
               diagnostic.related.begin(), diagnostic.related.end(),
               [&](const RelatedPlace& place) {
                 return place.file == nullptr
                            ? has_changed(place.span, entity_around(place.span))
                            : lines_.has(
                                  real_place(files_, place.file->path()));
               });
  }

 private:
  // Indexes of entities, which are in the order of the file.
  [[nodiscard]] std::optional<std::size_t> entity_of(
      const Diagnostic& diagnostic) const {
    const auto& entities = file_.entities;
    const auto found = std::partition_point(
        entities.begin(), entities.end(), [&](const EntityReport& entity) {
          return entity.document < diagnostic.document;
        });
    if (found == entities.end() || found->document != diagnostic.document) {
      return std::nullopt;
    }
    return found - entities.begin();
  }

  [[nodiscard]] std::optional<std::size_t> entity_around(Span span) const {
    const auto& entities = file_.entities;
    const auto found = std::partition_point(
        entities.begin(), entities.end(),
        [&](const EntityReport& entity) { return entity.span.end < span.end; });
    if (found == entities.end() || found->span.begin > span.begin) {
      return std::nullopt;
    }
    return found - entities.begin();
  }

  // Whether one of its places is in another document or file.
  [[nodiscard]] bool is_about_two(const Diagnostic& diagnostic,
                                  std::optional<std::size_t> entity) const {
    return std::any_of(diagnostic.related.begin(), diagnostic.related.end(),
                       [&](const RelatedPlace& place) {
                         return place.file != nullptr ||
                                entity_around(place.span) != entity;
                       });
  }

  const FileReport& file_;
  const ChangedLines& lines_;
  const FileSystem& files_;
  std::string path_;
  bool has_changed_;
  std::vector<bool> has_entity_changed_;
};

}  // namespace

void ChangedFindings::keep(FileReport& file) const {
  if (file.diagnostics.empty()) return;
  const ChangedFile changed(file, lines_, *files_);
  std::erase_if(file.diagnostics, [&](const Diagnostic& diagnostic) {
    return !changed.brings(diagnostic);
  });
}

}  // namespace catalint
