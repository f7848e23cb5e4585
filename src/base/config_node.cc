#include "base/config_node.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <optional>
#include <sstream>

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

namespace {

// Where documents start. yaml-cpp 0.7 finds an empty one behind some mistakes
// again and again, so nobody asks it for all.
class DocumentStarts : public YAML::EventHandler {
 public:
  std::vector<YAML::Mark> marks;

  void OnDocumentStart(const YAML::Mark& mark) override {
    marks.push_back(mark);
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

// Of the second document; nothing where there is none.
std::optional<YAML::Mark> second_document(const std::string& text) {
  std::istringstream in(text);
  YAML::Parser parser(in);
  DocumentStarts starts;
  if (!parser.HandleNextDocument(starts)) return std::nullopt;
  parser.HandleNextDocument(starts);
  if (starts.marks.size() < 2) return std::nullopt;
  return starts.marks[1];
}

}  // namespace

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
    if (const auto second = second_document(text)) {
      throw field_error(file, second->line + 1, second->column + 1,
                        "a second document; expected one alone");
    }
    document.root_ = ConfigBuilder(file, document).build(YAML::Load(text), 0);
  } catch (const YAML::Exception& error) {
    throw field_error(file, error.mark.line + 1, error.mark.column + 1,
                      "this is not YAML: " + error.msg);
  }
  return document;
}

}  // namespace catalint
