// What the npm package `yaml` 2.9.1 makes of numbers; the tables were taken
// from it.
#include "yaml/number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "yaml/dump.h"

namespace catalint {
namespace {

TEST(Number, PrintsNumbersAsJavaScript) {
  const struct {
    const char* text;
    const char* printed;
  } rows[] = {
      {"0", "0"},
      {"-0", "0"},
      {"+1", "1"},
      {"007", "7"},
      {"-12", "-12"},
      {"1.10", "1.1"},
      {"+1.", "1"},
      {".5", "0.5"},
      {"-.5", "-0.5"},
      {"1E5", "100000"},
      {"0.1", "0.1"},
      {"0.30000000000000004", "0.30000000000000004"},
      {"0.000001", "0.000001"},
      {"0.0000001", "1e-7"},
      {"1e-7", "1e-7"},
      {"-1.5e-9", "-1.5e-9"},
      {"1e-10", "1e-10"},
      {"5e-324", "5e-324"},
      {"1e20", "100000000000000000000"},
      {"1e21", "1e+21"},
      {"100000000000000000000000", "1e+23"},
      {"12E34", "1.2e+35"},
      {"-1e100", "-1e+100"},
      {"12345678901234567890123", "1.2345678901234568e+22"},
      {"9007199254740993", "9007199254740992"},
      {"1e400", "Infinity"},
      {"-1e400", "-Infinity"},
      {"1e-400", "0"},
      {"0x1F", "31"},
      {"0o17", "15"},
      {".inf", "Infinity"},
      {"-.INF", "-Infinity"},
      {".nan", "NaN"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(number_as_javascript(number_value(row.text, false)), row.printed);
  }
}

TEST(Number, PrintsNumbersAtTheEdgesOfFixedNotation) {
  const struct {
    double number;
    const char* printed;
  } rows[] = {
      {1e-6, "0.000001"},
      {9.99e-7, "9.99e-7"},
      {-1e21, "-1e+21"},
      {-0.0, "0"},
      {std::numeric_limits<double>::max(), "1.7976931348623157e+308"},
      {std::numeric_limits<double>::infinity(), "Infinity"},
      {std::nan(""), "NaN"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(number_as_javascript(row.number), row.printed);
  }
}

// JavaScript prints the shortest digits that give the number back, then zeros.
TEST(Number, PrintsLargeNumbersWithTheFewestDigits) {
  EXPECT_EQ(number_as_javascript(123456789012345680000.0),
            "123456789012345680000");
  EXPECT_EQ(number_as_javascript(999999999999999900000.0),
            "999999999999999900000");
  EXPECT_EQ(number_as_javascript(number_value("0xFFFFFFFFFFFFFFFFF", false)),
            "295147905179352830000");
}

// Keys of a map, as JavaScript names the properties.
TEST(Number, KeysHaveTheNamesOfProperties) {
  const struct {
    const char* key;
    const char* name;
  } rows[] = {
      {"a", "a"},           {"'1'", "1"},
      {"1", "1"},           {"0x1F", "31"},
      {"1.0", "1"},         {"1E5", "100000"},
      {"-0", "0"},          {"true", "true"},
      {"FALSE", "false"},   {"~", ""},
      {"NULL", ""},         {"!!str 0x1F", "0x1F"},
      {".inf", "Infinity"}, {"017", "17"},
      {"1_000", "1_000"},   {"0x20000000000003", "9007199254740996"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.key);
    const SourceFile source("x", std::string("? ") + row.key + "\n: v\n");
    const YamlStream stream = parse_yaml(source);
    ASSERT_EQ(stream.documents.size(), 1U);
    const Node& root = *stream.documents[0].root;
    ASSERT_EQ(root.members.size(), 1U);
    EXPECT_EQ(key_text(*root.members[0].key), row.name);
    ASSERT_NE(find(&root, row.name), nullptr);
    EXPECT_EQ(find(&root, row.name)->value, "v");
    EXPECT_EQ(find(&root, "other"), nullptr);
  }
}

// The same below `%YAML 1.1`, where `yaml` reads the numbers of that version.
TEST(Number, KeysOfYaml11HaveTheNamesOfProperties) {
  const struct {
    const char* key;
    const char* name;
  } rows[] = {
      {"yes", "true"},
      {"NO", "false"},
      {"y", "true"},
      {"On", "true"},
      {"off", "false"},
      {"017", "15"},
      {"0b11", "3"},
      {"1_000", "1000"},
      {"12:30", "750"},
      {"-0x1F", "-31"},
      {"190:20:30.15", "685230.15"},
      {"-017", "-15"},
      {"08", "8"},
      {"0_7", "7"},
      {"1_0.5_0", "10.5"},
      {"1:2.", "62"},
      {"+12:30:01", "45001"},
      {"0b111111111111111111111111111111111111111111111111111111111",
       "144115188075855870"},
      {".", "NaN"},
      {"e5", "NaN"},
      {"0x_", "NaN"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.key);
    const SourceFile source(
        "x", std::string("%YAML 1.1\n---\n? ") + row.key + "\n: v\n");
    const YamlStream stream = parse_yaml(source);
    ASSERT_EQ(stream.documents.size(), 1U);
    EXPECT_EQ(key_text(*stream.documents[0].root->members[0].key), row.name);
  }
}

}  // namespace
}  // namespace catalint
