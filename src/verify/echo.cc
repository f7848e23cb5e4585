#include "verify/echo.h"

#include <algorithm>
#include <string>

#include "base/base64.h"
#include "base/text.h"

namespace catalint {
namespace {

constexpr std::size_t kPart = 8;  // bytes

// The last one may overlap; none where the secret is too short.
std::vector<std::string_view> parts_of(std::string_view secret) {
  std::vector<std::string_view> parts;
  if (secret.size() < kPart) return parts;
  for (std::size_t i = 0; i < secret.size(); i += kPart) {
    parts.push_back(secret.substr(std::min(i, secret.size() - kPart), kPart));
  }
  return parts;
}

bool is_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_letter);
}

// What JSON's escapes stand for.
std::string without_escapes(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    ++i;
    const std::string_view digits = text.substr(i + 1, kDigits);
    const bool is_code = text[i] == 'u' && digits.size() == kDigits &&
                         std::all_of(digits.begin(), digits.end(), [](char c) {
                           return digit_value(c) < 16;
                         });
    if (!is_code) {
      out += text[i];
      continue;
    }
    char32_t code_point = 0;
    for (const char c : digits) {
      code_point = code_point * 16 + static_cast<char32_t>(digit_value(c));
    }
    append_utf8(out, code_point);
    i += kDigits;
  }
  return out;
}

std::string_view longest_word_in(std::string_view text) {
  std::string_view longest;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t begin = i;
    while (i < text.size() && is_letter(text[i])) ++i;
    if (i - begin > longest.size()) longest = text.substr(begin, i - begin);
  }
  return longest;
}

}  // namespace

EchoGuard::EchoGuard(const JiraCredentials& credentials) {
  std::string_view token = credentials.authorization.reveal();
  token.remove_prefix(std::min(token.find(' ') + 1, token.size()));
  add_token(token);
  auto decoded = decode_base64(token);
  if (!decoded) return;
  const std::string_view pair = *decoded;
  add_password(pair.substr(std::min(pair.find(':') + 1, pair.size())));
  wipe(*decoded);
}

// Of an echo that is escaped here and there, one part at least is whole.
void EchoGuard::add_token(std::string_view token) {
  for (const std::string_view part : parts_of(token)) add_part(part);
}

// A part of letters alone may be a word that Jira says anyway; a longer one is
// none, and is whole wherever the rest is escaped.
void EchoGuard::add_password(std::string_view password) {
  for (const std::string_view part : parts_of(password)) {
    if (!is_word(part)) add_part(part);
  }
  const std::string_view word = longest_word_in(password);
  const bool is_all = word.size() == password.size();
  if (word.size() >= (is_all ? kPart : kPart + 1)) add_part(word);
}

void EchoGuard::add_part(std::string_view part) {
  std::string lower = to_lower_ascii(part);
  parts_.emplace_back(lower);
  wipe(lower);
}

bool EchoGuard::holds_part(std::string_view text) const {
  std::string lower = to_lower_ascii(text);
  const bool is_echo =
      std::any_of(parts_.begin(), parts_.end(), [&](const Secret& part) {
        return lower.find(part.reveal()) != std::string::npos;
      });
  if (is_echo) wipe(lower);
  return is_echo;
}

bool EchoGuard::is_echo(std::string_view text) const {
  if (holds_part(text)) return true;
  if (text.find('\\') == std::string_view::npos) return false;
  std::string plain = without_escapes(text);
  const bool is_echo = holds_part(plain);
  if (is_echo) wipe(plain);
  return is_echo;
}

}  // namespace catalint
