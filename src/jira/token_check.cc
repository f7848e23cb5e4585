#include "jira/token_check.h"

#include <algorithm>
#include <optional>

#include "base/base64.h"
#include "base/secret.h"
#include "base/text.h"
#include "jira/credentials.h"
#include "jira/secret.h"
#include "jira/variable_mistakes.h"

namespace catalint {
namespace {

constexpr std::string_view kEncodeAgain =
    "encode it again with `catalint credentials encode`";

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() > word.size() && is_blank(text[word.size()]) &&
         to_lower_ascii(text.substr(0, word.size())) == word;
}

// `user:token`, once it is decoded.
void check_pair(std::string_view pair, bool is_cloud,
                VariableMistakes& mistakes) {
  const std::size_t colon = pair.find(':');
  const std::string_view user = pair.substr(0, colon);
  const std::string_view token = pair.substr(colon + 1);
  if (pair.ends_with('\n') || pair.ends_with('\r')) {
    mistakes.add(
        "was encoded together with a line end, as `echo` without -n "
        "adds one; " +
        std::string(kEncodeAgain));
  } else if (std::any_of(user.begin(), user.end(), is_white_space) ||
             (is_cloud &&
              std::any_of(token.begin(), token.end(), is_white_space))) {
    mistakes.add(
        "holds a blank or a line end once it is decoded; copy the token alone, "
        "and " +
        std::string(kEncodeAgain));
  } else if (has_stray_white_space(token)) {
    // Within, a password of Data Center may have blanks.
    mistakes.add("has a blank at an end or a line end once it is decoded; " +
                 std::string(kEncodeAgain));
  }
  if (user.empty()) {
    mistakes.add("has no user before the colon once it is decoded; " +
                 std::string(kEncodeAgain));
  } else if (is_cloud && user.find('@') == std::string_view::npos) {
    mistakes.add(
        "has a user that is no e-mail address, and Atlassian Cloud "
        "knows its users by theirs; " +
        std::string(kEncodeAgain));
  }
  if (trim(token).empty()) {
    mistakes.add("has no token after the colon once it is decoded; " +
                 std::string(kEncodeAgain));
  }
}

// Of what decodes to a text without a colon.
void check_without_colon(std::string_view decoded, VariableMistakes& mistakes) {
  auto again = decode_base64(trim(decoded));
  const bool is_twice =
      again && is_readable(*again) && again->find(':') != std::string::npos;
  if (again) wipe(*again);
  if (is_twice) {
    mistakes.add("was encoded twice; " + std::string(kEncodeAgain));
    return;
  }
  mistakes.add("has no `user:` before the token once it is decoded; " +
               std::string(kEncodeAgain));
}

// Base64 with the other alphabet, or without its padding; nothing when it is
// neither.
std::optional<std::string> almost_base64(std::string_view token) {
  std::string plain;
  plain.reserve(token.size() + 3);  // so that it is not moved
  plain = token;
  std::replace(plain.begin(), plain.end(), '-', '+');
  std::replace(plain.begin(), plain.end(), '_', '/');
  while (plain.size() % 4 != 0) plain += '=';
  auto decoded = decode_base64(plain);
  wipe(plain);
  return decoded;
}

bool is_pair(const std::optional<std::string>& decoded) {
  return decoded && is_readable(*decoded) &&
         decoded->find(':') != std::string::npos;
}

void check_basic(std::string_view token, bool is_cloud,
                 VariableMistakes& mistakes) {
  auto decoded = decode_base64(token);
  if (decoded && is_readable(*decoded)) {
    if (is_pair(decoded)) {
      check_pair(*decoded, is_cloud, mistakes);
    } else {
      check_without_colon(*decoded, mistakes);
    }
    wipe(*decoded);
    return;
  }
  if (decoded) wipe(*decoded);
  if (token.find(':') != std::string_view::npos) {
    mistakes.add("is `user:token` as it is; it must be base64 of that: " +
                 std::string(kEncodeAgain));
    return;
  }
  auto almost = almost_base64(token);
  const bool is_almost = is_pair(almost);
  if (almost) wipe(*almost);
  if (is_almost) {
    mistakes.add(
        "is base64 in the alphabet of URLs or without its `=` at the "
        "end; " +
        std::string(kEncodeAgain));
  } else if (decoded || credential_in(token)) {
    mistakes.add("is the bare token; it must be base64 of `user:token`: " +
                 std::string(kEncodeAgain));
  } else {
    mistakes.add("is not base64; it must be base64 of `user:token`: " +
                 std::string(kEncodeAgain));
  }
}

void check_bearer(std::string_view token, VariableMistakes& mistakes) {
  auto decoded = decode_base64(token);
  const bool is_basic = is_pair(decoded);
  if (decoded) wipe(*decoded);
  if (is_basic) {
    mistakes.add(
        "is base64 of `user:token`, which belongs to the realm Basic; "
        "with Bearer it is the token as it is");
  }
}

// Without the name of the realm, which does not belong here.
std::string_view without_realm(std::string_view token,
                               VariableMistakes& mistakes) {
  for (const char* realm : {"Basic", "Bearer"}) {
    const std::string_view name = realm;
    if (!starts_with_word(token, to_lower_ascii(name))) continue;
    mistakes.add("starts with `" + std::string(name) + " `, which " +
                 kJiraRealmVariable + " stands for; take it out");
    return trim(token.substr(name.size()));
  }
  return token;
}

}  // namespace

std::vector<std::string> mistakes_in_token(std::string_view token,
                                           bool is_bearer, bool is_cloud) {
  VariableMistakes mistakes(kJiraTokenVariable);
  if (!mistakes.look_at(token)) return mistakes.take();
  const std::string_view alone = without_realm(token, mistakes);
  if (!mistakes.look_for_white_space(
          alone,
          "take it out (base64 wraps long lines, unless -w0 is given)")) {
    return mistakes.take();
  }
  if (is_bearer) {
    check_bearer(alone, mistakes);
  } else {
    check_basic(alone, is_cloud, mistakes);
  }
  return mistakes.take();
}

}  // namespace catalint
