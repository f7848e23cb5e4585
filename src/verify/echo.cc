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

// What JSON's escapes stand for, as far as a token may hold it.
std::string without_escapes(std::string_view text) {
  constexpr std::string_view kAsciiEscape = "u00";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    ++i;
    const std::string_view rest = text.substr(i);
    if (rest.size() >= 5 && rest.starts_with(kAsciiEscape) &&
        digit_value(rest[3]) < 16 && digit_value(rest[4]) < 16) {
      out +=
          static_cast<char>(digit_value(rest[3]) * 16 + digit_value(rest[4]));
      i += 4;
    } else {
      out += text[i];
    }
  }
  return out;
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

// A part of letters alone may be a word that Jira says anyway.
void EchoGuard::add_password(std::string_view password) {
  if (is_word(password)) {
    if (password.size() >= kPart) add_part(password);
    return;
  }
  for (const std::string_view part : parts_of(password)) {
    if (!is_word(part)) add_part(part);
  }
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
