// Names of components, as JQL compares them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace catalint {

/// Whether `component = "NAME"` may find one of these. JQL's names do not
/// depend on case; what differs in letters beyond ASCII alone counts as one
/// name, and a number may be a component's id.
bool may_name_component(std::string_view name,
                        std::span<const std::string> components);

}  // namespace catalint
