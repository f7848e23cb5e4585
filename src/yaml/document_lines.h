// The lines that separate documents. libyaml and the `yaml` package 2.9 see
// them differently: directives that nobody knows, `%` in the middle of a
// document, and content after `...` without `---`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace catalint {

/// Bytes to put over as many of the source, so that libyaml sees what the
/// package would see.
struct Overwrite {
  std::size_t offset = 0;
  std::string text;
};

struct DocumentLines {
  std::vector<Overwrite> overwrites;
  /// Lines to put in before the byte of that offset.
  std::vector<Overwrite> insertions;
  /// Where `%YAML` lines stand whose version is read as if it were absent.
  std::vector<std::size_t> ignored_versions;
};

DocumentLines read_document_lines(std::string_view source);

}  // namespace catalint
