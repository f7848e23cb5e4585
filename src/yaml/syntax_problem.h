// Turns what libyaml says of a syntax error into words for people.
#pragma once

#include <yaml.h>

#include "catalint/node.h"
#include "yaml/offset_map.h"

namespace catalint {

/// The problem at which the parser stopped: kConflictMarker when the text
/// holds git's conflict markers, else kSyntax. `text` is in step with the
/// source; `open_bracket` is where the innermost flow collection starts that
/// was open when the parser stopped.
Problem syntax_problem(const SourceFile& source, std::string_view text,
                       const yaml_parser_t& parser, const OffsetMap& offsets,
                       std::optional<std::size_t> open_bracket);

}  // namespace catalint
