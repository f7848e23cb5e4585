// Which files describe the same entities, for whoever does not keep all of
// their reports: a few bytes an entity.
#pragma once

#include <cstddef>
#include <vector>

#include "catalint/lint.h"

namespace catalint {

class DescribedEntities {
 public:
  /// The entities of a file that Backstage takes. A file is any number.
  void add(const FileReport& report, std::size_t file);

  /// Sorted, each once: the files of whose entities another one, or another
  /// document, may have the ref too.
  [[nodiscard]] std::vector<std::size_t> shared();

 private:
  struct Description {
    std::size_t hash = 0;  // of the ref
    std::size_t file = 0;
  };

  std::vector<Description> described_;
};

}  // namespace catalint
