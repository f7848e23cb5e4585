#include "catalog/url_host.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/percent_encoding.h"
#include "base/text.h"

namespace catalint {
namespace {

using Mistake = std::optional<std::string>;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// A part of an IPv4 address: decimal, `0x` hexadecimal or `0` octal. Nothing
// when it is none; numbers past 32 bits are all the same.
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 32U;
  if (text.empty()) return std::nullopt;
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    base = 16;
    text.remove_prefix(2);
  } else if (text.size() > 1 && text[0] == '0') {
    base = 8;
    text.remove_prefix(1);
  }
  std::uint64_t number = 0;
  for (const char c : text) {
    const int digit = digit_value(c);
    if (digit >= base) return std::nullopt;
    number = std::min(number * static_cast<std::uint64_t>(base) +
                          static_cast<std::uint64_t>(digit),
                      kMost);
  }
  return number;
}

// A host whose last part is a number has to be an IPv4 address.
bool is_good_ipv4_or_name(std::string_view host) {
  std::vector<std::string_view> parts = split(host, '.');
  if (parts.back().empty() && parts.size() > 1) parts.pop_back();
  const std::string_view last = parts.back();
  const bool ends_in_digits =
      !last.empty() && std::all_of(last.begin(), last.end(), is_digit);
  if (!ends_in_digits && !ipv4_number(last)) return true;
  if (parts.size() > 4) return false;
  std::uint64_t room = std::uint64_t{1} << 32U;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto number = ipv4_number(parts[i]);
    const bool is_last = i + 1 == parts.size();
    if (!number || *number >= (is_last ? room : 256)) return false;
    room >>= 8U;
  }
  return true;
}

// Four decimal numbers, as they may end an IPv6 address.
bool is_strict_ipv4(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '.');
  return parts.size() == 4 &&
         std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           if (part.empty() || part.size() > 3) return false;
           if (!std::all_of(part.begin(), part.end(), is_digit)) return false;
           if (part.size() > 1 && part[0] == '0') return false;
           return ipv4_number(part).value_or(256) < 256;
         });
}

// How many of the eight 16-bit pieces the text between colons fills; nothing
// when it is none. An IPv4 address at its end fills two.
std::optional<std::size_t> ipv6_pieces(std::string_view text, bool is_end) {
  if (text.empty()) return 0;
  std::size_t count = 0;
  const std::vector<std::string_view> pieces = split(text, ':');
  for (const std::string_view& piece : pieces) {
    const bool is_last = &piece == &pieces.back();
    if (is_end && is_last && piece.find('.') != std::string_view::npos) {
      if (!is_strict_ipv4(piece)) return std::nullopt;
      count += 2;
      continue;
    }
    const bool is_hexadecimal = std::all_of(
        piece.begin(), piece.end(), [](char c) { return digit_value(c) < 16; });
    if (piece.empty() || piece.size() > 4 || !is_hexadecimal) {
      return std::nullopt;
    }
    ++count;
  }
  return count;
}

bool is_ipv6(std::string_view text) {
  constexpr std::size_t kPieces = 8;
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) return ipv6_pieces(text, true) == kPieces;
  const auto before = ipv6_pieces(text.substr(0, gap), false);
  const auto after = ipv6_pieces(text.substr(gap + 2), true);
  return before && after && *before + *after < kPieces;
}

// Characters that are not ASCII and that IDNA refuses everywhere, as far as
// they can come from a slip: controls, spaces, marks of direction, private
// ones.
bool is_refused_in_domains(char32_t c) {
  return c == kNotUtf8 || (c >= 0x80 && c <= 0xA0) ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202F) || c == 0x205F || c == 0x3000 ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xE000 && c <= 0xF8FF) ||
         (c >= 0xFFF9 && c <= 0xFFFF);
}

Mistake character_problem(std::string_view host, bool special) {
  constexpr std::string_view kForbidden("\0\t\n\r #/:<>?@[\\]^|", 17);
  for (std::size_t i = 0; i < host.size();) {
    const std::size_t begin = i;
    const char32_t c = decode_utf8(host, i);
    bool refused = false;
    if (c < 0x80) {
      refused =
          kForbidden.find(static_cast<char>(c)) != std::string_view::npos ||
          (special && (c < 0x20 || c == 0x7F || c == '%'));
    } else {
      refused = special && is_refused_in_domains(c);
    }
    if (!refused) continue;
    const std::string_view character = host.substr(begin, i - begin);
    if (character == " ") return "its host holds a space";
    return "its host holds " + quote_for_display(character);
  }
  return std::nullopt;
}

// The little of IDNA's mapping that changes what a domain is: ignored
// characters go, full stops and full-width letters become ASCII.
std::string mapped(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t begin = i;
    const char32_t c = decode_utf8(name, i);
    const bool is_ignored = c == 0xAD || c == 0x200B || c == 0x2060 ||
                            c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
    if (is_ignored) continue;
    if (c == 0x3002 || c == 0xFF61) {
      out += '.';
    } else if (c >= 0xFF01 && c <= 0xFF5E) {
      append_utf8(out, c - 0xFEE0);
    } else {
      out += name.substr(begin, i - begin);
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> host_problem(std::string_view host, bool special) {
  if (host.starts_with('[')) {
    if (!host.ends_with(']')) return "the `[` of its host is not closed";
    if (is_ipv6(host.substr(1, host.size() - 2))) return std::nullopt;
    return "its host " + quote_for_display(host) + " is no IPv6 address";
  }
  const std::string name =
      special ? mapped(percent_decoded(host)) : std::string(host);
  if (name.empty() && !host.empty()) return "it names no host";
  if (auto problem = character_problem(name, special)) return problem;
  // IDNA may make digits of other characters, or nothing at all.
  const bool is_ascii = std::all_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
  if (special && is_ascii && !is_good_ipv4_or_name(name)) {
    return "its host " + quote_for_display(name) +
           " ends in a number, and is no IPv4 address";
  }
  return std::nullopt;
}

}  // namespace catalint
