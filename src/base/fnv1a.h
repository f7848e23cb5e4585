// FNV-1a with 64 bits: small identities of texts, the same on every machine and
// in every version.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catalint {

inline constexpr std::uint64_t kFnv1aStart = 0xCBF29CE484222325ULL;
inline constexpr std::uint64_t kFnv1aPrime = 0x100000001B3ULL;

/// Of the bytes, going on from the hash of those before them.
constexpr std::uint64_t fnv1a(std::string_view text,
                              std::uint64_t state = kFnv1aStart) {
  for (const char c : text) {
    state = (state ^ static_cast<unsigned char>(c)) * kFnv1aPrime;
  }
  return state;
}

/// The same with a boundary behind, so that "ab", "c" is not "a", "bc".
constexpr std::uint64_t fnv1a_of_part(std::string_view text,
                                      std::uint64_t state) {
  return (fnv1a(text, state) ^ 0xFFU) * kFnv1aPrime;
}

/// 16 hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

}  // namespace catalint
