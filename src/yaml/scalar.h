// What a plain scalar means: the YAML 1.2 core schema, and the 1.1 types below
// a `%YAML 1.1` directive, as the `yaml` package 2.9 resolves them (the parser
// of @backstage/plugin-catalog-node).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalint/node.h"

namespace catalint {

ScalarType core_type(std::string_view plain);

ScalarType yaml_1_1_type(std::string_view plain);

/// The ISO form ("2013-01-01T00:00:00.000Z") that a YAML timestamp becomes in
/// JSON; nothing when the text is no timestamp.
std::optional<std::string> timestamp_as_json(std::string_view plain);

/// What JavaScript's Number makes of a scalar of type kInt or kFloat.
double number_value(std::string_view text, ScalarType type);

/// A number as JavaScript prints it: "1", "0.1", "1e+21", "NaN", "-Infinity".
std::string number_as_javascript(double number);

}  // namespace catalint
