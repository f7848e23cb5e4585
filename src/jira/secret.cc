#include "jira/secret.h"

#include <algorithm>

#include "base/base64.h"
#include "base/pattern.h"
#include "base/text.h"

namespace catalint {
namespace {

// What tokens and base64 are made of.
bool is_token_character(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '=' ||
         c == '+' || c == '/' || c == '~';
}

// `user:token`, as basic authentication wants it.
bool is_user_and_token(std::string_view text) {
  static const Pattern kUserAndToken(R"(^[\w.%+@-]{2,}:[!-~]{6,}\n?$)");
  return kUserAndToken.matches(text);
}

// A word of token characters may begin with a name, as in `token=ATATT3…`; in
// the middle of letters and digits the prefixes are nothing but letters.
bool is_atlassian_token(std::string_view word) {
  constexpr std::size_t kShortestRest = 12;
  for (const std::string_view prefix : {"ATATT3", "ATCTT3", "ATSTT3", "ATBB"}) {
    for (std::size_t at = word.find(prefix); at != std::string_view::npos;
         at = word.find(prefix, at + 1)) {
      const bool starts = at == 0 || !is_alphanumeric(word[at - 1]);
      if (starts && word.size() - at >= prefix.size() + kShortestRest) {
        return true;
      }
    }
  }
  return false;
}

// Prose behind `Basic` or `Bearer`: words with dashes, dots or slashes between
// them, as in `authentication-service` or `token-introspection/v2`.
bool is_made_of_words(std::string_view word) {
  static const Pattern kWords(
      "^[A-Za-z][a-z]*(?:[-_./][A-Za-z][a-z]*|[-_./]v?[0-9]{1,3})+$");
  return kWords.matches(word);
}

struct Credential {
  Span span;
  std::string_view what;
};

// Words that stand for a password, as documents and masked() write them.
bool stands_for_password(std::string_view word) {
  static const Pattern kStandIn(
      "(?i)^(?:pass(?:word|wd)?|pwd|secret|(?:api[-_]?)?token|change-?me|todo|"
      "x+|[*.]+|redacted|bearer|basic|true|false|none|null)$|"
      "^your|example|[<>{}$]|\\[|%\\(|…$");
  return kStandIn.matches(word);
}

// `https://user:password@host`: from the colon to the sign.
void find_passwords_in_urls(std::string_view text,
                            std::vector<Credential>& found) {
  constexpr std::string_view kStart = "://";
  for (std::size_t at = text.find(kStart); at != std::string_view::npos;
       at = text.find(kStart, at)) {
    at += kStart.size();
    const std::size_t end =
        std::min(text.find_first_of("/?# \t\r\n\"'`<>|,", at), text.size());
    const std::string_view authority = text.substr(at, end - at);
    const std::size_t sign = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    if (sign == std::string_view::npos || colon >= sign) continue;
    const Span password{at + colon + 1, at + sign};
    if (password.size() == 0 ||
        stands_for_password(text.substr(password.begin, password.size()))) {
      continue;
    }
    found.push_back({password, "a password in a URL"});
  }
}

void find_tokens(std::string_view text, std::vector<Credential>& found) {
  constexpr std::size_t kShortest = 16;
  constexpr std::size_t kLongest = 4096;
  std::string scheme;  // `bearer` or `basic`, right before the word
  for (std::size_t i = 0; i < text.size();) {
    if (!is_token_character(text[i])) {
      // Other characters than blanks part a scheme from what follows.
      if (text[i] != ' ') scheme.clear();
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && is_token_character(text[i])) ++i;
    const std::string_view word = text.substr(begin, i - begin);
    if (word.size() < kShortest) {
      scheme = word.size() <= 6 ? to_lower_ascii(word) : "";
      continue;
    }
    std::string_view what;
    if (is_atlassian_token(word)) {
      what = "an Atlassian API token";
    } else if (scheme == "bearer" && !is_made_of_words(word)) {
      what = "a Bearer credential";
    } else if (scheme == "basic" && !is_made_of_words(word)) {
      what = "a Basic credential";
    } else if (word.size() <= kLongest) {
      const auto decoded = decode_base64(word);
      if (decoded && is_user_and_token(*decoded)) {
        what = "`user:token` in base64";
      }
    }
    if (!what.empty()) found.push_back({{begin, i}, what});
    scheme.clear();
  }
}

// In their order; of two that overlap, the first.
std::vector<Credential> find_credentials(std::string_view text) {
  std::vector<Credential> found;
  find_tokens(text, found);
  const auto passwords = static_cast<std::ptrdiff_t>(found.size());
  find_passwords_in_urls(text, found);
  const auto comes_first = [](const Credential& a, const Credential& b) {
    return a.span.begin < b.span.begin;
  };
  std::inplace_merge(found.begin(), found.begin() + passwords, found.end(),
                     comes_first);
  const auto overlaps = [](const Credential& a, const Credential& b) {
    return b.span.begin < a.span.end;
  };
  found.erase(std::unique(found.begin(), found.end(), overlaps), found.end());
  return found;
}

}  // namespace

bool could_be_password(std::string_view text) {
  constexpr std::size_t kShortest = 8;
  return text.size() >= kShortest &&
         text.find_first_of(" \t\r\n") == std::string_view::npos &&
         std::any_of(text.begin(), text.end(), is_digit) &&
         std::any_of(text.begin(), text.end(), is_letter) &&
         !is_made_of_words(text) && !stands_for_password(text);
}

std::optional<std::string> credential_in(std::string_view text) {
  const std::vector<Credential> found = find_credentials(text);
  if (found.empty()) return std::nullopt;
  return std::string(found.front().what);
}

std::vector<Span> credentials_in(std::string_view text) {
  std::vector<Span> spans;
  for (const Credential& credential : find_credentials(text)) {
    spans.push_back(credential.span);
  }
  return spans;
}

std::string without_credentials(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (const Credential& credential : find_credentials(text)) {
    out += text.substr(done, credential.span.begin - done);
    out += masked(text.substr(credential.span.begin, credential.span.size()));
    done = credential.span.end;
  }
  out += text.substr(done);
  return out;
}

std::size_t shown_end(std::string_view secret) {
  constexpr int kShown = 4;
  std::size_t end = 0;
  for (int i = 0; i < kShown && end < secret.size(); ++i) {
    decode_utf8(secret, end);
  }
  return end;
}

std::string masked(std::string_view secret) {
  return escape_for_display(secret.substr(0, shown_end(secret))) + "…";
}

}  // namespace catalint
