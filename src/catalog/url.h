// Whether `new URL(text)` of JavaScript throws, which is all that Backstage
// asks of a link (CommonValidatorFunctions.isValidUrl of
// @backstage/catalog-model 1.10.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalint {

/// What makes a text no URL by the WHATWG's standard, in words ("it names no
/// host"); nothing when it is one. `text` is UTF-8. Of names that are not
/// ASCII only those are refused that hold a character no domain may hold, and
/// what stands behind `xn--` is not decoded: more is taken than `new URL`
/// takes.
std::optional<std::string> url_problem(std::string_view text);

}  // namespace catalint
