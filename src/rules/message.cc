#include "rules/message.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/edit_distance.h"
#include "base/text.h"

namespace catalint {
namespace {

constexpr std::array<std::pair<std::string_view, Placeholder>, 7> kNames{{
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

}  // namespace

Result<Message> Message::parse(std::string_view text) {
  Message message;
  std::string literal;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t close =
        text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    const bool is_placeholder = close != std::string_view::npos &&
                                is_name(text.substr(i + 1, close - i - 1));
    if (!is_placeholder) {
      literal += text[i];
      continue;
    }
    const std::string_view name = text.substr(i + 1, close - i - 1);
    const auto found =
        std::find_if(kNames.begin(), kNames.end(),
                     [&](const auto& known) { return known.first == name; });
    if (found == kNames.end()) {
      std::vector<std::string> known;
      known.reserve(kNames.size());
      for (const auto& entry : kNames) known.emplace_back(entry.first);
      return Error{"no placeholder is called " +
                   quote_for_display("{" + std::string(name) + "}") +
                   did_you_mean(name, known)};
    }
    if (!literal.empty()) message.parts_.emplace_back(std::move(literal));
    literal.clear();
    message.parts_.emplace_back(found->second);
    i = close;
  }
  if (!literal.empty()) message.parts_.emplace_back(std::move(literal));
  return message;
}

std::string Message::render(const Values& values) const {
  std::string out;
  for (const auto& part : parts_) {
    if (const auto* literal = std::get_if<std::string>(&part)) {
      out += *literal;
    } else {
      const auto value = values.find(std::get<Placeholder>(part));
      if (value != values.end()) out += value->second;
    }
  }
  return out;
}

bool Message::uses(Placeholder placeholder) const {
  return std::any_of(parts_.begin(), parts_.end(), [&](const auto& part) {
    const auto* used = std::get_if<Placeholder>(&part);
    return used != nullptr && *used == placeholder;
  });
}

}  // namespace catalint
