#include "jira/jql_syntax.h"

#include <utility>

#include "jira/jql_characters.h"
#include "jira/jql_cursor.h"
#include "jira/jql_explanation.h"

namespace catalint {
namespace {

using enum JqlTokenKind;

// Recognizes the grammar. A parsing function finds its first token at the
// cursor, leaves it after its last one, and is false once problem_ is set.
// Nesting is counted, not recursed into.
class Recognizer {
 public:
  Recognizer(std::string_view text, bool is_pasted)
      : cursor_(text, is_pasted), why_(cursor_) {}
  // why_ refers to cursor_.
  Recognizer(const Recognizer&) = delete;
  Recognizer& operator=(const Recognizer&) = delete;

  std::optional<JqlProblem> query() {
    const bool is_bare = at(kEnd) || cursor_.at_order_by();
    if ((is_bare || clauses()) && take(kOrder)) order_by();
    return problem_;
  }

  std::optional<JqlProblem> list_inside(std::vector<JqlOperand>* operands) {
    operands_ = operands;
    list();
    return problem_;
  }

 private:
  [[nodiscard]] bool at(JqlTokenKind kind) const { return cursor_.at(kind); }
  [[nodiscard]] bool at_value() const { return is_value(cursor_.token.kind); }
  bool take(JqlTokenKind kind) { return cursor_.take(kind); }

  bool reject(JqlProblem problem) {
    problem_ = std::move(problem);
    return false;
  }

  bool clauses() {
    std::vector<std::size_t>& open = cursor_.open_parentheses;
    for (;;) {
      if (at(kLeftParen)) open.push_back(cursor_.token.begin);
      if (take(kLeftParen) || take(kNot) || take(kBang)) continue;
      if (!clause()) return false;
      for (; at(kRightParen) && !open.empty(); cursor_.advance()) {
        open.pop_back();
      }
      if (!at(kAnd) && !at(kOr)) break;
      cursor_.connective = cursor_.token;
      cursor_.advance();
    }
    return (open.empty() && (at(kEnd) || at(kOrder))) ||
           reject(why_.no_connective());
  }

  bool clause() {
    const JqlToken name = cursor_.token;
    if (!field("condition")) return false;
    const JqlToken op = cursor_.token;
    if (take(kEquality) || take(kLike)) return operand(op);
    if (take(kComparison)) {
      return at(kEmpty) ? reject(why_.no_value(op)) : operand(op);
    }
    if (take(kIn)) return list_operand(op);
    if (take(kChanged)) return predicates(/*changed=*/true);
    if (take(kIs)) {
      take(kNot);
      return take(kEmpty) || reject(why_.no_empty(op));
    }
    if (take(kWas)) {
      take(kNot);
      const bool is_taken = take(kIn) ? list_operand(op) : operand(op);
      return is_taken && predicates(/*changed=*/false);
    }
    if (!take(kNot)) return reject(why_.no_operator(name));
    return take(kIn) ? list_operand(op) : reject(why_.no_in_after_not(op));
  }

  bool field(std::string_view what) {
    const JqlToken name = cursor_.token;
    if (take(kPositiveNumber) || take(kNegativeNumber)) return true;
    if (take(kCustomField)) {
      if (!take(kLeftBracket) || !take(kPositiveNumber) ||
          !take(kRightBracket)) {
        return reject(why_.no_custom_field(name));
      }
    } else if (!take(kWord) && !take(kQuoted)) {
      return reject(why_.no_field(what));
    }
    // Entity properties: issue.property["key"].path
    while (take(kLeftBracket)) {
      if (!at_value()) return reject(why_.missing("a key", cursor_.previous));
      cursor_.advance();
      if (!take(kRightBracket)) {
        return reject(why_.missing("`]`", cursor_.previous));
      }
      while (at_value()) cursor_.advance();
    }
    return true;
  }

  bool operand(const JqlToken& asker) {
    if (take(kEmpty)) return true;
    return at_value() ? value_or_call() : reject(why_.no_value(asker));
  }

