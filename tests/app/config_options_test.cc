#include "app/config_options.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/config.h"
#include "support/run_program.h"

namespace catalint {
namespace {

// "a: {b: {c: 'no': x}}" for "a.b.c": a value where the path leads.
std::string config_with(std::string path, const std::string& value) {
  std::string text = value;
  for (std::size_t dot = path.rfind('.'); dot != std::string::npos;
       dot = path.rfind('.')) {
    text = "{" + path.substr(dot + 1) + ": " + text + "}";
    path.resize(dot);
  }
  return path + ": " + text + "\n";
}

std::string error_of(const std::string& text) {
  const auto config = parse_config("c", "/", text);
  return config ? "" : config.error().message;
}

// The path of every option of a schema, in its order.
void add_paths(const nlohmann::ordered_json& schema, const std::string& prefix,
               std::vector<std::string>& paths) {
  for (const auto& [key, value] : schema.at("properties").items()) {
    paths.push_back(prefix + key);
    const bool is_group =
        value.value("additionalProperties", nlohmann::ordered_json()) == false;
    if (is_group) add_paths(value, prefix + key + ".", paths);
  }
}

TEST(ConfigOptions, AreThoseOfTheSchema) {
  const Outcome outcome = run_program({.arguments = {"schema", "config"}});
  EXPECT_EQ(outcome.status, kClean);
  const auto schema = nlohmann::ordered_json::parse(outcome.out);
  EXPECT_EQ(schema.at("additionalProperties"), false);
  std::vector<std::string> in_schema;
  add_paths(schema, "", in_schema);
  std::vector<std::string> in_table;
  for (const ConfigOption& option : config_options()) {
    in_table.emplace_back(option.path);
  }
  EXPECT_EQ(in_schema, in_table);
}

TEST(ConfigOptions, AreThoseOfTheProgram) {
  for (const ConfigOption& option : config_options()) {
    const std::string path(option.path);
    if (option.shape == OptionShape::kGroup) {
      EXPECT_EQ(error_of(config_with(path, "{}")), "") << path;
      // What is wrong is told, so the program has looked.
      EXPECT_NE(
          error_of(config_with(path + ".nothing", "x")).find("has no key"),
          std::string::npos)
          << path;
      continue;
    }
    const bool is_map = option.shape == OptionShape::kSeverities;
    const std::string example(option.example);
    EXPECT_EQ(
        error_of(config_with(path, is_map ? "{'jira/*': note}" : example)), "")
        << path;
    EXPECT_NE(error_of(config_with(path, "[[]]")), "") << path;
  }
}

}  // namespace
}  // namespace catalint
