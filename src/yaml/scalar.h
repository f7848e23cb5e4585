// What a plain scalar means: the YAML 1.2 core schema, and the 1.1 types below
// a `%YAML 1.1` directive, as the `yaml` package 2.9 resolves them (the parser
// of @backstage/plugin-catalog-node).
#pragma once

#include <string_view>

#include "catalint/node.h"

namespace catalint {

ScalarType core_type(std::string_view plain);

ScalarType yaml_1_1_type(std::string_view plain);

}  // namespace catalint
