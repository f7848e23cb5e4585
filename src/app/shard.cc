#include "app/shard.h"

#include <charconv>

#include "base/fnv1a.h"
#include "base/text.h"

namespace catalint {
namespace {

bool read_number(std::string_view text, std::size_t& value) {
  if (text.empty() || !is_digit(text.front())) return false;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && rest == end;
}

}  // namespace

Result<Shard> parse_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  Shard shard;
  const bool is_shard =
      slash != std::string::npos &&
      read_number(std::string_view(text).substr(0, slash), shard.index) &&
      read_number(std::string_view(text).substr(slash + 1), shard.count) &&
      shard.index >= 1 && shard.index <= shard.count &&
      shard.count <= kMostShards;
  if (is_shard) return shard;
  return Error{"--shard is " + quote_for_display(text) +
               "; expected I/N, the shard I of N, as in 2/8: I is from 1 to N, "
               "and N at most " +
               std::to_string(kMostShards)};
}

std::size_t shard_of(std::string_view path, std::size_t count) {
  const std::uint64_t hash = fnv1a(path);
  // Of a product of odd numbers the low bits depend on few others.
  return static_cast<std::size_t>((hash ^ (hash >> 32U)) % count) + 1;
}

std::string identity_of(const std::vector<std::string>& paths) {
  std::uint64_t state = kFnv1aStart;
  for (const std::string& path : paths) state = fnv1a_of_part(path, state);
  return std::to_string(paths.size()) + "-" + hexadecimal(state);
}

}  // namespace catalint
