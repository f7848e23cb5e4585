// All that a format reads. A format is a pure function of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalint/lint.h"

namespace catalint {

struct Summary {
  std::size_t files = 0;
  std::size_t documents = 0;
  std::size_t entities = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t suppressed = 0;
  std::size_t fixable = 0;

  [[nodiscard]] std::size_t findings() const {
    return errors + warnings + notes;
  }
};

struct Report {
  std::vector<FileReport> files;       // sorted by path
  std::vector<const RuleInfo*> rules;  // all of them, fired or not
};

Summary summarize(const Report& report);

/// An identity of a finding that survives edits elsewhere in the file: 16
/// hexadecimal digits from the rule, the entity and the subject; `occurrence`
/// tells equal ones apart.
std::string fingerprint(const Diagnostic& diagnostic, std::string_view path,
                        std::size_t occurrence);

/// The fingerprints of a file's diagnostics, in their order.
std::vector<std::string> fingerprints(const FileReport& file);

/// Bytes of the source, ready for display or a machine, with whatever is a
/// secret cut to its first four characters.
std::string masked_text(const FileReport& file, Span span);

/// A value of an entity, with its credentials masked.
std::string masked_value(const FileReport& file, const std::string& value);

}  // namespace catalint
