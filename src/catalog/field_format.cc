#include "catalog/field_format.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "base/text.h"
#include "catalog/url.h"

namespace catalint {
namespace {

constexpr std::size_t kLongestName = 63;
constexpr std::size_t kLongestPrefix = 253;

using Mistake = std::optional<std::string>;

// JavaScript counts UTF-16 units; only ASCII passes these formats, so bytes
// tell the same. `what` names the part of the text that is judged.
Mistake length_problem(std::string_view text, std::size_t most,
                       std::string_view what) {
  if (text.empty()) return std::string(what) + " is empty";
  if (text.size() > most) {
    return std::string(what) + " has " + std::to_string(text.size()) +
           " characters; at most " + std::to_string(most) + " are allowed";
  }
  return std::nullopt;
}

Mistake character_problem(std::string_view text, bool (*accepts)(char),
                          std::string_view what) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    decode_utf8(text, i);
    if (i - begin == 1 && accepts(text[begin])) continue;
    const std::string_view character = text.substr(begin, i - begin);
    if (character == " ") return std::string(what) + " holds a space";
    std::string shown = quote_for_display(character);
    if (character.size() > 1) {
      std::size_t at = 0;
      std::array<char, 16> number{};
      std::snprintf(number.data(), number.size(), " (U+%04X)",
                    static_cast<unsigned>(decode_utf8(character, at)));
      shown += number.data();
    } else if (is_upper(character[0])) {
      shown = "the upper-case letter " + shown;
    }
    return std::string(what) + " holds " + shown;
  }
  return std::nullopt;
}

// Runs of `word` characters with single separators (or, for dashes, any
// number of them) between, never at an end.
Mistake edge_problem(std::string_view text, bool (*is_word)(char),
                     std::string_view what) {
  if (!is_word(text.front())) {
    return std::string(what) + " starts with " +
           quote_for_display(text.substr(0, 1));
  }
  if (!is_word(text.back())) {
    return std::string(what) + " ends with " +
           quote_for_display(text.substr(text.size() - 1));
  }
  return std::nullopt;
}

Mistake name_problem(std::string_view text, std::string_view what) {
  if (auto problem = length_problem(text, kLongestName, what)) return problem;
  const auto accepts = [](char c) {
    return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
  };
  if (auto problem = character_problem(text, accepts, what)) return problem;
  return edge_problem(text, is_alphanumeric, what);
}

bool is_lower_or_digit(char c) { return is_lower(c) || is_digit(c); }

Mistake dns_label_problem(std::string_view text, std::string_view what) {
  if (auto problem = length_problem(text, kLongestName, what)) return problem;
  const auto accepts = [](char c) { return is_lower_or_digit(c) || c == '-'; };
  if (auto problem = character_problem(text, accepts, what)) return problem;
  return edge_problem(text, is_lower_or_digit, what);
}

Mistake dns_subdomain_problem(std::string_view text, std::string_view what) {
  if (auto problem = length_problem(text, kLongestPrefix, what)) {
    return problem;
  }
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('.', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (part.empty()) return std::string(what) + " has an empty part";
    if (auto problem = dns_label_problem(part, what)) return problem;
    begin = end + 1;
  }
  return std::nullopt;
}

Mistake key_problem(std::string_view text) {
  if (text.empty()) return "it is empty";
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return name_problem(text, "it");
  if (text.find('/', slash + 1) != std::string_view::npos) {
    return "it has more than one `/`";
  }
  if (auto problem = dns_subdomain_problem(text.substr(0, slash),
                                           "the part before the `/`")) {
    return problem;
  }
  return name_problem(text.substr(slash + 1), "the part after the `/`");
}

Mistake api_version_problem(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    if (text.find('/', slash + 1) != std::string_view::npos) {
      return "it has more than one `/`";
    }
    if (auto problem = dns_subdomain_problem(text.substr(0, slash),
                                             "the part before the `/`")) {
      return problem;
    }
    text.remove_prefix(slash + 1);
  }
  const std::string_view what =
      slash == std::string_view::npos ? "it" : "the part after the `/`";
  if (auto problem = length_problem(text, kLongestName, what)) return problem;
  return character_problem(text, is_alphanumeric, what);
}

Mistake kind_problem(std::string_view text) {
  if (auto problem = length_problem(text, kLongestName, "it")) return problem;
  if (!is_letter(text.front())) {
    return "it starts with " + quote_for_display(text.substr(0, 1));
  }
  return character_problem(text, is_alphanumeric, "it");
}

Mistake tag_problem(std::string_view text) {
  if (auto problem = length_problem(text, kLongestName, "it")) return problem;
  const auto is_word = [](char c) {
    return is_lower_or_digit(c) || c == ':' || c == '+' || c == '#';
  };
  const auto accepts = [](char c) {
    return is_lower_or_digit(c) || c == ':' || c == '+' || c == '#' || c == '-';
  };
  if (auto problem = character_problem(text, accepts, "it")) return problem;
  if (text.find("--") != std::string_view::npos)
    return "it has two `-` in a row";
  return edge_problem(text, is_word, "it");
}

constexpr std::array<std::pair<std::string_view, FieldFormat>, 9> kFormats{{
    {"api-version", FieldFormat::kApiVersion},
    {"kind", FieldFormat::kKind},
    {"name", FieldFormat::kName},
    {"namespace", FieldFormat::kNamespace},
    {"annotation-key", FieldFormat::kAnnotationKey},
    {"label-value", FieldFormat::kLabelValue},
    {"tag", FieldFormat::kTag},
    {"url", FieldFormat::kUrl},
    {"not-blank", FieldFormat::kNotBlank},
}};

}  // namespace

std::optional<FieldFormat> field_format_of(std::string_view name) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [&](const auto& format) { return format.first == name; });
  if (found == kFormats.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> format_problem(FieldFormat format,
                                          std::string_view text) {
  switch (format) {
    case FieldFormat::kApiVersion:
      return api_version_problem(text);
    case FieldFormat::kKind:
      return kind_problem(text);
    case FieldFormat::kName:
      return name_problem(text, "it");
    case FieldFormat::kNamespace:
      return dns_label_problem(text, "it");
    case FieldFormat::kAnnotationKey:
      return key_problem(text);
    case FieldFormat::kLabelValue:
      return text.empty() ? std::nullopt : name_problem(text, "it");
    case FieldFormat::kTag:
      return tag_problem(text);
    case FieldFormat::kUrl:
      return url_problem(text);
    case FieldFormat::kNotBlank:
      if (trim(text).empty()) return "it is blank";
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace catalint
