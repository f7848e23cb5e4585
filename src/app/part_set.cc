#include "app/part_set.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "app/shard.h"
#include "base/text.h"
#include "report/listing.h"

namespace catalint {
namespace {

std::string name_of(const Part& part) {
  return std::to_string(part.shard) + "/" + std::to_string(part.shards);
}

// "2, 5 and 7", of a few.
std::string listed(const std::vector<std::size_t>& numbers) {
  constexpr std::size_t kMost = 20;
  std::string out;
  for (std::size_t i = 0; i < numbers.size() && i < kMost; ++i) {
    const bool is_last = i + 1 == numbers.size();
    out += (i == 0    ? ""
            : is_last ? " and "
                      : ", ") +
           std::to_string(numbers[i]);
  }
  if (numbers.size() > kMost) {
    out += " and " + std::to_string(numbers.size() - kMost) + " more";
  }
  return out;
}

std::optional<Error> missing_or_twice(const std::vector<ReadPart>& parts) {
  const std::size_t shards = parts.front().part.shards;
  if (shards == 1) return std::nullopt;
  if (shards > kMostShards) {
    return Error{parts.front().place + ": it is one of more than " +
                 std::to_string(kMostShards) + " shards"};
  }
  std::vector<const ReadPart*> found(shards, nullptr);
  for (const ReadPart& part : parts) {
    const ReadPart*& place = found[part.part.shard - 1];
    if (place != nullptr) {
      return Error{part.place + ": the shard " + name_of(part.part) +
                   " was read before, from " + place->place};
    }
    place = &part;
  }
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < shards; ++i) {
    if (found[i] == nullptr) missing.push_back(i + 1);
  }
  if (missing.empty()) return std::nullopt;
  return Error{(missing.size() == 1 ? "the shard " : "the shards ") +
               listed(missing) + " of " + std::to_string(shards) +
               (missing.size() == 1 ? " is missing" : " are missing")};
}

// Why two parts cannot be of one scan.
std::optional<Error> mismatch(const ReadPart& first, const ReadPart& other) {
  const auto differs = [&](const std::string& how) {
    return Error{other.place + ": the shard " + name_of(other.part) + " " +
                 how + " the shard " + name_of(first.part) + " of " +
                 first.place};
  };
  if (other.part.shards != first.part.shards) {
    return differs("is of another scan than");
  }
  if (other.part.rules != first.part.rules) {
    return differs(
        "was made with other rules, another selection of them or another list "
        "of known projects than");
  }
  if (other.root.prefix != first.root.prefix) {
    return differs("was made in another directory of the repository than");
  }
  if (other.part.shards > 1 && other.part.files != first.part.files) {
    return differs("was made from other files than");
  }
  return std::nullopt;
}

// Each file is in the part that it belongs to.
std::optional<Error> misplaced_file(const std::vector<ReadPart>& parts) {
  for (const ReadPart& read : parts) {
    const auto mistake = [&](const std::string& path) -> std::optional<Error> {
      if (shard_of(path, read.part.shards) == read.part.shard) {
        return std::nullopt;
      }
      return Error{read.place + ": " + quote_path(path) +
                   " does not belong to the shard " + name_of(read.part)};
    };
    for (const FileReport& file : read.files) {
      if (auto error = mistake(file.source->path())) return error;
    }
    for (const CleanFilePart& file : read.clean) {
      if (auto error = mistake(file.path)) return error;
    }
  }
  return std::nullopt;
}

// Each file is there once. All are sorted.
std::optional<Error> file_that_is_twice(const JoinedParts& joined) {
  const auto& clean = joined.clean;
  const auto error = [](const std::string& path) {
    return Error{"the file " + quote_path(path) + " is in two parts"};
  };
  const auto twice =
      std::ranges::adjacent_find(clean, {}, &CleanFilePart::path);
  if (twice != clean.end()) return error(twice->path);
  const std::string* before = nullptr;
  for (const FileReport& file : joined.files) {
    const std::string& path = file.source->path();
    if ((before != nullptr && *before == path) ||
        std::ranges::binary_search(clean, path, {}, &CleanFilePart::path)) {
      return error(path);
    }
    before = &path;
  }
  return std::nullopt;
}

template <typename Item>
void add_new(std::vector<Item>& items, std::vector<Item> more) {
  for (Item& item : more) {
    const bool is_known =
        std::find(items.begin(), items.end(), item) != items.end();
    if (!is_known) items.push_back(std::move(item));
  }
}

void add(JoinedParts& joined, ReadPart part) {
  Part& all = joined.part;
  all.has_excluded = all.has_excluded || part.part.has_excluded;
  add_new(all.directories, std::move(part.part.directories));
  add_new(all.warnings, std::move(part.part.warnings));
  add_new(all.unfound, std::move(part.part.unfound));
  std::move(part.part.unread.begin(), part.part.unread.end(),
            std::back_inserter(all.unread));
  std::move(part.files.begin(), part.files.end(),
            std::back_inserter(joined.files));
  std::move(part.clean.begin(), part.clean.end(),
            std::back_inserter(joined.clean));
  // Machines may have their checkouts anywhere.
  if (part.root.directory != joined.root.directory) {
    joined.root.directory.clear();
  }
}

}  // namespace

Result<JoinedParts> join_parts(std::vector<ReadPart> parts,
                               const std::string& rules) {
  const ReadPart& first = parts.front();
  for (const ReadPart& part : parts) {
    if (auto error = mismatch(first, part)) return std::move(*error);
  }
  if (auto error = missing_or_twice(parts)) return std::move(*error);
  if (auto error = misplaced_file(parts)) return std::move(*error);
  if (first.part.rules != rules) {
    return Error{
        "the parts were made with other rules, another selection of them or "
        "another list of known projects than merge has; give it the same "
        "--config, --rules, --kinds, --select, --ignore and --known-projects"};
  }
  JoinedParts joined;
  joined.root = first.root;
  for (ReadPart& part : parts) add(joined, std::move(part));
  std::stable_sort(joined.files.begin(), joined.files.end(),
                   [](const FileReport& a, const FileReport& b) {
                     return a.source->path() < b.source->path();
                   });
  std::stable_sort(
      joined.part.unread.begin(), joined.part.unread.end(),
      [](const UnreadPath& a, const UnreadPath& b) { return a.path < b.path; });
  std::ranges::sort(joined.clean, {}, &CleanFilePart::path);
  if (auto error = file_that_is_twice(joined)) return std::move(*error);
  return joined;
}

CleanFiles clean_files(std::vector<CleanFilePart> files, PartReader& reader) {
  CleanFiles clean;
  for (CleanFilePart& file : files) {
    clean.paths.push_back(std::move(file.path));
    clean.documents += file.documents;
    clean.entities += file.entities;
  }
  clean.listing = [&reader, files = std::move(files)](std::size_t number) {
    auto listing = reader.listing(files.at(number));
    if (!listing) throw LostListing(listing.error().message);
    return std::move(*listing);
  };
  return clean;
}

}  // namespace catalint
