#include "rules/message.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/edit_distance.h"
#include "base/text.h"

namespace catalint {
namespace {

using Named = std::pair<std::string_view, Placeholder>;

constexpr std::array<Named, 7> kNames{{
    {"value", Placeholder::kValue},
    {"key", Placeholder::kKey},
    {"type", Placeholder::kType},
    {"ref", Placeholder::kRef},
    {"kind", Placeholder::kKind},
    {"detail", Placeholder::kDetail},
    {"suggestion", Placeholder::kSuggestion},
}};

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_lower);
}

// Tells of literal text and of the names in braces, in their order.
template <typename OnLiteral, typename OnName>
void take_apart(std::string_view text, OnLiteral on_literal, OnName on_name) {
  std::size_t literal = 0;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (!is_name(name)) continue;
    on_literal(text.substr(literal, open - literal));
    on_name(name);
    literal = close + 1;
    open = close;
  }
  on_literal(text.substr(literal));
}

const Named* find_placeholder(std::string_view name) {
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(),
                   [&](const Named& known) { return known.first == name; });
  return found == kNames.end() ? nullptr : found;
}

}  // namespace

Result<Message> Message::parse(std::string_view text) {
  std::optional<std::string_view> unknown;
  take_apart(
      text, [](std::string_view /*literal*/) {},
      [&](std::string_view name) {
        if (!unknown && find_placeholder(name) == nullptr) unknown = name;
      });
  if (unknown) {
    std::vector<std::string> known;
    known.reserve(kNames.size());
    for (const auto& entry : kNames) known.emplace_back(entry.first);
    return Error{"no placeholder is called " +
                 quote_for_display("{" + std::string(*unknown) + "}") +
                 did_you_mean(*unknown, known)};
  }
  Message message;
  message.text_ = text;
  return message;
}

std::string Message::render(const Values& values) const {
  std::string out;
  take_apart(
      text_, [&](std::string_view literal) { out += literal; },
      [&](std::string_view name) {
        const auto value = values.find(find_placeholder(name)->second);
        if (value != values.end()) out += value->second;
      });
  return out;
}

bool Message::uses(Placeholder placeholder) const {
  bool is_used = false;
  take_apart(
      text_, [](std::string_view /*literal*/) {},
      [&](std::string_view name) {
        is_used = is_used || find_placeholder(name)->second == placeholder;
      });
  return is_used;
}

}  // namespace catalint
