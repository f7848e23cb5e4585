// What characters and escapes a JQL text may hold, by the rules of Atlassian's
// own grammar (npm package @atlaskit/jql-parser 3.0.1). Offsets are bytes;
// bytes that are no UTF-8 count as letters, as the U+FFFD does that Backstage
// reads instead. Nothing here fails.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalint {

/// Whether a character stands in an unquoted word without an escape. Letters,
/// digits, `-`, `_`, `.`, `:`, backticks and U+00A0 on do.
bool is_jql_word_character(char32_t code_point);

/// Control characters but LF and CR, and the noncharacters of the basic plane:
/// they stand neither in words nor in quotes.
bool is_jql_control(char32_t code_point);

/// The length of the escape at `position`, where a backslash stands: \t \n \r
/// \" \' \\ \uXXXX or one before a space; 0 if it starts none.
std::size_t jql_escape_length(std::string_view text, std::size_t position);

/// The offset, at or after `position`, of the first character that a text in
/// `quote` cannot hold as it is: that quote, a backslash that starts no escape,
/// a control character. text.size() if there is none.
std::size_t find_jql_quote_end(std::string_view text, std::size_t position,
                               char quote);

/// What a word, a number or a quoted text says: without quotes, with escapes
/// replaced. Half a surrogate pair becomes U+FFFD.
std::string jql_token_value(std::string_view token);

}  // namespace catalint
