#include "jira/secret.h"

#include <algorithm>
#include <cstdint>

#include "base/pattern.h"
#include "base/text.h"

namespace catalint {
namespace {

// Whole groups of four, as base64 pads them; nothing when it is no base64.
std::optional<std::string> decode_base64(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && text[text.size() - 1 - padding] == '=') ++padding;
  std::string out;
  std::uint32_t bits = 0;
  std::size_t count = 0;
  for (const char c : text.substr(0, text.size() - padding)) {
    std::uint32_t value = 0;
    if (is_upper(c)) {
      value = static_cast<std::uint32_t>(c - 'A');
    } else if (is_lower(c)) {
      value = static_cast<std::uint32_t>(c - 'a' + 26);
    } else if (is_digit(c)) {
      value = static_cast<std::uint32_t>(c - '0' + 52);
    } else if (c == '+') {
      value = 62;
    } else if (c == '/') {
      value = 63;
    } else {
      return std::nullopt;
    }
    bits = (bits << 6U) | value;
    if (++count % 4 == 0) {
      for (int shift = 16; shift >= 0; shift -= 8) {
        out +=
            static_cast<char>((bits >> static_cast<unsigned>(shift)) & 0xFFU);
      }
      bits = 0;
    }
  }
  if (padding == 1) {
    out += static_cast<char>((bits >> 10U) & 0xFFU);
    out += static_cast<char>((bits >> 2U) & 0xFFU);
  } else if (padding == 2) {
    out += static_cast<char>((bits >> 4U) & 0xFFU);
  }
  return out;
}

// `user:token`, as basic authentication wants it.
bool is_user_and_token(std::string_view text) {
  static const Pattern kUserAndToken(R"(^[\w.%+@-]{2,}:[!-~]{6,}\n?$)");
  return kUserAndToken.matches(text);
}

}  // namespace

std::optional<std::string> credential_in(std::string_view text) {
  constexpr std::size_t kShortest = 16;
  if (text.size() < kShortest) return std::nullopt;
  static const Pattern kAtlassianToken(
      R"(\b(ATATT3|ATCTT3|ATSTT3)[\w\-=+/]{12,}|\bATBB[A-Za-z0-9]{24,})");
  if (text.find("AT") != std::string_view::npos &&
      kAtlassianToken.matches(text)) {
    return "an Atlassian API token";
  }
  std::string_view word = trim(text);
  for (const std::string_view scheme : {"Bearer ", "Basic "}) {
    if (!to_lower_ascii(word.substr(0, scheme.size()))
             .starts_with(to_lower_ascii(scheme))) {
      continue;
    }
    const std::string_view credential = trim(word.substr(scheme.size()));
    const bool long_enough = credential.size() >= kShortest;
    const bool one_word =
        credential.find_first_of(" \t\r\n{}<>$") == std::string_view::npos;
    if (long_enough && one_word) {
      return scheme == "Bearer " ? "a Bearer credential" : "a Basic credential";
    }
    word = credential;
  }
  if (word.size() >= kShortest && word.size() <= 4096) {
    if (const auto decoded = decode_base64(word);
        decoded && is_user_and_token(*decoded)) {
      return "`user:token` in base64";
    }
  }
  return std::nullopt;
}

std::string masked(std::string_view secret) {
  constexpr std::size_t kShown = 4;
  return escape_for_display(secret.substr(0, std::min(kShown, secret.size())),
                            kShown) +
         "…";
}

}  // namespace catalint
