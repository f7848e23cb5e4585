#include "catalog/url.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/url_host.h"

namespace catalint {
namespace {

using Mistake = std::optional<std::string>;

bool is_blank_or_control(char c) {
  return static_cast<unsigned char>(c) <= 0x20;
}

// Without the white space that the standard takes out first.
std::string stripped(std::string_view text) {
  while (!text.empty() && is_blank_or_control(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank_or_control(text.back())) {
    text.remove_suffix(1);
  }
  std::string out(text);
  std::erase_if(out,
                [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

bool is_special(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "ws" ||
         scheme == "wss" || scheme == "ftp" || scheme == "file";
}

Mistake port_problem(std::string_view port) {
  unsigned number = 0;
  for (const char c : port) {
    if (!is_digit(c)) {
      return "its port " + quote_for_display(port) + " is no number";
    }
    number = std::min(number * 10 + static_cast<unsigned>(c - '0'), 65536U);
  }
  if (number > 65535) {
    return "its port " + quote_for_display(port) + " is more than 65535";
  }
  return std::nullopt;
}

// `user:password@host:port`
Mistake authority_problem(std::string_view authority, bool special) {
  const std::size_t at = authority.rfind('@');
  std::string_view host = authority;
  if (at != std::string_view::npos) {
    host.remove_prefix(at + 1);
    if (host.empty()) return "it names no host after the `@`";
  }
  bool in_brackets = false;
  std::size_t colon = 0;
  for (; colon < host.size(); ++colon) {
    if (host[colon] == ':' && !in_brackets) break;
    if (host[colon] == '[') in_brackets = true;
    if (host[colon] == ']') in_brackets = false;
  }
  const bool has_port = colon < host.size();
  const std::string_view port = has_port ? host.substr(colon + 1) : "";
  host = host.substr(0, colon);
  if (host.empty() && (special || has_port)) return "it names no host";
  if (auto problem = host_problem(host, special)) return problem;
  return port_problem(port);
}

bool is_drive_letter(std::string_view text) {
  return text.size() == 2 && is_letter(text[0]) &&
         (text[1] == ':' || text[1] == '|');
}

// What stands behind `file:`.
Mistake file_problem(std::string_view rest) {
  const auto is_slash = [](char c) { return c == '/' || c == '\\'; };
  if (rest.size() < 2 || !is_slash(rest[0]) || !is_slash(rest[1])) {
    return std::nullopt;
  }
  rest.remove_prefix(2);
  const std::string_view host = rest.substr(0, rest.find_first_of("/\\?#"));
  if (host.empty() || is_drive_letter(host)) return std::nullopt;
  return host_problem(host, true);
}

}  // namespace

std::optional<std::string> url_problem(std::string_view text) {
  const std::string url = stripped(text);
  std::string_view rest = url;
  std::size_t colon = 0;
  while (colon < rest.size() &&
         (is_alphanumeric(rest[colon]) || rest[colon] == '+' ||
          rest[colon] == '-' || rest[colon] == '.')) {
    ++colon;
  }
  if (colon == rest.size() || rest[colon] != ':' || !is_letter(rest[0])) {
    return "it has no scheme such as `https://`";
  }
  const std::string scheme = to_lower_ascii(rest.substr(0, colon));
  rest.remove_prefix(colon + 1);
  if (scheme == "file") return file_problem(rest);
  if (is_special(scheme)) {
    rest.remove_prefix(std::min(rest.find_first_not_of("/\\"), rest.size()));
    return authority_problem(rest.substr(0, rest.find_first_of("/\\?#")), true);
  }
  if (!rest.starts_with("//")) return std::nullopt;
  rest.remove_prefix(2);
  return authority_problem(rest.substr(0, rest.find_first_of("/?#")), false);
}

}  // namespace catalint
