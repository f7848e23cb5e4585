#include "catalint/entity.h"

#include <gtest/gtest.h>

#include "yaml/parse.h"

namespace catalint {
namespace {

// `apiVersion|kind|name|namespace|ref`, then which maps are there.
std::string described(const std::string& text) {
  const SourceFile source("x.yaml", text);
  const YamlStream stream = parse_yaml(source);
  if (stream.documents.size() != 1) return "not one document";
  const Entity entity = entity_of(stream.documents[0]);
  std::string out = std::string(entity.api_version) + "|" +
                    std::string(entity.kind) + "|" + std::string(entity.name) +
                    "|" + std::string(entity.name_space) + "|" + entity.ref;
  if (entity.metadata != nullptr) out += " metadata";
  if (entity.annotations != nullptr) out += " annotations";
  if (entity.spec != nullptr) out += " spec";
  return out;
}

TEST(Entity, HasWhatTheDocumentHas) {
  const struct {
    const char* text;
    const char* described;
  } rows[] = {
      {"{}", "|||default|"},
      {"apiVersion: a/v1\nkind: Component\nmetadata:\n  name: X\n",
       "a/v1|Component|X|default|component:default/x metadata"},
      {"kind: K\nmetadata: {name: Ab, namespace: Cd, annotations: {}}\n"
       "spec: {}\n",
       "|K|Ab|Cd|k:cd/ab metadata annotations spec"},
      // missing
      {"kind: K\nmetadata: {}\n", "|K||default| metadata"},
      {"metadata: {name: x}\n", "||x|default| metadata"},
      // of another type
      {"apiVersion: 1\nkind: [K]\nmetadata: {name: 1, namespace: true}\n",
       "|||default| metadata"},
      {"kind: K\nmetadata: x\nspec: []\n", "|K||default|"},
      {"kind: K\nmetadata:\n- name: x\n", "|K||default|"},
      {"metadata: {annotations: [a]}\n", "|||default| metadata"},
      {"metadata: {annotations: }\n", "|||default| metadata"},
      {"kind: K\nmetadata: {name: x, namespace: ''}\n",
       "|K|x|default|k:default/x metadata"},
      // aliases
      {"a: &k K\nb: &m {name: x, annotations: {}}\nkind: *k\nmetadata: *m\n",
       "|K|x|default|k:default/x metadata annotations"},
      {"kind: *k\nmetadata: *m\n", "|||default|"},
      // keys that are no strings, and keys that stand twice
      {"1: a\ntrue: b\n~: c\n[d]: e\nkind: K\n", "|K||default|"},
      {"kind: A\nkind: B\n", "|B||default|"},
      {"? !!str kind\n: K\n", "|K||default|"},
      {"Kind: K\n", "|||default|"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(described(row.text), row.described) << row.text;
  }
}

TEST(Entity, RefIsLowerCase) {
  EXPECT_EQ(described("kind: API\nmetadata: {name: MyApi, namespace: Ns}\n"),
            "|API|MyApi|Ns|api:ns/myapi metadata");
}

TEST(Entity, EmptyDocumentsAreNull) {
  const struct {
    const char* text;
    const char* empty;  // for each document
  } rows[] = {
      {"---\n---\na: b\n--- ~\n--- null\n", "yes no yes yes"},
      {"---\n''\n---\n[]\n---\n{}\n---\n0\n--- false\n", "no no no no no"},
      {"--- *x\n", "yes"},
      {"--- !!str\n", "no"},
  };
  for (const auto& row : rows) {
    const SourceFile source("x.yaml", row.text);
    const YamlStream stream = parse_yaml(source);
    std::string empty;
    for (const Document& document : stream.documents) {
      empty += (empty.empty() ? "" : " ") +
               std::string(is_empty_document(document) ? "yes" : "no");
    }
    EXPECT_EQ(empty, row.empty) << row.text;
  }
}

}  // namespace
}  // namespace catalint
