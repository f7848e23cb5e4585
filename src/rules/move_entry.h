// Edits that move an annotation to where it belongs.
#pragma once

#include <vector>

#include "catalint/diagnostic.h"
#include "catalint/node.h"

namespace catalint {

/// Where a misplaced annotation stands.
struct MisplacedEntry {
  const Member* member = nullptr;
  const Node* parent = nullptr;    // the mapping it stands in
  const Member* holder = nullptr;  // the entry whose value `parent` is, which
                                   // goes too when nothing else is in it
};

/// Moves the entry's line below `metadata.annotations`, which is made when
/// there is none; a comment behind the value and comments right above the
/// entry move along. Nothing when its lines hold something else, or when a
/// mapping in the way is in flow style, or when the value is an alias, whose
/// meaning depends on where it stands.
std::vector<Edit> edits_to_move(const SourceFile& source,
                                const MisplacedEntry& entry,
                                const Node* metadata);

/// Indents an entry of the root, a whole block mapping, as the `annotations` of
/// metadata, which has none yet. Nothing when anchors or aliases are in it.
std::vector<Edit> edits_to_move_map(const SourceFile& source,
                                    const Member& root_member,
                                    const Node* metadata);

}  // namespace catalint
