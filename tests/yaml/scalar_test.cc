// What the npm package `yaml` 2.9.1 makes of plain scalars; the tables were
// taken from it.
#include "yaml/scalar.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace catalint
