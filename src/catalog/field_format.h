// The formats that Backstage's FieldFormatEntityPolicy asks of names and keys
// (@backstage/catalog-model 1.10.1, KubernetesValidatorFunctions and
// CommonValidatorFunctions).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace catalint {

enum class FieldFormat : std::uint8_t {
  kApiVersion,
  kKind,
  kName,
  kNamespace,
  kAnnotationKey,  // label keys too
  kLabelValue,
  kTag,
  kUrl,
  kNotBlank,
};

/// The format of that name ("annotation-key"), for rule packs.
std::optional<FieldFormat> field_format_of(std::string_view name);

/// What breaks the format, in words ("it holds a space"); nothing when the
/// text keeps it.
std::optional<std::string> format_problem(FieldFormat format,
                                          std::string_view text);

}  // namespace catalint
