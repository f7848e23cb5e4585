#include "verify/echo.h"

#include <algorithm>
#include <string>

#include "base/base64.h"
#include "base/text.h"

namespace catalint {

EchoGuard::EchoGuard(const JiraCredentials& credentials) {
  std::string_view token = credentials.authorization.reveal();
  token.remove_prefix(std::min(token.find(' ') + 1, token.size()));
  add(token);
  auto decoded = decode_base64(token);
  if (!decoded) return;
  const std::string_view pair = *decoded;
  add(pair.substr(std::min(pair.find(':') + 1, pair.size())));
  wipe(*decoded);
}

// Of an echo that is escaped here and there, one part at least is whole.
void EchoGuard::add(std::string_view secret) {
  constexpr std::size_t kPart = 8;
  for (std::size_t i = 0; i + kPart <= secret.size(); i += kPart) {
    std::string part = to_lower_ascii(secret.substr(i, kPart));
    parts_.emplace_back(part);
    wipe(part);
  }
}

bool EchoGuard::is_echo(std::string_view text) const {
  std::string lower = to_lower_ascii(text);
  const bool is_echo =
      std::any_of(parts_.begin(), parts_.end(), [&](const Secret& part) {
        return lower.find(part.reveal()) != std::string::npos;
      });
  if (is_echo) wipe(lower);
  return is_echo;
}

}  // namespace catalint
