#include "app/written_files.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "app/real_place.h"
#include "base/text.h"

namespace catalint {

void WrittenFiles::add(std::string described, const std::string& path) {
  // A stream takes one after the other.
  if (files_->kind(path) == FileKind::kOther) return;
  written_.push_back({std::move(described), real_place(*files_, path)});
}

std::optional<Error> WrittenFiles::spare_each_other() const {
  std::map<std::string, const File*> places;
  for (const File& file : written_) {
    const auto [known, is_new] = places.emplace(file.place, &file);
    if (is_new) continue;
    return Error{known->second->described + " and " + file.described +
                 " are one file; give each its own"};
  }
  return std::nullopt;
}

std::optional<Error> WrittenFiles::spare(
    const std::vector<std::string>& inputs) const {
  for (const File& file : written_) {
    const auto name = std::filesystem::path(file.place).filename();
    const auto is_here = [&](const std::string& input) {
      // Most files are told apart without their real places.
      const bool may_be_here =
          std::filesystem::path(input).filename() == name ||
          files_->is_link(input);
      return may_be_here && real_place(*files_, input) == file.place;
    };
    const auto input = std::find_if(inputs.begin(), inputs.end(), is_here);
    if (input == inputs.end()) continue;
    return Error{file.described + " would take the place of " +
                 quote_path(*input) + ", which is read; name another file"};
  }
  return std::nullopt;
}

}  // namespace catalint
