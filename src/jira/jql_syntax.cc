#include "jira/jql_syntax.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace catalint {
namespace {

using enum JqlTokenKind;

bool is_symbol_operator(JqlTokenKind kind) {
  return kind >= kEquality && kind <= kComparison;
}
bool is_operator(JqlTokenKind kind) {
  return kind >= kEquality && kind <= kChanged;
}
bool is_language_word(JqlTokenKind kind) {
  return kind >= kIn && kind <= kReservedWord;
}
bool is_value(JqlTokenKind kind) {
  return kind >= kPositiveNumber && kind <= kQuoted;
}

// Operators of other languages, each before what JQL has for it.
constexpr std::array<std::string_view, 26> kHabits{
    "==",     "=",      "<>",       "!=",      "=!",      "!=", "!",
    "!=",     "=<",     "<=",       "=>",      ">=",      "=~", "~",
    "like",   "~",      "contains", "~",       "equals",  "=",  "notin",
    "not in", "isnull", "is null",  "isempty", "is empty"};
constexpr std::size_t kLongestHabit = 8;

// Recognizes the grammar. A parsing function finds its first token in token_,
// leaves the one after its last there, and is false once problem_ is set.
// Nesting is counted, not recursed into.
class Recognizer {
 public:
  explicit Recognizer(std::string_view text)
      : text_(text), lexer_(text), token_(lexer_.next()) {}

  std::optional<JqlProblem> query() {
    const bool bare = at(kEnd) || at_order_by();
    if ((bare || clauses()) && take(kOrder)) order_by();
    return problem_;
  }

  std::optional<JqlProblem> pasted_list(std::vector<JqlOperand>* operands) {
    operands_ = operands;
    pasted_ = true;
    list();
    return problem_;
  }

 private:
  bool at(JqlTokenKind kind) const { return token_.kind == kind; }
  bool at_order_by() const {
    return at(kOrder) && JqlLexer(lexer_).next().kind == kBy;
  }
  // A word of the language, spelled in letters.
  bool at_word() const {
    return is_language_word(token_.kind) && is_letter(text_[token_.begin]);
  }
  // What starts the next clause, or ends the clauses.
  bool at_connective() const { return at(kAnd) || at(kOr) || at_order_by(); }
  void advance() { previous_ = std::exchange(token_, lexer_.next()); }
  bool take(JqlTokenKind kind) {
    if (!at(kind)) return false;
    advance();
    return true;
  }

  bool clauses() {
    for (;;) {
      if (at(kLeftParen)) open_.push_back(token_.begin);
      if (take(kLeftParen) || take(kNot) || take(kBang)) continue;
      if (!clause()) return false;
      for (; at(kRightParen) && !open_.empty(); advance()) open_.pop_back();
      if (!at(kAnd) && !at(kOr)) break;
      connective_ = token_;
      advance();
    }
    return (open_.empty() && (at(kEnd) || at(kOrder))) || no_connective();
  }

  bool clause() {
    const JqlToken name = token_;
    if (!field("clause")) return false;
    const JqlToken op = token_;
    if (take(kEquality) || take(kLike)) return operand(op);
    if (take(kComparison)) return at(kEmpty) ? no_value(op) : operand(op);
    if (take(kIn)) return list_operand(op);
    if (take(kChanged)) return predicates(/*changed=*/true);
    if (take(kIs)) {
      take(kNot);
      return take(kEmpty) || no_empty(op);
    }
    if (take(kWas)) {
      take(kNot);
      const bool taken = take(kIn) ? list_operand(op) : operand(op);
      return taken && predicates(/*changed=*/false);
    }
    if (!take(kNot)) return no_operator(name);
    return take(kIn) ? list_operand(op)
                     : reject(op, "`in` is missing after " + seen(op));
  }

