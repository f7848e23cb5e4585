// The hash by which GitHub's code scanning knows a line again when others move:
// `partialFingerprints.primaryLocationLineHash` of SARIF, as the upload action
// of github/codeql-action computes it. Where ours differs from its own, every
// result draws a warning. Nothing here fails.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace catalint {

/// `hash:count` of each of these lines (from 1). The hash, in hexadecimal, is
/// of the 100 UTF-16 units from the line's start on; spaces and tabs are left
/// out, line ends are LF. The count, from 1, tells equal hashes of the file
/// apart. Here a CR alone ends a line too. A line that the file does not have
/// is left out. Linear in the bytes.
std::map<std::size_t, std::string> line_hashes(
    std::string_view bytes, const std::set<std::size_t>& lines);

}  // namespace catalint
