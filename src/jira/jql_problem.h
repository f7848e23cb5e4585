// What is wrong with the characters of a JQL text, in words. Offsets are bytes
// of that text, half open; messages hold nothing raw from it. Nothing here
// fails.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "jira/jql_lexer.h"

namespace catalint {

/// What is wrong with a JQL text, and where.
struct JqlProblem {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;
  std::string hint = {};        // what to do, where that is known
  std::string suggestion = {};  // what to write there, where that is known
};

/// Why the character at `position`, a backslash that starts no escape or a
/// control character, stands neither in words nor in quotes.
JqlProblem explain_jql_character(std::string_view text, std::size_t position);

/// For a token that no rule takes where it stands: what is wrong with its
/// characters, or with symbols in the unquoted text around it (`a+b`, `a@b`),
/// if that is the reason. Where no operator may stand, one is such a symbol.
std::optional<JqlProblem> explain_jql_token(std::string_view text,
                                            const JqlToken& token,
                                            bool no_operators = false);

/// How to write a text as one value: "write `"a b"`, quotes included".
std::string write_in_quotes(std::string_view text);

}  // namespace catalint
