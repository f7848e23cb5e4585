// What the npm package `yaml` 2.9.1 makes of plain scalars; the tables were
// taken from it.
#include "yaml/scalar.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "yaml/dump.h"

namespace catalint {
namespace {

TEST(Scalar, HasTheTypeOfBothSchemas) {
  const struct {
    const char* text;
    const char* core;
    const char* yaml_1_1;
  } rows[] = {
      // null and booleans
      {"", "null", "null"},
      {"~", "null", "null"},
      {"null", "null", "null"},
      {"Null", "null", "null"},
      {"NULL", "null", "null"},
      {"nUll", "string", "string"},
      {"nil", "string", "string"},
      {"true", "bool", "bool"},
      {"True", "bool", "bool"},
      {"TRUE", "bool", "bool"},
      {"tRUE", "string", "string"},
      {"false", "bool", "bool"},
      {"False", "bool", "bool"},
      {"FALSE", "bool", "bool"},
      {"yes", "string", "bool"},
      {"no", "string", "bool"},
      {"No", "string", "bool"},
      {"NO", "string", "bool"},
      {"nO", "string", "string"},
      {"on", "string", "bool"},
      {"OFF", "string", "bool"},
      {"y", "string", "bool"},
      {"N", "string", "bool"},
      // whole numbers
      {"0", "int", "int"},
      {"-0", "int", "int"},
      {"+1", "int", "int"},
      {"007", "int", "int"},
      {"08", "int", "int"},
      {"-", "string", "string"},
      {"+", "string", "string"},
      {"1_000", "string", "int"},
      {"1_", "string", "int"},
      {"_1", "string", "string"},
      {"0x1F", "int", "int"},
      {"0x1f", "int", "int"},
      {"0X1F", "string", "string"},
      {"-0x1F", "string", "int"},
      {"+0x1F", "string", "int"},
      {"0x", "string", "string"},
      {"0xG", "string", "string"},
      {"0x_1F", "string", "int"},
      {"0o17", "int", "string"},
      {"-0o17", "string", "string"},
      {"0O17", "string", "string"},
      {"0o8", "string", "string"},
      {"0o", "string", "string"},
      {"0b11", "string", "int"},
      {"-0b11", "string", "int"},
      {"0b12", "string", "string"},
      {"0b", "string", "string"},
      // numbers with a fraction or an exponent
      {"1.", "float", "float"},
      {"+1.", "float", "float"},
      {".5", "float", "float"},
      {"-.5", "float", "float"},
      {"1.10", "float", "float"},
      {"1E5", "float", "float"},
      {"1e5", "float", "float"},
      {"1e+5", "float", "float"},
      {"1.e-5", "float", "float"},
      {"12E34", "float", "float"},
      {"1e", "string", "string"},
      {"1e+", "string", "string"},
      {"1e5.0", "string", "string"},
      {".", "string", "float"},  // NaN, in 1.1
      {"..", "string", "string"},
      {"1..2", "string", "string"},
      {"1.2.3", "string", "string"},
      {".e5", "string", "float"},  // NaN too
      {"685.230_15e+03", "string", "float"},
      {"1_e5", "string", "float"},
      {"1e_5", "string", "string"},
      {".inf", "float", "float"},
      {"-.INF", "float", "float"},
      {"+.Inf", "float", "float"},
      {".iNF", "string", "string"},
      {".nan", "float", "float"},
      {".NaN", "float", "float"},
      {".Nan", "string", "string"},
      {"-.nan", "string", "string"},
      {"NaN", "string", "string"},
      {"Infinity", "string", "string"},
      // base 60
      {"12:30", "string", "int"},
      {"-1:5", "string", "int"},
      {"1:60", "string", "string"},
      {"190:20:30", "string", "int"},
      {"190:20:30.15", "string", "float"},
      // texts
      {"ABC", "string", "string"},
      {"E5", "string", "float"},           // NaN too
      {"2013-01-01", "string", "string"},  // a string of JSON, in 1.1 as well
      {"<<", "string", "string"},
      {"=", "string", "string"},
      {"1 2", "string", "string"},
      {"１", "string", "string"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(name_of(core_type(row.text)), row.core);
    EXPECT_EQ(name_of(yaml_1_1_type(row.text)), row.yaml_1_1);
  }
}

TEST(Scalar, PrintsNumbersAsJavaScript) {
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
    EXPECT_EQ(number_as_javascript(number_value(row.text, core_type(row.text))),
              row.printed);
  }
}

TEST(Scalar, PrintsNumbersAtTheEdgesOfFixedNotation) {
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
TEST(Scalar, PrintsLargeNumbersWithTheFewestDigits) {
  GTEST_SKIP() << "defect: std::to_chars prints all digits of the number";
  // defect:
  EXPECT_EQ(number_as_javascript(123456789012345680000.0),
            "123456789012345680000");
  EXPECT_EQ(number_as_javascript(999999999999999900000.0),
            "999999999999999900000");
  EXPECT_EQ(number_as_javascript(
                number_value("0xFFFFFFFFFFFFFFFFF", ScalarType::kInt)),
            "295147905179352830000");
}

TEST(Scalar, TimestampsBecomeIsoTexts) {
  const struct {
    const char* text;
    const char* json;  // empty: none
  } rows[] = {
      {"2013-01-01", "2013-01-01T00:00:00.000Z"},
      {"2013-1-1", "2013-01-01T00:00:00.000Z"},
      {"2013-02-30", "2013-03-02T00:00:00.000Z"},
      {"2013-13-01", "2014-01-01T00:00:00.000Z"},
      {"2013-00-01", "2012-12-01T00:00:00.000Z"},
      {"2000-02-29", "2000-02-29T00:00:00.000Z"},
      {"2001-12-14t21:59:43.10-05:00", "2001-12-15T02:59:43.100Z"},
      {"2001-12-14 21:59:43.10 -5", "2001-12-15T02:59:43.100Z"},
      {"2001-12-14T21:59:43Z", "2001-12-14T21:59:43.000Z"},
      {"2001-12-14 \t 1:2:3 Z", "2001-12-14T01:02:03.000Z"},
      {"2001-12-14 21:59:43.12345", "2001-12-14T21:59:43.123Z"},
      {"2001-12-14 21:59:43+01:30", "2001-12-14T20:29:43.000Z"},
      {"2013-01-01 25:00:00", "2013-01-02T01:00:00.000Z"},
      {"1969-12-31", "1969-12-31T00:00:00.000Z"},
      {"2013-01", ""},
      {"13-01-01", ""},
      {"2013-01-01 12:30", ""},
      {"2013-01-01x", ""},
      {"2013-01-01\n", ""},
      {"20130101", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(timestamp_as_json(row.text).value_or(""), row.json);
  }
}

TEST(Scalar, YearsBelow100AreOfTheLastCentury) {
  GTEST_SKIP() << "defect: Date.UTC of JavaScript adds 1900 to them";
  // defect:
  EXPECT_EQ(timestamp_as_json("0099-01-01"), "1999-01-01T00:00:00.000Z");
}

// Keys of a map, as JavaScript names the properties.
TEST(Scalar, KeysHaveTheNamesOfProperties) {
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
      {".inf", "Infinity"},
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
TEST(Scalar, KeysOfYaml11HaveTheNamesOfProperties) {
  GTEST_SKIP() << "defect: number_value knows the numbers of YAML 1.2 alone";
  // defect:
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
