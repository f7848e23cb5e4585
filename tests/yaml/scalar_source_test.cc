#include "yaml/scalar_source.h"

#include <gtest/gtest.h>

#include <string>

#include "yaml/parse.h"

namespace catalint {
namespace {

// The source of the first `needle` in the value of the key `k`.
std::string source_of(const std::string& yaml, const std::string& needle) {
  const SourceFile file("x.yaml", yaml);
  const YamlStream stream = parse_yaml(file);
  if (stream.documents.empty()) return "no document";
  const Node* value = find(stream.documents.back().root, "k");
  if (value == nullptr) return "no key";
  const std::size_t begin = value->value.find(needle);
  if (begin == std::string_view::npos) {
    return "the value is " + std::string(value->value);
  }
  const auto span =
      ScalarSource(file, *value).span_of({begin, begin + needle.size()});
  if (!span) return "unknown";
  const Position position = file.position(span->begin);
  return std::to_string(position.line) + ":" + std::to_string(position.column) +
         " " + std::string(file.text(*span));
}

TEST(ScalarSource, FindsPartsOfValues) {
  const struct {
    const char* yaml;
    const char* needle;
    const char* found;
  } rows[] = {
      {"k: a bc", "bc", "1:6 bc"},
      {"k: 'a bc'", "bc", "1:7 bc"},
      {"k: 'it''s bc'", "bc", "1:11 bc"},
      {"k: 'it''s bc'", "t's", "1:6 t''s"},
      {"k: \"a \\\"bc\\\" d\"", "bc", "1:9 bc"},
      {"k: \"a \\\"bc\\\" d\"", "\"bc\"", "1:7 \\\"bc\\\""},
      {"k: \"\\x41\\u00e9\\U0001F600\\tbc\"", "bc", "1:27 bc"},
      {"k: \"\\x41\\u00e9\\U0001F600\\tbc\"", "é", "1:9 \\u00e9"},
      // folded lines
      {"k: a\n  bc\n\n  d\n", "bc", "2:3 bc"},
      {"k: a\n  bc\n\n  d\n", "d", "4:3 d"},
      {"k: a\n  bc\n\n  d\n", "a bc", "1:4 a\n  bc"},
      {"k: 'a\r\n  bc\r\n\r\n  d'\r\n", "d", "4:3 d"},
      {"k: \"a \\\n  \\ bc\n  d\"\n", "bc", "2:5 bc"},
      {"k: \"a \\\n  \\ bc\n  d\"\n", "d", "3:3 d"},
      // blocks
      {"k: |\n  a\n  bc\n", "bc", "3:3 bc"},
      {"k: |\n  a\n  bc\n", "a\nb", "2:3 a\n  b"},
      {"k: |- # why\n\n    a\n\n      bc\n   \n    d\n\n", "bc", "5:7 bc"},
      {"k: |- # why\n\n    a\n\n      bc\n   \n    d\n\n", "d", "7:5 d"},
      {"k: |2+\n   a\n  bc\n\n", "bc", "3:3 bc"},
      {"k: |2+\n   a\n  bc\n\n", "bc\n\n", "3:3 bc\n\n"},
      {"k: |\r\n  a\r\n  bc\r\n", "bc", "3:3 bc"},
      {"k: >\n  a\n  bc\n", "bc", "3:3 bc"},
      {"k: >-\n  a\n\n  bc\n  d", "d", "5:3 d"},
      {"k: >-\n\n  a\n    bc\n  d\n\n\n  e\n", "bc", "4:5 bc"},
      {"k: >-\n\n  a\n    bc\n  d\n\n\n  e\n", "e", "8:3 e"},
      {"k: >\n  a\n  é bc\nl: m\n", "bc", "3:5 bc"},
      {"l:\n  m: 1\nk: !!str &x |\n  a\n  bc\n", "bc", "5:3 bc"},
      // not what is written
      {"k: 'a\xFF"
       "bc'",
       "bc", "unknown"},
      {"%YAML 1.1\n---\nk: 2013-01-01", "01", "unknown"},
      {"k: ''", "", "unknown"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(source_of(row.yaml, row.needle), row.found) << row.yaml;
  }
}

}  // namespace
}  // namespace catalint
