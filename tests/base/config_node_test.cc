#include "base/config_node.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

// `null`, a text, `[…]` or `{key: value}`, each with its line and column.
std::string dump(const ConfigNode& node) {
  std::string out;
  if (node.is_null()) out = "null";
  if (node.is_scalar()) out = std::string(node.text);
  for (const ConfigNode& item : node.items) {
    const bool is_value = node.is_map() && (&item - node.items.data()) % 2 == 1;
    out += (out.empty() ? "" : (is_value ? ": " : ", ")) + dump(item);
  }
  if (node.is_list()) out = "[" + out + "]";
  if (node.is_map()) out = "{" + out + "}";
  return out + "@" + std::to_string(node.line) + ":" +
         std::to_string(node.column);
}

std::string parsed(const std::string& text) {
  try {
    return dump(ConfigDocument::parse("x.yaml", text).root());
  } catch (const FieldError& error) {
    return error.what();
  }
}

TEST(ConfigNode, IsReadFromAText) {
  const struct {
    const char* text;
    const char* tree;
  } rows[] = {
      {"a", "a@1:1"},
      {"a: b\nc: [d, 'e f']\n",
       "{a@1:1: b@1:4, c@2:1: [d@2:5, e f@2:8]@2:4}@1:1"},
      {"- ~\n- \"\"\n- {}\n- []\n", "[null@1:3, @2:3, {}@3:3, []@4:3]@1:1"},
      {"a: &x [b]\nc: *x\n", "{a@1:1: [b@1:8]@1:4, c@2:1: [b@1:8]@1:4}@1:1"},
  };
  for (const auto& row : rows) EXPECT_EQ(parsed(row.text), row.tree);
}

TEST(ConfigNode, ErrorsHaveAPlace) {
  EXPECT_EQ(parsed("a: b\n c: d\n"),
            "x.yaml:2:3: this is not YAML: illegal map value");
  EXPECT_EQ(parsed("a: b\n---\nc: d\n"),
            "x.yaml:2:1: a second document; expected one alone");
  EXPECT_EQ(std::string(field_error("a\n\x1B.yaml", 2, 3, "no").what()),
            "a\\n\\x1B.yaml:2:3: no");
  EXPECT_EQ(std::string(field_error("a", 0, 0, "no").what()), "a: no");
}

// A pack may come from anyone.
TEST(ConfigNode, RefusesWhatWouldNotEnd) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'h'; ++c) {
    const std::string before = std::string("*") + static_cast<char>(c - 1);
    bomb += std::string(1, c) + ": &" + c + " [" + before;
    for (int i = 0; i < 9; ++i) bomb += ", " + before;
    bomb += "]\n";
  }
  EXPECT_TRUE(parsed(bomb).ends_with("nested too deep, or too many aliases"));
  EXPECT_TRUE(
      parsed("&a [*a]\n").ends_with("nested too deep, or too many aliases"));
  EXPECT_TRUE(parsed(std::string(66, '[') + std::string(66, ']'))
                  .ends_with("nested too deep, or too many aliases"));
  EXPECT_EQ(parsed(std::string(65, '[') + std::string(65, ']')).find("x.yaml"),
            std::string::npos);
  EXPECT_TRUE(parsed(std::string(50'000, '[')).starts_with("x.yaml:"));
  // yaml-cpp 0.7 takes the comma for one empty document after the other.
  EXPECT_EQ(parsed("{a: 1},\nb: 2\n"),
            "x.yaml:1:7: a second document; expected one alone");
}

}  // namespace
}  // namespace catalint
