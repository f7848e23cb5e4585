#include "base/yaml_fields.h"

#include <gtest/gtest.h>

#include <functional>

namespace catalint {
namespace {

// What a use of the fields of a text answers, or the error.
std::string outcome(const std::string& text,
                    const std::function<std::string(const Fields&)>& use) {
  static const std::string kFile = "x.yaml";
  try {
    const Fields fields(kFile, load_yaml(kFile, text), "a thing",
                        {"name", "names", "when"});
    return use(fields);
  } catch (const FieldError& error) {
    return error.what();
  }
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += "<" + text + ">";
  return out;
}

TEST(YamlFields, MustBeAMapOfKnownKeys) {
  const struct {
    const char* text;
    const char* outcome;
  } rows[] = {
      {"name: a", "ok"},
      {"{}", "ok"},
      {"- a", "x.yaml:1:1: a thing must be a map of keys and values"},
      {"a", "x.yaml:1:1: a thing must be a map of keys and values"},
      {"name: a\nnmaes: b",
       "x.yaml:2:1: a thing has no key `nmaes`; did you mean `names`?"},
      {"name: a\nwehn: b",
       "x.yaml:2:1: a thing has no key `wehn`; did you mean `when`?"},
      {"zzzzzz: b", "x.yaml:1:1: a thing has no key `zzzzzz`"},
      {"{name: a, \"x\\e\": b}", "x.yaml:1:11: a thing has no key `x\\x1B`"},
      {"name: a\nwhen: b\nname: c",
       "x.yaml:3:1: a thing has the key `name` twice"},
      {"name: 'a\nb: c", "x.yaml:2:5: this is not YAML: illegal EOF in scalar"},
      {"name: [a",
       "x.yaml:1:9: this is not YAML: end of sequence flow not "
       "found"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(outcome(row.text, [](const Fields&) { return "ok"; }),
              row.outcome);
  }
}

TEST(YamlFields, FileNamesAreEscaped) {
  const std::string file = "a\nb.yaml";
  try {
    load_yaml(file, "[");
    FAIL() << "it is no YAML";
  } catch (const FieldError& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with("a\\nb.yaml:1:2: "))
        << error.what();
  }
}

TEST(YamlFields, GiveTexts) {
  const struct {
    const char* text;
    const char* outcome;
  } rows[] = {
      {"name: a b", "a b"},
      {"name: '12'", "12"},
      {"name: 12", "12"},
      {"{}", "x.yaml:1:1: a thing needs the key `name`"},
      {"when: a\nname:", "x.yaml:1:1: a thing needs the key `name`"},
      {"when: a\nname: ''", "x.yaml:2:7: `name` must be text, and not empty"},
      {"name: [a]", "x.yaml:1:7: `name` must be text, and not empty"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(outcome(row.text, [](const Fields& f) { return f.text("name"); }),
              row.outcome);
  }
}

TEST(YamlFields, FallBackWhereAKeyIsAbsent) {
  const auto name = [](const Fields& f) { return f.text_or("name", "none"); };
  EXPECT_EQ(outcome("name: a", name), "a");
  EXPECT_EQ(outcome("{}", name), "none");
  EXPECT_EQ(outcome("name: ~", name), "none");
  EXPECT_EQ(outcome("name: {a: b}", name),
            "x.yaml:1:7: `name` must be text, and not empty");
}

TEST(YamlFields, GiveFlags) {
  const struct {
    const char* text;
    const char* outcome;
  } rows[] = {
      {"{}", "no"},
      {"when: true", "yes"},
      {"when: false", "no"},
      {"when: maybe", "x.yaml:1:7: `when` must be true or false"},
      {"when: [true]", "x.yaml:1:7: `when` must be true or false"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(
        outcome(row.text,
                [](const Fields& f) { return f.flag("when") ? "yes" : "no"; }),
        row.outcome);
  }
}

TEST(YamlFields, GiveLists) {
  const struct {
    const char* text;
    const char* outcome;
  } rows[] = {
      {"{}", ""},
      {"names: a", "<a>"},
      {"names: [a, b c]", "<a><b c>"},
      {"names: []", ""},
      {"names:\n- a\n- [b]", "x.yaml:3:3: `names` must be a list of texts"},
      {"names: {a: b}", "x.yaml:1:8: `names` must be a list of texts"},
      {"names: ''", "x.yaml:1:8: `names` must be text, and not empty"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(outcome(row.text,
                      [](const Fields& f) { return joined(f.texts("names")); }),
              row.outcome);
  }
}

TEST(YamlFields, FailAtThemselvesOrAtAKey) {
  EXPECT_EQ(outcome("when: b\nname: a",
                    [](const Fields& f) -> std::string {
                      f.fail("name", "it is wrong");
                    }),
            "x.yaml:2:7: it is wrong");
  EXPECT_EQ(outcome("\n\n when: b",
                    [](const Fields& f) -> std::string { f.fail("no"); }),
            "x.yaml:3:2: no");
}

}  // namespace
}  // namespace catalint