  bool field(std::string_view what) {
    const JqlToken name = token_;
    if (take(kPositiveNumber) || take(kNegativeNumber)) return true;
    if (take(kCustomField)) {
      if (!take(kLeftBracket) || !take(kPositiveNumber) ||
          !take(kRightBracket)) {
        return reject(name, seen(name) +
                                " starts a custom field, as in `cf[10001]`; "
                                "put other names in quotes");
      }
    } else if (!take(kWord) && !take(kQuoted)) {
      return no_field(what);
    }
    // Entity properties: issue.property["key"].path
    while (take(kLeftBracket)) {
      if (!is_value(token_.kind)) return missing("a key", previous_);
      advance();
      if (!take(kRightBracket)) return missing("`]`", previous_);
      while (is_value(token_.kind)) advance();
    }
    return true;
  }

  bool operand(const JqlToken& asker) {
    if (take(kEmpty)) return true;
    return is_value(token_.kind) ? value_or_call() : no_value(asker);
  }

  bool value_or_call() {
    advance();
    const JqlToken paren = token_;
    if (!take(kLeftParen) || take(kRightParen)) return true;
    for (;;) {
      if (at(kEnd)) return unclosed(paren.begin);
      if (!is_value(token_.kind)) return no_value(previous_);
      advance();
      if (take(kRightParen)) return true;
      if (is_operator(token_.kind)) {
        return reject(paren, "AND or OR is missing before `(`");
      }
      if (at(kEnd)) return unclosed(paren.begin);
      if (!take(kComma)) return no_comma("`,` or `)`");
    }
  }

  bool list_operand(const JqlToken& asker) {
    if (at(kLeftParen)) return list();
    const std::string in = seen(asker.begin, previous_.end);
    const JqlToken value = token_;
    if (is_value(value.kind)) {
      if (!value_or_call()) return false;
      if (previous_.kind == kRightParen) return true;
    } else if (!take(kEmpty)) {
      return missing("a list in parentheses", asker);
    }
    return reject(value,
                  in + " takes a list; put " + seen(value) + " in parentheses");
  }

  bool list() {
    std::vector<std::size_t> open;
    for (;;) {
      for (; at(kLeftParen); advance()) open.push_back(token_.begin);
      const JqlToken first = token_;
      if (at(kEnd) && !open.empty()) return unclosed(open.back());
      if (!operand(previous_)) return false;
      if (operands_ != nullptr) record(first);
      for (; at(kRightParen) && !open.empty(); advance()) open.pop_back();
      if (open.empty() && (!pasted_ || at(kEnd))) return true;
      if (take(kComma)) continue;
      if (at(kEnd)) return unclosed(open.back());
      return no_comma(open.empty() ? "a comma" : "`,` or `)`");
    }
  }

  void record(const JqlToken& first) {
    operands_->push_back(
        {first.begin, previous_.end,
         jql_token_value(text_.substr(first.begin, first.end - first.begin)),
         first.kind == kQuoted});
  }

  bool predicates(bool changed) {
    while (take(kTimePredicate) || take(kBy) ||
           (changed && take(kChangePredicate))) {
      if (at(kLeftParen) ? !list() : !operand(previous_)) return false;
    }
    return true;
  }

  bool order_by() {
    if (!take(kBy)) return missing("`by`", previous_);
    do {
      if (!field("field")) return false;
      take(kSortDirection);
    } while (take(kComma));
    return at(kEnd) ||
           reject(token_, seen(token_) +
                              " cannot stand after ORDER BY, which takes only "
                              "fields, ASC, DESC and commas");
  }

  std::string seen(std::size_t begin, std::size_t end) const {
    return quote_for_display(text_.substr(begin, end - begin));
  }
  std::string seen(const JqlToken& token) const {
    return seen(token.begin, token.end);
  }
  bool touches() const {
    return token_.begin == previous_.end && token_.begin != 0;
  }

