// Numbers of YAML, as the `yaml` package 2.9 reads and JavaScript prints them.
#pragma once

#include <string>
#include <string_view>

#include "yaml/scalar.h"

namespace catalint {

/// What the package makes of a scalar that is a number of that version:
/// `017` is 17, below `%YAML 1.1` it is 15, and `12:30` is 750 there. NaN for
/// what only looks like a number (`.` and `0x_` below `%YAML 1.1`).
/// `text` must be of type kInt or kFloat in that version.
double number_value(std::string_view text, bool yaml_1_1);

/// A number as JavaScript prints it, with the fewest digits that tell it from
/// all others: "1", "0.1", "1e+21", "NaN", "-Infinity".
std::string number_as_javascript(double number);

}  // namespace catalint
