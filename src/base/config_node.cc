#include "base/config_node.h"

#include <yaml-cpp/yaml.h>

#include "base/text.h"

namespace catalint {

// Copies yaml-cpp's tree; anchors and aliases are resolved by then.
class ConfigBuilder {
 public:
  ConfigBuilder(const std::string& file, ConfigDocument& document)
      : file_(file), document_(document) {}

  ConfigNode build(const YAML::Node& node, int depth) {
    constexpr int kDeepest = 64;
    ConfigNode out;
    out.line = node.Mark().line + 1;
    out.column = node.Mark().column + 1;
    if (depth > kDeepest || ++count_ > kMostNodes) {
      throw field_error(file_, out.line, out.column,
                        "nested too deep, or too many aliases");
    }
    if (node.IsScalar()) {
      out.kind = ConfigNode::Kind::kScalar;
      out.text = document_.texts_.emplace_back(node.Scalar());
    } else if (node.IsSequence() || node.IsMap()) {
      out.kind =
          node.IsMap() ? ConfigNode::Kind::kMap : ConfigNode::Kind::kList;
      std::vector<ConfigNode> items;
      for (const auto& item : node) {
        if (node.IsMap()) {
          items.push_back(build(item.first, depth + 1));
          items.push_back(build(item.second, depth + 1));
        } else {
          items.push_back(build(item, depth + 1));
        }
      }
      out.items = document_.lists_.emplace_back(std::move(items));
    }
    return out;
  }

 private:
  static constexpr int kMostNodes = 1'000'000;

  const std::string& file_;
  ConfigDocument& document_;
  int count_ = 0;
};

FieldError field_error(std::string_view file, int line, int column,
                       std::string_view message) {
  std::string text = path_for_display(file);
  if (line > 0) {
    text += ":" + std::to_string(line) + ":" + std::to_string(column);
  }
  return FieldError(text + ": " + std::string(message));
}

ConfigDocument ConfigDocument::parse(const std::string& file,
                                     const std::string& text) {
  ConfigDocument document;
  try {
    const std::vector<YAML::Node> all = YAML::LoadAll(text);
    if (all.size() > 1) {
      throw field_error(file, all[1].Mark().line + 1, all[1].Mark().column + 1,
                        "a second document; expected one alone");
    }
    if (!all.empty()) {
      document.root_ = ConfigBuilder(file, document).build(all.front(), 0);
    }
  } catch (const YAML::Exception& error) {
    throw field_error(file, error.mark.line + 1, error.mark.column + 1,
                      "this is not YAML: " + error.msg);
  }
  return document;
}

}  // namespace catalint
