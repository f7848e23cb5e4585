// Members of JSON that somebody else wrote.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace catalint {

/// Nothing where there is no such text; so where `object` is none.
inline std::optional<std::string> text_at(const nlohmann::json& object,
                                          const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

/// False where there is no such flag.
inline bool flag_at(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

}  // namespace catalint
