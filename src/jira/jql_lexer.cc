#include "jira/jql_lexer.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "jira/jql_characters.h"

namespace catalint {
namespace {

using enum JqlTokenKind;

struct Spelling {
  std::string_view text;
  JqlTokenKind kind;
};

// Longer ones first.
constexpr std::array<Spelling, 18> kSymbols{{{"!=", kEquality},
                                             {"!~", kLike},
                                             {"<=", kComparison},
                                             {">=", kComparison},
                                             {"&&", kAnd},
                                             {"||", kOr},
                                             {"(", kLeftParen},
                                             {")", kRightParen},
                                             {",", kComma},
                                             {"[", kLeftBracket},
                                             {"]", kRightBracket},
                                             {"!", kBang},
                                             {"=", kEquality},
                                             {"~", kLike},
                                             {"<", kComparison},
                                             {">", kComparison},
                                             {"&", kAnd},
                                             {"|", kOr}}};

// Here and in kWords, one space before and after each.
constexpr std::string_view kReservedWords =
    " abort access add alias alter any as audit avg begin between boolean "
    "break byte catch char character check checkpoint collate collation "
    "column commit connect continue count create current date decimal "
    "declare decrement default defaults define delete delimiter difference "
    "distinct divide do double drop else encoding end equals escape "
    "exclusive exec execute exists explain false fetch field file first "
    "float for function go goto grant greater group having identified if "
    "immediate increment index initial inner inout input insert int integer "
    "intersect intersection into isempty isnull join last left less like "
    "limit lock long max min minus mode modify modulo more multiply next "
    "noaudit notin nowait number object of option outer output power "
    "previous prior privileges public raise raw remainder rename resource "
    "return returns revoke right row rowid rownum rows select session set "
    "share size sqrt start strict string subtract sum synonym table then "
    "trans transaction trigger true uid union unique update user validate "
    "values view when whenever where while with ";
constexpr std::size_t kLongestReservedWord = 12;

constexpr std::array<Spelling, 15> kWords{
    {{" after before during on ", kTimePredicate},
     {" and ", kAnd},
     {" asc desc ", kSortDirection},
     {" by ", kBy},
     {" cf ", kCustomField},
     {" changed ", kChanged},
     {" empty null ", kEmpty},
     {" from to ", kChangePredicate},
     {" in ", kIn},
     {" is ", kIs},
     {" not ", kNot},
     {" or ", kOr},
     {" order ", kOrder},
     {" was ", kWas},
     {kReservedWords, kReservedWord}}};

JqlTokenKind word_kind(std::string_view raw) {
  const bool negative = raw.size() > 1 && raw.front() == '-';
  if (std::all_of(raw.begin() + negative, raw.end(), is_digit)) {
    return negative ? kNegativeNumber : kPositiveNumber;
  }
  if (raw.size() > kLongestReservedWord) return kWord;
  const std::string word = " " + to_lower_ascii(raw) + " ";
  for (const Spelling& words : kWords) {
    if (words.text.find(word) != std::string_view::npos) return words.kind;
  }
  return kWord;
}

}  // namespace

JqlToken JqlLexer::next() {
  position_ =
      std::min(text_.find_first_not_of(" \t\r\n", position_), text_.size());
  if (position_ == text_.size()) return take(kEnd, position_);
  for (const Spelling& symbol : kSymbols) {
    if (text_.substr(position_).starts_with(symbol.text)) {
      return take(symbol.kind, position_ + symbol.text.size());
    }
  }
  const char first = text_[position_];
  return first == '"' || first == '\'' ? take_quoted() : take_word();
}

JqlToken JqlLexer::take(JqlTokenKind kind, std::size_t end) {
  const JqlToken token{kind, position_, end};
  position_ = end;
  return token;
}

JqlToken JqlLexer::take_quoted() {
  const char quote = text_[position_];
  std::size_t end = find_jql_quote_end(text_, position_ + 1, quote);
  if (end == text_.size()) return take(kUnclosedQuote, end);
  const bool closed = text_[end] == quote;
  decode_utf8(text_, end);
  return take(closed ? kQuoted : kBadQuote, end);
}

JqlToken JqlLexer::take_word() {
  std::size_t end = position_;
  while (end < text_.size()) {
    std::size_t next = end;
    if (text_[end] == '\\') {
      next += jql_escape_length(text_, end);
      if (next == end) break;
    } else if (!is_jql_word_character(decode_utf8(text_, next))) {
      break;
    }
    end = next;
  }
  if (end != position_) {
    return take(word_kind(text_.substr(position_, end - position_)), end);
  }
  decode_utf8(text_, end);
  return take(kBadCharacter, end);
}

}  // namespace catalint
