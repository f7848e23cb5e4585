#include "yaml/syntax_words.h"

#include <algorithm>
#include <array>

namespace catalint {
namespace {

struct Row {
  std::string_view context;  // empty: any
  std::string_view problem;  // empty: any
  SyntaxWords words;
};

constexpr std::string_view kQuoteText = "quote the value when it is text";
constexpr std::string_view kQuoteEscape =
    "use single quotes, or write two backslashes";
constexpr SyntaxWords kBrokenTag{"`!` starts a tag, and this is none",
                                 kQuoteText, true};
constexpr SyntaxWords kBrokenTagLine{
    "this %TAG line is not `%TAG !handle! prefix`", "remove the line", true};
constexpr SyntaxWords kBrokenEncoding{"bytes here are no UTF-8 text",
                                      "save the file as UTF-8"};

// The first row that fits counts.
constexpr std::array kRows{
    // quotes
    Row{"while scanning a quoted scalar",
        "",
        {"the quote that opens here is never closed",
         "close it at the end of the value", true}},
    Row{"",
        "found unknown escape character",
        {"this backslash escape does not exist in double quotes",
         kQuoteEscape}},
    Row{"",
        "did not find expected hexdecimal number",
        {"this escape needs hexadecimal digits", kQuoteEscape}},
    Row{"",
        "found invalid Unicode character escape code",
        {"this escape is the number of no character", kQuoteEscape}},
    // keys
    Row{"while scanning a simple key",
        "could not find expected ':'",
        {"a key without `: ` after it",
         "write `key: value`, with a space after the colon, or indent the line "
         "when it goes on with the text above",
         true}},
    Row{"",
        "found unexpected ':'",
        {"no space after this `:`", "write `key: value`"}},
    Row{"",
        "mapping keys are not allowed in this context",
        {"`? ` starts a key, which is not allowed here", kQuoteText}},
    Row{"",
        "mapping values are not allowed in this context",
        {"a `:` is not allowed here", "put quotes around the value"}},
    Row{"",
        "did not find expected key",
        {"expected a key such as `name:` here", kCheckLine}},
    // lists
    Row{"",
        "block sequence entries are not allowed in this context",
        {"a list item is not allowed here",
         "start the list on a line of its own, below its key"}},
    Row{"",
        "did not find expected '-' indicator",
        {"expected a list item that starts with `- ` here", kCheckLine}},
    // characters
    Row{"",
        "found character that cannot start any token",
        {"this character cannot start a value that is not quoted",
         "put quotes around the value"}},
    Row{"",
        "found a tab character that violates indentation",
        {"a tab where the indentation must be", kIndentWithSpaces}},
    Row{"",
        "found a tab character where an indentation space is expected",
        {"a tab where the indentation must be", kIndentWithSpaces}},
    // blocks
    Row{"while scanning a block scalar",
        "found an indentation indicator equal to 0",
        {"a block cannot be indented by 0",
         "remove the number after the `|` or `>`"}},
    Row{"while scanning a block scalar",
        "",
        {"text right after the `|` or `>` of a block",
         "quote the value, or start the text on the next line"}},
    // brackets
    Row{"while parsing a flow mapping",
        "",
        {"the `{` that opens here is not closed, or a comma is missing in it",
         "close it with `}`, or quote the value when it is text", true}},
    Row{"while parsing a flow sequence",
        "",
        {"the `[` that opens here is not closed, or a comma is missing in it",
         "close it with `]`, or quote the value when it is text", true}},
    Row{"while parsing a flow node",
        "",
        {"a value is missing between these brackets or commas",
         "remove the extra comma, or quote the value when it is text"}},
    Row{"",
        "did not find expected node content",
        {"expected a value here", kCheckLine}},
    // aliases, anchors and tags
    Row{"while scanning an alias",
        "",
        {"`*` starts an alias and needs a name right after it", kQuoteText,
         true}},
    Row{"while scanning an anchor",
        "",
        {"`&` starts an anchor and needs a name right after it", kQuoteText,
         true}},
    Row{"",
        "found undefined tag handle",
        {"`!` starts a tag, and no %TAG line declares this one", kQuoteText}},
    Row{"while scanning a tag", "", kBrokenTag},
    Row{"while parsing a tag", "", kBrokenTag},
    // directives
    Row{"",
        "did not find expected <document start>",
        {"text after the end of the document",
         "start the next document with `---`, or check the indentation"}},
    Row{"while scanning a %YAML directive",
        "",
        {"this %YAML line has no version such as 1.2", "remove the line",
         true}},
    Row{"",
        "found incompatible YAML document",
        {"this %YAML line has a version that is not known", "remove the line"}},
    Row{"",
        "found duplicate %YAML directive",
        {"a second %YAML line for one document", "remove one of them"}},
    Row{"",
        "found duplicate %TAG directive",
        {"a second %TAG line for the same handle", "remove one of them"}},
    Row{"while scanning a %TAG directive", "", kBrokenTagLine},
    Row{"while parsing a %TAG directive", "", kBrokenTagLine},
    Row{"while scanning a tag directive", "", kBrokenTagLine},
    Row{"while parsing a tag directive", "", kBrokenTagLine},
    Row{"while scanning a directive",
        "",
        {"`%` at the start of a line is a directive, and this is none",
         kQuoteText, true}},
    // the text as a whole
    Row{"",
        "found unexpected end of stream",
        {"the file ends in the middle of this", kCheckLine, true}},
    Row{"",
        "control characters are not allowed",
        {"a control character", "remove it"}},
    Row{"", "invalid leading UTF-8 octet", kBrokenEncoding},
    Row{"", "invalid trailing UTF-8 octet", kBrokenEncoding},
    Row{"", "invalid length of a UTF-8 sequence", kBrokenEncoding},
    Row{"", "incomplete UTF-8 octet sequence", kBrokenEncoding},
    Row{"", "invalid Unicode character", kBrokenEncoding},
    Row{"", "incomplete UTF-16 character", kBrokenEncoding},
    Row{"", "incomplete UTF-16 surrogate pair", kBrokenEncoding},
    Row{"", "unexpected low surrogate area", kBrokenEncoding},
    Row{"", "expected low surrogate area", kBrokenEncoding},
    Row{"",
        "input is too long",
        {"the file is too long to be read", "split it"}},
    Row{"", "input error", {"the file cannot be read", "save it again"}},
};

}  // namespace

SyntaxWords syntax_words(std::string_view context, std::string_view problem) {
  const auto* const row =
      std::find_if(kRows.begin(), kRows.end(), [&](const Row& candidate) {
        return (candidate.context.empty() || candidate.context == context) &&
               (candidate.problem.empty() || candidate.problem == problem);
      });
  if (row != kRows.end()) return row->words;
  return {"this is no YAML", kCheckLine};
}

}  // namespace catalint
