#include "base/fields.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "base/text.h"

namespace catalint {
namespace {

bool is_setting(const ConfigNode& node) {
  return node.is_map() && !node.items.empty() &&
         node.items.front().text == "setting";
}

}  // namespace

void throw_at(const ConfigSource& source, const ConfigNode& node,
              const std::string& message) {
  throw field_error(source.name, node.line, node.column, message);
}

Fields::Fields(const ConfigSource& source, const ConfigNode& map,
               std::string_view what, const std::vector<std::string>& known)
    : source_(source), map_(map), what_(what) {
  if (!map_.is_map()) {
    throw_at(source_, map_,
             std::string(what_) + " must be a map of keys and values");
  }
  if (source_.is_verified) return;
  for (std::size_t i = 0; i < map_.items.size(); i += 2) {
    const ConfigNode& key = map_.items[i];
    if (std::find(known.begin(), known.end(), key.text) == known.end()) {
      throw_at(source_, key,
               std::string(what_) + " has no key " +
                   quote_for_display(key.text) + did_you_mean(key.text, known));
    }
    for (std::size_t j = 0; j < i; j += 2) {
      if (map_.items[j].text == key.text) {
        throw_at(source_, key,
                 std::string(what_) + " has the key " +
                     quote_for_display(key.text) + " twice");
      }
    }
  }
}

const ConfigNode& Fields::node(std::string_view key) const {
  static const ConfigNode kAbsent;
  for (std::size_t i = 0; i < map_.items.size(); i += 2) {
    if (map_.items[i].text == key) return map_.items[i + 1];
  }
  return kAbsent;
}

bool Fields::has(std::string_view key) const { return !node(key).is_null(); }

void Fields::fail(const std::string& message) const {
  throw_at(source_, map_, message);
}

void Fields::fail(std::string_view key, const std::string& message) const {
  throw_at(source_, has(key) ? node(key) : map_, message);
}

void Fields::fail_at(std::string_view key, std::size_t item,
                     const std::string& message) const {
  if (!has(key) || !node(key).is_list() || item >= node(key).items.size()) {
    fail(key, message);
  }
  throw_at(source_, node(key).items[item], message);
}

std::string Fields::text(std::string_view key) const {
  if (!has(key)) {
    fail(std::string(what_) + " needs the key " + quote_for_display(key));
  }
  const ConfigNode& value = node(key);
  if (is_setting(value)) {
    const std::vector<std::string> words = texts(key);
    if (words.size() == 1 && !words.front().empty()) return words.front();
  }
  if (!value.is_scalar() || value.text.empty()) {
    fail(key, quote_for_display(key) + " must be text, and not empty");
  }
  return std::string(value.text);
}

std::string Fields::text_or(std::string_view key, std::string fallback) const {
  return has(key) ? text(key) : std::move(fallback);
}

bool Fields::flag(std::string_view key) const {
  if (!has(key)) return false;
  const std::string word = node(key).is_scalar() ? text(key) : "";
  if (word != "true" && word != "false") {
    fail(key, quote_for_display(key) + " must be true or false");
  }
  return word == "true";
}

const std::vector<std::string>* Fields::setting(std::string_view name) const {
  if (source_.settings == nullptr) return nullptr;
  const auto found = source_.settings->find(std::string(name));
  return found == source_.settings->end() ? nullptr : &found->second;
}

bool Fields::conditions_hold(std::string_view key) const {
  if (!has(key)) return true;
  const ConfigNode& conditions = node(key);
  if (!conditions.is_map()) {
    fail(key,
         quote_for_display(key) + " must be a map from settings to values");
  }
  for (std::size_t i = 0; i < conditions.items.size(); i += 2) {
    const std::string_view wanted = conditions.items[i + 1].text;
    const auto* words = setting(conditions.items[i].text);
    const bool holds = wanted == "unset" ? words == nullptr
                       : wanted == "set"
                           ? words != nullptr
                           : words != nullptr && words->size() == 1 &&
                                 words->front() == wanted;
    if (!holds) return false;
  }
  return true;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  if (!has(key)) return {};
  const ConfigNode& value = node(key);
  if (value.is_scalar()) return {text(key)};
  if (is_setting(value)) {
    const Fields asked(source_, value, key, {"setting", "default"});
    const auto* words = setting(asked.text("setting"));
    return words != nullptr ? *words : asked.texts("default");
  }
  if (!value.is_list()) {
    fail(key, quote_for_display(key) + " must be a list of texts");
  }
  std::vector<std::string> out;
  out.reserve(value.items.size());
  for (const ConfigNode& item : value.items) {
    if (!item.is_scalar()) {
      throw_at(source_, item,
               quote_for_display(key) + " must be a list of texts");
    }
    out.emplace_back(item.text);
  }
  return out;
}

}  // namespace catalint