  // What JQL has for the operator of another language in a range, if anything.
  std::string_view jql_operator(std::size_t begin, std::size_t end) const {
    if (end - begin > kLongestHabit) return {};
    const std::string written =
        to_lower_ascii(text_.substr(begin, end - begin));
    for (std::size_t i = 0; i < kHabits.size(); i += 2) {
      if (written == kHabits[i]) return kHabits[i + 1];
    }
    return {};
  }

  // From here on: why token_ cannot go on. False, but where it says otherwise.
  bool reject(std::size_t begin, std::size_t end, std::string message) {
    problem_ = explain_jql_token(text_, token_);
    if (!problem_) problem_ = JqlProblem{begin, end, std::move(message)};
    return false;
  }
  bool reject(const JqlToken& token, std::string message) {
    return reject(token.begin, token.end, std::move(message));
  }

  // `after` is the first token of what stands before the gap.
  bool missing(std::string_view what, const JqlToken& after) {
    return reject(after.begin, previous_.end,
                  std::string(what) + " is missing after " +
                      seen(after.begin, previous_.end));
  }

  bool missing_before(std::string_view what, std::string_view hint = "") {
    return reject(token_, std::string(what) + " is missing before " +
                              seen(token_) + std::string(hint));
  }

  bool unclosed(std::size_t paren) {
    return reject(paren, paren + 1,
                  "the parenthesis opened here is never closed");
  }

  bool reserved(std::string_view what) {
    return reject(token_, seen(token_) + " is a reserved word; put the " +
                              std::string(what) + " in quotes");
  }

  bool no_field(std::string_view what) {
    if (is_operator(token_.kind)) return missing_before("a field");
    if (previous_.end == 0) {
      if (at(kAnd) || at(kOr)) return missing_before("a clause");
      if (at(kRightParen)) return no_connective();
    }
    if (at_word() && !at_connective()) return reserved("name");
    if (previous_.end == 0) {
      return reject(token_, seen(token_) + " cannot start a clause");
    }
    if (at(kEnd) && previous_.kind == kLeftParen) {
      return unclosed(previous_.begin);
    }
    return missing("a " + std::string(what), previous_);
  }

  bool no_operator(const JqlToken& name) {
    if (connective_.end == name.begin && name.begin != 0) {  // a&b
      problem_ = explain_jql_token(text_, connective_);
      if (problem_) return false;
    }
    if (!jql_operator(token_.begin, token_.end).empty()) {
      return not_an_operator(token_);
    }
    const bool word = is_value(token_.kind) || at_word();
    if (!word || at_connective()) {
      return missing("an operator such as `=`", name);
    }
    return reject(name.begin, token_.end,
                  "an operator such as `=` is missing after " + seen(name) +
                      "; a name with spaces needs quotes");
  }

  bool not_an_operator(const JqlToken& first) {
    const std::string_view jql = jql_operator(first.begin, token_.end);
    std::string message =
        seen(first.begin, token_.end) + " is not a JQL operator";
    if (!jql.empty()) message += "; use " + quote_for_display(jql);
    return reject(first.begin, token_.end, std::move(message));
  }

  bool no_value(const JqlToken& asker) {
    const bool symbol = is_symbol_operator(asker.kind);
    if (symbol && is_symbol_operator(token_.kind) && touches()) {
      return not_an_operator(asker);
    }
    if (symbol && at(kEmpty)) {
      return reject(token_,
                    seen(asker) + " does not take EMPTY; use `is EMPTY`");
    }
    if (at(kLeftParen) && is_operator(asker.kind)) return not_a_list(asker);
    const bool in_list = asker.kind <= kComma;
    if (at_word() && (in_list || !at_connective())) return reserved("value");
    if (previous_.end == 0 && !at(kRightParen)) {
      return at(kEnd) ? empty_list(0, text_.size()) : missing_before("a value");
    }
    if (asker.kind == kLeftParen && at(kRightParen)) {
      return empty_list(asker.begin, token_.end);
    }
    return previous_.end == 0 ? no_comma("") : missing("a value", asker);
  }

