#include "jira/query_check.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/edit_distance.h"
#include "base/pattern.h"
#include "base/text.h"
#include "jira/jql_syntax.h"
#include "jira/query_template.h"
#include "jira/secret.h"

namespace catalint {
namespace {

// No report shows so many.
constexpr std::size_t kMostProblems = 100'001;

// Somebody whose address and name both need quotes, as those of most do.
const QueryUser& sample_user() {
  static const QueryUser kUser = {"user@example.com", "Sample User"};
  return kUser;
}

std::string braced(std::string_view name) {
  return "{{ " + std::string(name) + " }}";
}

std::string shown(std::string_view query, Span span) {
  return quote_for_display(query.substr(span.begin, span.size()));
}

std::string names_hint() {
  std::string names;
  for (const std::string& name : placeholder_names()) {
    const bool is_last = name == placeholder_names().back();
    names += (names.empty() ? "" : is_last ? " and " : ", ") + name;
  }
  return "it fills " + names;
}

// The name without case and punctuation, as people mix them up.
std::string folded_name(std::string_view name) {
  std::string out;
  for (const char c : to_lower_ascii(name)) {
    if (is_alphanumeric(c)) out += c;
  }
  return out;
}

struct Meaning {
  std::string name;  // of a placeholder that the plugin knows; or empty
  bool is_sure = false;
};

Meaning meaning_of(std::string_view written) {
  const auto& names = placeholder_names();
  const std::string folded = folded_name(written);
  for (const std::string& name : names) {
    if (folded == to_lower_ascii(name)) return {name, true};
  }
  for (const std::string_view other :
       {"project", "key", "jiraproject", "jiraprojectkey", "jirakey"}) {
    if (folded == other) return {"projectKey", true};
  }
  if (const auto close = nearest(written, names)) {
    return {*close, is_within_edit_distance(written, *close, 2)};
  }
  const bool is_project = folded.find("project") != std::string::npos;
  return {is_project ? "projectKey" : "", false};
}

bool is_filled(const JiraCard& card, std::string_view name) {
  return placeholder_value(card, name) || is_user_placeholder(name);
}

JqlProblem unknown_placeholder(const JiraCard& card, Span span,
                               std::string message, std::string_view name) {
  JqlProblem problem{span.begin, span.end, std::move(message), names_hint()};
  const Meaning meaning = meaning_of(name);
  if (meaning.name.empty()) return problem;
  problem.message +=
      "; did you mean " + quote_for_display(braced(meaning.name)) + "?";
  if (meaning.is_sure && is_filled(card, meaning.name)) {
    problem.suggestion = braced(meaning.name);
  }
  return problem;
}

std::optional<JqlProblem> check_placeholder(
    const JiraCard& card, const QueryPlaceholder& placeholder) {
  const std::string& name = placeholder.name;
  const Span span{placeholder.begin, placeholder.end};
  const std::string written = quote_for_display(braced(name));
  if (is_user_placeholder(name)) return std::nullopt;
  if (is_inherited_name(name)) {
    return JqlProblem{span.begin, span.end,
                      written + " turns into JavaScript source text",
                      names_hint()};
  }
  if (placeholder_value(card, name)) return std::nullopt;
  const auto& names = placeholder_names();
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    return unknown_placeholder(card, span, "the plugin never fills " + written,
                               name);
  }
  const std::string key =
      "jira/" + (name == "projectKey" ? "project-key" : name);
  return JqlProblem{
      span.begin, span.end,
      written + " stays as it is, because the entity has no " + key,
      "add " + key + " to the annotations, or take this condition out"};
}

// Placeholders as other programs write them, at the start of a text.
std::optional<std::string> foreign_placeholder(std::string_view text) {
  static const Pattern kForeign(
      R"(^(\$\{\s*[\w.-]+\s*\}|\$\([\w.-]+\)|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%)"
      R"(|\{{1,2}\s*[\w.-]+\s*\}{0,2}|\[\[\s*[\w.-]+\s*\]\]))");
  return kForeign.first_group(text);
}

std::optional<QueryPlaceholder> placeholder_in(std::string_view query,
                                               Span span) {
  for (const QueryPlaceholder& placeholder : query_placeholders(query)) {
    if (placeholder.begin < span.end && span.begin < placeholder.end) {
      return placeholder;
    }
  }
  return std::nullopt;
}

std::string described_value(const JiraCard& card, const std::string& name) {
  if (name == "userEmail") return "an e-mail address";
  if (name == "userDisplayName") return "a name";
  const auto value = placeholder_value(card, name);
  return quote_for_display(without_credentials(value.value_or("")));
}

// What was copied from somewhere else than Jira's search field.
std::optional<JqlProblem> explain_link(std::string_view query) {
  static const Pattern kLink(R"((?i)^\s*https?://)");
  static const Pattern kEscape("(%(?:20|22|27|3D|3d))");
  constexpr std::string_view kHint =
      "copy the query itself from Jira's issue search";
  if (kLink.matches(query)) {
    return JqlProblem{0, query.size(), "a link is not a query",
                      std::string(kHint)};
  }
  const auto escape = kEscape.first_group(query);
  if (!escape) return std::nullopt;
  const std::size_t begin = query.find(*escape);
  return JqlProblem{
      begin, begin + escape->size(),
      quote_for_display(*escape) + " is an escape of links, not of JQL",
      std::string(kHint)};
}

// Why the filled query is no JQL, where its text came from `span`.
JqlProblem explain_filled(std::string_view query, const JiraCard& card,
                          Span span, const JqlProblem& problem) {
  const auto placeholder = placeholder_in(query, span);
  if (!placeholder) {
    const auto foreign = foreign_placeholder(query.substr(span.begin));
    if (!foreign) {
      if (auto link = explain_link(query)) return *std::move(link);
      return {span.begin, span.end, problem.message, problem.hint};
    }
    const Span whole{span.begin, span.begin + foreign->size()};
    return unknown_placeholder(
        card, whole, shown(query, whole) + " is no placeholder of the plugin",
        *foreign);
  }
  const Span inner{placeholder->begin, placeholder->end};
  const std::string written = shown(query, inner);
  if (inner.begin > 0 && inner.end < query.size() &&
      query[inner.begin - 1] == '{' && query[inner.end] == '}') {
    const Span whole{inner.begin - 1, inner.end + 1};
    return {whole.begin, whole.end,
            shown(query, whole) + " has a brace too many on each side",
            "write " + written,
            std::string(query.substr(inner.begin, inner.size()))};
  }
  const std::string quoted =
      "\"" + std::string(query.substr(inner.begin, inner.size())) + "\"";
  std::string mended(query);
  mended.replace(inner.begin, inner.size(), quoted);
  const std::string value = described_value(card, placeholder->name);
  if (!check_jql(fill_query(mended, card, sample_user()).text())) {
    return {inner.begin, inner.end,
            written + " becomes " + value + ", which needs quotes",
            "write " + quote_for_display(quoted), quoted};
  }
  return {span.begin, span.end,
          "once " + written + " is " + value + ", " + problem.message,
          problem.hint};
}

}  // namespace

std::vector<JqlProblem> check_query(std::string_view query,
                                    const JiraCard& card) {
  if (query.empty()) return {};
  if (trim(query).empty()) {
    return {{0, query.size(), "a blank query searches all issues of Jira",
             "write a query, or remove the line"}};
  }
  std::vector<JqlProblem> problems;
  // Each name is judged once: a hostile query has very many of the same.
  std::unordered_map<std::string, std::optional<JqlProblem>> judged;
  for (const QueryPlaceholder& placeholder : query_placeholders(query)) {
    const auto [known, is_new] = judged.try_emplace(placeholder.name);
    if (is_new) known->second = check_placeholder(card, placeholder);
    if (!known->second) continue;
    if (problems.size() == kMostProblems) break;
    problems.push_back(*known->second);
    problems.back().begin = placeholder.begin;
    problems.back().end = placeholder.end;
  }
  if (!problems.empty()) return problems;
  const FilledQuery filled = fill_query(query, card, sample_user());
  if (const auto problem = check_jql(filled.text())) {
    problems.push_back(explain_filled(
        query, card, filled.origin_of({problem->begin, problem->end}),
        *problem));
  }
  return problems;
}

}  // namespace catalint