  bool value_or_call() {
    cursor_.advance();
    const JqlToken paren = cursor_.token;
    if (!take(kLeftParen) || take(kRightParen)) return true;
    for (;;) {
      if (at(kEnd)) return reject(why_.unclosed(paren.begin));
      if (!at_value()) return reject(why_.no_value(cursor_.previous));
      cursor_.advance();
      if (take(kRightParen)) return true;
      if (is_operator(cursor_.token.kind)) {
        return reject(why_.no_connective_before(paren));
      }
      if (at(kEnd)) return reject(why_.unclosed(paren.begin));
      if (!take(kComma)) return reject(why_.no_comma("`,` or `)`"));
    }
  }

  // `in` is its first token, which may be `not` or `was`.
  bool list_operand(const JqlToken& in) {
    if (at(kLeftParen)) return list();
    const std::size_t in_end = cursor_.previous.end;
    const JqlToken value = cursor_.token;
    if (at_value()) {
      if (!value_or_call()) return false;
      if (cursor_.previous.kind == kRightParen) return true;
    } else if (!take(kEmpty)) {
      return reject(why_.no_list(in));
    }
    return reject(why_.bare_value(in, in_end, value));
  }

  bool list() {
    std::vector<std::size_t> open;
    for (;;) {
      for (; at(kLeftParen); cursor_.advance()) {
        open.push_back(cursor_.token.begin);
      }
      const JqlToken first = cursor_.token;
      if (at(kEnd) && !open.empty()) return reject(why_.unclosed(open.back()));
      if (!operand(cursor_.previous)) return false;
      if (operands_ != nullptr) record(first);
      for (; at(kRightParen) && !open.empty(); cursor_.advance()) {
        open.pop_back();
      }
      if (open.empty() && (!cursor_.is_pasted || at(kEnd))) return true;
      if (take(kComma)) continue;
      if (at(kEnd)) return reject(why_.unclosed(open.back()));
      return reject(why_.no_comma(open.empty() ? "a comma" : "`,` or `)`"));
    }
  }

  void record(const JqlToken& first) {
    operands_->push_back({first.begin, cursor_.previous.end,
                          jql_token_value(cursor_.text.substr(
                              first.begin, first.end - first.begin)),
                          first.kind == kQuoted});
  }

  bool predicates(bool changed) {
    while (take(kTimePredicate) || take(kBy) ||
           (changed && take(kChangePredicate))) {
      if (at(kLeftParen) ? !list() : !operand(cursor_.previous)) return false;
    }
    return true;
  }

  bool order_by() {
    if (!take(kBy)) return reject(why_.missing("`by`", cursor_.previous));
    do {
      if (!field("field")) return false;
      take(kSortDirection);
    } while (take(kComma));
    return at(kEnd) || reject(why_.after_order_by());
  }

  JqlCursor cursor_;
  JqlExplanation why_;
  std::vector<JqlOperand>* operands_ = nullptr;
  std::optional<JqlProblem> problem_;
};

}  // namespace

std::optional<JqlProblem> check_jql(std::string_view query) {
  return Recognizer(query, /*is_pasted=*/false).query();
}

std::optional<JqlProblem> check_jql_list(std::string_view list) {
  return Recognizer(list, /*is_pasted=*/true).list_inside(nullptr);
}

std::vector<JqlOperand> jql_list_operands(std::string_view list) {
  std::vector<JqlOperand> operands;
  Recognizer recognizer(list, /*is_pasted=*/true);
  if (recognizer.list_inside(&operands)) operands.clear();
  return operands;
}

std::optional<JqlProblem> check_jql_quoted(std::string_view text) {
  const std::size_t end = find_jql_quote_end(text, 0, '"');
  if (end == text.size()) return std::nullopt;
  if (text[end] == '"') {
    const std::string_view inner =
        text.size() > 2 ? text.substr(1, text.size() - 2) : "";
    if (end == 0 && text.ends_with('"') && !inner.empty() &&
        inner.find_first_of("\"\\") == std::string_view::npos) {
      return JqlProblem{0, text.size(), "it has quotes of its own", "",
                        std::string(inner)};
    }
    return JqlProblem{
        end, end + 1,
        "`\"` ends the quoted text; write `\\\"` for a quote inside it"};
  }
  JqlProblem problem = explain_jql_character(text, end);
  if (text[end] == '\t') problem.suggestion = " ";
  return problem;
}

}  // namespace catalint
