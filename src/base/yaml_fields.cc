#include "base/yaml_fields.h"

#include <algorithm>
#include <set>

#include "base/edit_distance.h"
#include "base/text.h"

namespace catalint {
namespace {

std::string at(const std::string& file, const YAML::Mark& mark,
               const std::string& message) {
  std::string place = escape_for_display(file, 4096);
  if (mark.line >= 0) {
    place += ":" + std::to_string(mark.line + 1) + ":" +
             std::to_string(mark.column + 1);
  }
  return place + ": " + message;
}

}  // namespace

YAML::Node load_yaml(const std::string& file, const std::string& text) {
  try {
    return YAML::Load(text);
  } catch (const YAML::Exception& error) {
    throw FieldError(at(file, error.mark, "this is not YAML: " + error.msg));
  }
}

void throw_at(const std::string& file, const YAML::Node& node,
              const std::string& message) {
  throw FieldError(at(file, node.Mark(), message));
}

Fields::Fields(const std::string& file, YAML::Node map, std::string_view what,
               const std::vector<std::string>& known)
    : file_(file), map_(std::move(map)), what_(what) {
  if (!map_.IsMap()) {
    throw_at(file_, map_, what_ + " must be a map of keys and values");
  }
  std::set<std::string> seen;
  for (const auto& entry : map_) {
    const auto key = entry.first.as<std::string>("");
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      throw_at(file_, entry.first,
               what_ + " has no key " + quote_for_display(key) +
                   did_you_mean(key, known));
    }
    if (!seen.insert(key).second) {
      throw_at(file_, entry.first,
               what_ + " has the key " + quote_for_display(key) + " twice");
    }
  }
}

bool Fields::has(std::string_view key) const {
  return node(key).IsDefined() && !node(key).IsNull();
}

YAML::Node Fields::node(std::string_view key) const {
  const YAML::Node& map = map_;
  return map[std::string(key)];
}

void Fields::fail(const std::string& message) const {
  throw_at(file_, map_, message);
}

void Fields::fail(std::string_view key, const std::string& message) const {
  throw_at(file_, node(key), message);
}

std::string Fields::text(std::string_view key) const {
  if (!has(key)) {
    fail(what_ + " needs the key " + quote_for_display(key));
  }
  if (!node(key).IsScalar() || node(key).Scalar().empty()) {
    fail(key, quote_for_display(key) + " must be text, and not empty");
  }
  return node(key).Scalar();
}

std::string Fields::text_or(std::string_view key, std::string fallback) const {
  return has(key) ? text(key) : std::move(fallback);
}

bool Fields::flag(std::string_view key) const {
  if (!has(key)) return false;
  bool value = false;
  if (!YAML::convert<bool>::decode(node(key), value)) {
    fail(key, quote_for_display(key) + " must be true or false");
  }
  return value;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  if (!has(key)) return {};
  const YAML::Node value = node(key);
  if (value.IsScalar()) return {text(key)};
  if (!value.IsSequence()) {
    fail(key, quote_for_display(key) + " must be a list of texts");
  }
  std::vector<std::string> out;
  for (const auto& item : value) {
    if (!item.IsScalar()) {
      throw_at(file_, item, quote_for_display(key) + " must be a list of texts");
    }
    out.push_back(item.Scalar());
  }
  return out;
}

}  // namespace catalint
