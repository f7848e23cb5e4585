#include "jira/label_check.h"

#include <algorithm>

#include "base/pattern.h"
#include "base/text.h"
#include "catalint/source.h"
#include "jira/jql_syntax.h"

namespace catalint {
namespace {

JqlProblem holds_space(Span span, std::string_view label) {
  std::string one_word(label);
  std::replace(one_word.begin(), one_word.end(), ' ', '-');
  return {span.begin, span.end,
          quote_for_display(label) + " holds a space, and no Jira label does",
          "write one word, such as " + quote_for_display(one_word) +
              ", or put commas between several labels"};
}

// In a list that is nothing but words, commas and spaces: two words without a
// comma between them.
std::optional<JqlProblem> find_space(std::string_view list) {
  static const Pattern kWords(
      R"(^[\s,]*[\pL\pN_.:-]+(?:[ ,]+[\pL\pN_.:-]+)*[\s,]*$)");
  if (!kWords.matches(list)) return std::nullopt;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string_view item = trim(list.substr(begin, comma - begin));
    if (item.find(' ') != std::string_view::npos) {
      const auto at = static_cast<std::size_t>(item.data() - list.data());
      return holds_space({at, at + item.size()}, item);
    }
    begin = comma + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<JqlProblem> check_label(std::string_view list) {
  if (trim(list).empty()) return std::nullopt;
  if (auto problem = find_space(list)) return problem;
  if (auto problem = check_jql_list(list)) return problem;
  for (const JqlOperand& operand : jql_list_operands(list)) {
    const std::string word = to_lower_ascii(operand.text);
    if (!operand.quoted && (word == "empty" || word == "null")) {
      return JqlProblem{
          operand.begin, operand.end,
          quote_for_display(operand.text) + " means issues without any label",
          "for a label of that name write " +
              quote_for_display("\"" + operand.text + "\"") +
              ", quotes included"};
    }
    if (operand.text.find(' ') != std::string::npos) {
      return holds_space({operand.begin, operand.end}, operand.text);
    }
  }
  return std::nullopt;
}

}  // namespace catalint
