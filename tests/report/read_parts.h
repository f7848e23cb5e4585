// Parts that are in memory.
#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "report/part_reader.h"

namespace catalint {

inline PartReader::Open opener_of_text(const std::string& text) {
  return [text](const std::string& /*name*/) {
    return Result<std::shared_ptr<std::istream>>(
        std::make_shared<std::istringstream>(text));
  };
}

inline PartReader::KeepsClean all_or_none(bool all) {
  return [all](const FileReport& /*file*/) { return all; };
}

/// As `merge` reads them; `p` is what errors call the text.
inline Result<std::vector<ReadPart>> read_parts(const std::string& text,
                                                const RulesById& rules,
                                                bool keeps_clean) {
  PartReader reader(rules, all_or_none(keeps_clean), opener_of_text(text));
  if (auto error = reader.read("p")) return std::move(*error);
  if (auto error = reader.recall_duplicates()) return std::move(*error);
  return reader.take();
}

}  // namespace catalint
