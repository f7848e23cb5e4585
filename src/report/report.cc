#include "report/report.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <unordered_map>

#include "base/fnv1a.h"
#include "jira/secret.h"

namespace catalint {

Summary summarize(const Report& report) {
  Summary summary;
  summary.files = report.files.size() + report.clean.paths.size();
  summary.documents = report.clean.documents;
  summary.entities = report.clean.entities;
  for (const FileReport& file : report.files) {
    summary.documents += file.documents;
    summary.entities += file.entities.size();
    summary.suppressed += file.suppressed.size();
    for (const Diagnostic& diagnostic : file.diagnostics) {
      switch (diagnostic.severity) {
        case Severity::kError:
          ++summary.errors;
          break;
        case Severity::kWarning:
          ++summary.warnings;
          break;
        case Severity::kNote:
          ++summary.notes;
          break;
      }
      if (diagnostic.fix) ++summary.fixable;
    }
  }
  return summary;
}

std::vector<FileFinding> worst_first(const Report& report) {
  std::vector<FileFinding> findings;
  for (const FileReport& file : report.files) {
    for (std::size_t i = 0; i < file.diagnostics.size(); ++i) {
      findings.push_back({&file, i});
    }
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const FileFinding& a, const FileFinding& b) {
                     return a.diagnostic().severity > b.diagnostic().severity;
                   });
  return findings;
}

std::string path_in_repository(const ReportRoot& root, std::string_view path) {
  std::string from_root;
  if (!path.starts_with('/')) {
    from_root = root.prefix + std::string(path);
  } else if (!root.directory.empty() &&
             path.starts_with(root.directory + "/")) {
    from_root = path.substr(root.directory.size() + 1);
  } else {
    return std::string(path);
  }
  std::string normal =
      std::filesystem::path(from_root).lexically_normal().string();
  return normal.starts_with("../") ? std::string(path) : normal;
}

std::string message_with_hint(const Diagnostic& diagnostic) {
  if (diagnostic.hint.empty()) return diagnostic.message;
  const bool asks = diagnostic.message.ends_with('?');
  return diagnostic.message + (asks ? " " : "; ") + diagnostic.hint;
}

std::string fingerprint(const Diagnostic& diagnostic, std::string_view path,
                        std::size_t occurrence) {
  std::uint64_t state = fnv1a_of_part(diagnostic.rule->id, kFnv1aStart);
  // A file without entities is known by its name.
  state = fnv1a_of_part(diagnostic.entity.empty() ? path : diagnostic.entity,
                        state);
  state = fnv1a_of_part(diagnostic.subject, state);
  return hexadecimal(fnv1a_of_part(std::to_string(occurrence), state));
}

std::string fingerprint_in(std::string_view path, std::string_view identity) {
  return hexadecimal(fnv1a_of_part(path, fnv1a_of_part(identity, kFnv1aStart)));
}

std::vector<std::string> fingerprints(const FileReport& file,
                                      std::string_view path) {
  std::unordered_map<std::string, std::size_t> seen;
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : file.diagnostics) {
    const std::string first = fingerprint(diagnostic, path, 0);
    const std::size_t occurrence = seen[first]++;
    out.push_back(occurrence == 0 ? first
                                  : fingerprint(diagnostic, path, occurrence));
  }
  return out;
}

std::string masked_text(const FileReport& file, Span span) {
  const SourceFile& source = *file.source;
  std::string out;
  std::size_t at = span.begin;
  const auto first = std::lower_bound(
      file.secrets.begin(), file.secrets.end(), span.begin,
      [](Span secret, std::size_t begin) { return secret.end <= begin; });
  for (auto it = first; it != file.secrets.end(); ++it) {
    const Span secret = *it;
    if (secret.begin >= span.end) break;
    const std::size_t begin = std::max(secret.begin, at);
    out += source.text({at, begin});
    if (begin == secret.begin) out += masked(source.text(secret));
    at = std::min(secret.end, span.end);
  }
  return out + std::string(source.text({at, span.end}));
}

}  // namespace catalint
