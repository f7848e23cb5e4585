#include "base/fields.h"

#include <gtest/gtest.h>

#include <functional>

namespace catalint {
namespace {

// What a use of the fields of a text answers, or the error.
std::string outcome(const std::string& text,
                    const std::function<std::string(const Fields&)>& use,
                    bool is_verified = false) {
  static const std::vector<std::string> kKnown = {"name", "names", "when"};
  try {
    const ConfigDocument document = ConfigDocument::parse("x.yaml", text);
    const ConfigSource source{"x.yaml", is_verified};
    return use(Fields(source, document.root(), "a thing", kKnown));
  } catch (const FieldError& error) {
    return error.what();
  }
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += "<" + text + ">";
  return out;
}

std::string ok(const Fields& /*fields*/) { return "ok"; }

TEST(Fields, MustBeAMapOfKnownKeys) {
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
  };
  for (const auto& row : rows) {
    EXPECT_EQ(outcome(row.text, ok), row.outcome) << row.text;
  }
}

TEST(Fields, WhatWasVerifiedIsNotLookedAtAgain) {
  EXPECT_EQ(outcome("nmae: a", ok, true), "ok");
  EXPECT_EQ(outcome("[]", ok, true),
            "x.yaml:1:1: a thing must be a map of keys and values");
}

TEST(Fields, GiveTexts) {
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
    EXPECT_EQ(outcome(row.text, [](const Fields& f) { return f.text("name"); }),
              row.outcome)
        << row.text;
  }
}

TEST(Fields, FallBackWhereAKeyIsAbsent) {
  const auto name = [](const Fields& f) { return f.text_or("name", "none"); };
  EXPECT_EQ(outcome("name: a", name), "a");
  EXPECT_EQ(outcome("{}", name), "none");
  EXPECT_EQ(outcome("name: ~", name), "none");
  EXPECT_EQ(outcome("name: {a: b}", name),
            "x.yaml:1:7: `name` must be text, and not empty");
}

TEST(Fields, GiveFlags) {
  const struct {
    const char* text;
    const char* outcome;
  } rows[] = {
      {"{}", "no"},
      {"when: true", "yes"},
      {"when: false", "no"},
      {"when: maybe", "x.yaml:1:7: `when` must be true or false"},
      {"when: ''", "x.yaml:1:7: `when` must be text, and not empty"},
      {"when: [true]", "x.yaml:1:7: `when` must be true or false"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(
        outcome(row.text,
                [](const Fields& f) { return f.flag("when") ? "yes" : "no"; }),
        row.outcome)
        << row.text;
  }
}

TEST(Fields, GiveLists) {
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
    EXPECT_EQ(outcome(row.text,
                      [](const Fields& f) { return joined(f.texts("names")); }),
              row.outcome)
        << row.text;
  }
}

TEST(Fields, FailAtThemselvesOrAtAKey) {
  const auto at_name = [](const Fields& f) -> std::string {
    f.fail("name", "it is wrong");
  };
  EXPECT_EQ(outcome("when: b\nname: a", at_name), "x.yaml:2:7: it is wrong");
  EXPECT_EQ(outcome("\n when: b", at_name), "x.yaml:2:2: it is wrong");
  EXPECT_EQ(outcome("\n\n when: b",
                    [](const Fields& f) -> std::string { f.fail("no"); }),
            "x.yaml:3:2: no");
}

TEST(Fields, AskForSettings) {
  const Settings settings = {{"a", {"x"}}, {"b", {"y", "z"}}};
  const struct {
    const char* value;
    const char* list;
    const char* text;
  } rows[] = {
      {"{setting: a}", "<x>", "x"},
      {"{setting: a, default: d}", "<x>", "x"},
      {"{setting: c, default: d}", "<d>", "d"},
      {"{setting: b}", "<y><z>", "error"},
      {"{setting: c}", "", "error"},
      {"{setting: a, defualt: d}", "error", "error"},
  };
  const ConfigSource source{"x.yaml", false, &settings};
  for (const auto& row : rows) {
    const auto document = ConfigDocument::parse(
        "x.yaml", std::string("names: ") + row.value + "\n");
    const Fields fields(source, document.root(), "it", {"names"});
    std::string list = "error";
    std::string text = "error";
    try {
      list = joined(fields.texts("names"));
      text = fields.text("names");
    } catch (const FieldError&) {
    }
    EXPECT_EQ(list, row.list) << row.value;
    EXPECT_EQ(text, row.text) << row.value;
  }
}

TEST(Fields, AskWhatHolds) {
  const Settings settings = {{"a", {"x"}}, {"b", {"y", "z"}}};
  const struct {
    const char* conditions;
    bool hold;
  } rows[] = {
      {"{a: x}", true},          {"{a: y}", false},    {"{a: set}", true},
      {"{a: unset}", false},     {"{c: unset}", true}, {"{c: set}", false},
      {"{c: x}", false},         {"{b: y}", false},    {"{b: set, a: x}", true},
      {"{b: set, a: y}", false},
  };
  const ConfigSource source{"x.yaml", false, &settings};
  for (const auto& row : rows) {
    const auto document = ConfigDocument::parse(
        "x.yaml", std::string("only-if: ") + row.conditions + "\n");
    const Fields fields(source, document.root(), "it", {"only-if"});
    EXPECT_EQ(fields.conditions_hold("only-if"), row.hold) << row.conditions;
    EXPECT_TRUE(fields.conditions_hold("other"));
  }
}

}  // namespace
}  // namespace catalint
