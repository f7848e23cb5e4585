#include "rules/path.h"

#include <gtest/gtest.h>

#include "yaml/dump.h"

namespace catalint {
namespace {

// For each target `key=value`, `key?nearest` where it is missing; an alias's
// value is followed by the place of the alias.
std::string targets(const std::string& text,
                    const std::vector<std::string>& path) {
  const SourceFile source("x.yaml", text);
  const YamlStream stream = parse_yaml(source);
  PathTable table;
  const PathId id = table.intern(path);
  PathResolver resolver(table, *stream.documents.at(0).root);
  std::string out;
  for (const Target& target : resolver.targets(id)) {
    out += (out.empty() ? "" : ", ") + std::string(target.key);
    if (target.node == nullptr) {
      out += "?" + (target.nearest == nullptr
                        ? ""
                        : std::string(target.nearest->key->value));
    } else {
      out += "=" + (target.node->is_scalar() ? std::string(target.node->value)
                                             : "collection");
      if (target.place != target.node) {
        out += "@" + dump(source, target.place->span);
      }
    }
  }
  return out;
}

TEST(Path, LeadsToValues) {
  const struct {
    const char* text;
    std::vector<std::string> path;
    const char* targets;
  } rows[] = {
      {"a: 1\n", {}, "=collection"},
      {"a: 1\n", {"a"}, "a=1"},
      {"a: {b: {c: 1}}\n", {"a", "b", "c"}, "c=1"},
      {"a: 1\na: 2\n", {"a"}, "a=2"},
      {"1: x\n", {"1"}, "1=x"},
      {"a:\n", {"a"}, "a="},
      // missing
      {"{}\n", {"a"}, "a?"},
      {"{}\n", {"a", "b", "c"}, "c?"},
      {"a: {b: }\n", {"a", "b", "c"}, "c?b"},
      {"a: {}\n", {"a", "b", "c"}, "c?a"},
      {"a: text\n", {"a", "b"}, "b?a"},
      {"a: [b]\n", {"a", "b"}, "b?a"},
      // every entry and item
      {"a: {b: 1, c: 2}\n", {"a", "*"}, "b=1, c=2"},
      {"a: [1, 2]\n", {"a", "[]"}, "[]=1, []=2"},
      {"a: [1, 2]\n", {"a", "*"}, ""},
      {"a: {b: 1}\n", {"a", "[]"}, ""},
      {"a: [{b: 1}, {c: 2}, 3]\n", {"a", "[]", "b"}, "b=1, b?a, b?a"},
      {"a: {b: {x: 1}, c: {x: 2}}\n", {"a", "*", "x"}, "x=1, x=2"},
      {"a: {}\n", {"a", "*"}, ""},
      {"a: text\n", {"a", "*"}, ""},
      {"b: 1\n", {"a", "*"}, ""},
      {"a: {[x]: 1}\n", {"a", "*"}, "=1"},
      // aliases
      {"x: &x {b: 1}\na: *x\n", {"a"}, "a=collection@2:4-2:6"},
      {"x: &x {b: 1}\na: *x\n", {"a", "b"}, "b=1"},
      {"x: &x 1\na: [*x, 2]\n", {"a", "[]"}, "[]=1@2:5-2:7, []=2"},
      {"x: &x 1\na: {b: *x}\n", {"a", "*"}, "b=1@2:8-2:10"},
      // an unknown one is a finding of its own
      {"a: *x\n", {"a"}, ""},
      {"a: *x\n", {"a", "b"}, ""},
      {"a: {b: *x, c: 1}\n", {"a", "*"}, "c=1"},
      {"a: [*x, 1]\n", {"a", "[]"}, "[]=1"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(targets(row.text, row.path), row.targets);
  }
}

TEST(Path, IsInternedOnce) {
  PathTable table;
  const PathId ab = table.intern({"a", "b"});
  const std::size_t size = table.size();
  EXPECT_EQ(table.intern({"a", "b"}), ab);
  EXPECT_EQ(table.size(), size);
  EXPECT_NE(table.intern({"a"}), ab);
  EXPECT_EQ(table.size(), size);  // a step of the other path
  EXPECT_NE(table.intern({"b"}), table.intern({"a", "b"}));
  EXPECT_EQ(table.intern({}), 0U);
}

TEST(Path, HasAText) {
  PathTable table;
  const PathId path = table.intern({"spec", "*", "[]", "name"});
  const SourceFile source("x.yaml", "{}");
  const YamlStream stream = parse_yaml(source);
  const PathResolver resolver(table, *stream.documents.at(0).root);
  EXPECT_EQ(resolver.path_text(path), "spec.name.");
  EXPECT_EQ(resolver.path_text(0), "");
}

}  // namespace
}  // namespace catalint
