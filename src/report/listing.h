// What JSON lists of each file, in the order of their paths: of those that are
// kept, and of the clean ones, whose reports are gone.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include "report/report.h"

namespace catalint {

/// An object of JSON in one line, without its `type`; with a key `part` where
/// it belongs to one.
std::string file_listing(const FileReport& file, bool is_part);

/// Thrown by CleanFiles::listing. The text is for people.
struct LostListing : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Calls `on_file` with each report, and `on_clean` with the number of each
/// clean file.
template <typename OnFile, typename OnClean>
void for_each_file(const Report& report, OnFile on_file, OnClean on_clean) {
  const std::vector<std::string>& clean = report.clean.paths;
  std::size_t next = 0;
  for (const FileReport& file : report.files) {
    for (; next < clean.size() && clean[next] < file.source->path(); ++next) {
      on_clean(next);
    }
    on_file(file);
  }
  for (; next < clean.size(); ++next) on_clean(next);
}

}  // namespace catalint
