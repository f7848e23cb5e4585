// Turns what libyaml says of a syntax error into words for people.
#pragma once

#include <yaml.h>

#include "catalint/node.h"
#include "yaml/offset_map.h"

namespace catalint {

/// The problem at which the parser stopped: kConflictMarker when the text
/// holds git's conflict markers, else kSyntax.
Problem syntax_problem(const SourceFile& source, std::string_view text,
                       const yaml_parser_t& parser, const OffsetMap& offsets);

}  // namespace catalint
