#include "verify/proxy_secrets.h"

#include <algorithm>
#include <string_view>

#include "base/percent_encoding.h"
#include "base/text.h"

namespace catalint {
namespace {

// What stands before the last `@`; a password with `/` or `#` in it is there
// too, where libcurl takes a part of it for the host.
std::string_view user_and_password_in(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  const std::size_t sign = address.rfind('@');
  return sign == std::string_view::npos ? "" : address.substr(0, sign);
}

bool has_word(std::string_view text, std::string_view word) {
  const auto ends = [&](std::size_t at) {
    return at >= text.size() || !is_alphanumeric(text[at]);
  };
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    if ((at == 0 || ends(at - 1)) && ends(at + word.size())) return true;
  }
  return false;
}

}  // namespace

ProxySecrets::ProxySecrets(const Variable& variable) {
  for (const char* name :
       {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
    auto address = variable(name);
    if (!address) continue;
    const std::string_view whole = user_and_password_in(*address);
    if (!whole.empty()) whole_.emplace_back(whole);
    std::string decoded = percent_decoded(whole);
    add_words(whole);
    add_words(decoded);
    wipe(decoded);
    wipe(*address);
  }
}

void ProxySecrets::add_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_alphanumeric(text[i])) ++i;
    if (i > begin) words_.emplace_back(text.substr(begin, i - begin));
    if (i < text.size()) ++i;
  }
}

std::optional<std::string> ProxySecrets::without(std::string text) const {
  constexpr std::size_t kStart = 8;  // of one that libcurl cut off
  for (const Secret& secret : whole_) {
    const std::string_view whole = secret.reveal();
    for (std::size_t at = text.find(whole); at != std::string::npos;
         at = text.find(whole, at + 1)) {
      const bool is_in_address = text.substr(at + whole.size(), 1) == "@";
      if (is_in_address) text.replace(at, whole.size(), "…");
    }
    if (whole.size() > kStart &&
        text.find(whole.substr(0, kStart)) != std::string::npos) {
      return std::nullopt;
    }
  }
  const bool is_told = std::any_of(
      words_.begin(), words_.end(),
      [&](const Secret& word) { return has_word(text, word.reveal()); });
  if (is_told) return std::nullopt;
  return text;
}

}  // namespace catalint