  bool empty_list(std::size_t begin, std::size_t end) {
    return reject(begin, end, "the list is empty; put a value into it");
  }

  bool not_a_list(const JqlToken& asker) {
    const bool negated = text_[asker.begin] == '!';
    std::string message =
        seen(asker.begin, previous_.end) + " takes one value, not a list";
    if (asker.kind == kEquality) {
      message += negated ? "; use `not in`" : "; use `in`";
    }
    if (asker.kind == kWas) message += "; use `in` after it";
    return reject(token_, std::move(message));
  }

  bool no_empty(const JqlToken& asker) {
    if (at(kEnd) || at(kRightParen) || at_connective()) {
      return missing("EMPTY", asker);
    }
    return reject(
        token_, seen(asker.begin, previous_.end) + " takes only EMPTY; use " +
                    (previous_.kind == kNot ? "`!=`" : "`=`") + " for a value");
  }

  bool no_comma(std::string_view separator) {
    if (pasted_ && at(kRightParen)) {
      return reject(token_, "`)` ends the list and changes the query");
    }
    if (ends_quote_early()) return false;
    return missing_before(separator, spaces_hint());
  }

  bool no_connective() {
    if (at(kEnd) || at(kOrder)) return unclosed(open_.back());
    if (at(kRightParen)) return reject(token_, "`)` closes no parenthesis");
    if (at(kComma)) {
      return reject(
          token_,
          "`,` cannot stand between clauses; write a list as `in (a, b)`");
    }
    if (is_operator(token_.kind)) {
      return missing_before("a field after AND or OR");
    }
    if (at(kTimePredicate) || at(kBy) || at(kChangePredicate)) {
      return reject(token_, seen(token_) + " goes only with " +
                                (at(kChangePredicate) ? "`changed`"
                                                      : "`was` and `changed`") +
                                spaces_hint());
    }
    if (ends_quote_early()) return false;
    return missing_before("AND or OR", at(kNot) ? "" : spaces_hint());
  }

  // For words that may be the rest of a value.
  std::string spaces_hint() const {
    const bool after_word =
        previous_.kind >= kPositiveNumber && previous_.kind <= kWord;
    const bool word =
        at_word() || (token_.kind >= kPositiveNumber && token_.kind <= kWord);
    return after_word && word ? "; a value with spaces needs quotes" : "";
  }

  // True if that is the reason, which is then explained.
  bool ends_quote_early() {
    if (previous_.kind != kQuoted || !touches()) return false;
    const std::string quote(1, text_[previous_.begin]);
    reject(token_, "the quoted text ends before " + seen(token_) +
                       "; write `\\" + quote + "` for a quote inside it");
    return true;
  }

  std::string_view text_;
  JqlLexer lexer_;
  JqlToken token_;
  JqlToken previous_;
  JqlToken connective_;            // the last AND or OR
  std::vector<std::size_t> open_;  // the parentheses around clauses
  bool pasted_ = false;            // the text is the inside of a list
  std::vector<JqlOperand>* operands_ = nullptr;
  std::optional<JqlProblem> problem_;
};

}  // namespace

std::optional<JqlProblem> check_jql(std::string_view query) {
  return Recognizer(query).query();
}

std::optional<JqlProblem> check_jql_list(std::string_view list) {
  return Recognizer(list).pasted_list(nullptr);
}

std::vector<JqlOperand> jql_list_operands(std::string_view list) {
  std::vector<JqlOperand> operands;
  if (Recognizer(list).pasted_list(&operands)) operands.clear();
  return operands;
}

std::optional<JqlProblem> check_jql_quoted(std::string_view text) {
  const std::size_t end = find_jql_quote_end(text, 0, '"');
  if (end == text.size()) return std::nullopt;
  if (text[end] == '"') {
    return JqlProblem{
        end, end + 1,
        "`\"` ends the quoted text; write `\\\"` for a quote inside it"};
  }
  return explain_jql_character(text, end);
}

}  // namespace catalint
