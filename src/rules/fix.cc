#include "rules/fix.h"

#include <algorithm>

#include "base/text.h"
#include "yaml/entry_lines.h"
#include "yaml/scalar.h"

namespace catalint {
namespace {

// Without white space and invisible characters at both ends.
std::string trimmed(std::string_view text) {
  std::string_view rest = trim(text);
  std::size_t first = std::string_view::npos;
  std::size_t last = 0;
  for (std::size_t i = 0; i < rest.size();) {
    const std::size_t begin = i;
    const char32_t code_point = decode_utf8(rest, i);
    if (code_point == ' ' || code_point == '\t' || code_point == '\n' ||
        code_point == '\r' || is_invisible(code_point)) {
      continue;
    }
    first = std::min(first, begin);
    last = i;
  }
  return first == std::string_view::npos
             ? std::string()
             : std::string(rest.substr(first, last - first));
}

// Whether a text may stand without quotes and is still read as itself.
bool is_safe_plain(std::string_view text) {
  const auto accepts = [](char c) {
    return is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '/';
  };
  return !text.empty() && is_alphanumeric(text.front()) &&
         std::all_of(text.begin(), text.end(), accepts) &&
         core_type(text) == ScalarType::kString &&
         yaml_1_1_type(text) == ScalarType::kString;
}

std::string double_quoted(std::string_view text) {
  return "\"" + with_backslashes(text, "\"\\") + "\"";
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + "'";
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

// The text as a scalar, in the style of the one that it takes the place of.
std::optional<std::string> written_like(const Node& old,
                                        std::string_view text) {
  if (has_control_character(text)) return std::nullopt;
  switch (old.style) {
    case NodeStyle::kPlain:
      return is_safe_plain(text) ? std::string(text) : double_quoted(text);
    case NodeStyle::kSingleQuoted:
      return single_quoted(text);
    case NodeStyle::kDoubleQuoted:
      return double_quoted(text);
    default:
      return std::nullopt;
  }
}

std::optional<std::string> new_text(const FixRecipe& recipe,
                                    const Finding& finding,
                                    std::string_view value) {
  switch (recipe.action) {
    case FixAction::kQuote:
      return std::string(value);
    case FixAction::kTrim:
      return trimmed(value);
    case FixAction::kUpperCase:
      return to_upper_ascii(value);
    case FixAction::kReplace:
      return recipe.text;
    case FixAction::kExtractUpperCase:
      if (!finding.suggestion.empty())
        return to_upper_ascii(finding.suggestion);
      break;
    case FixAction::kExtract:
    case FixAction::kSuggestion:
    case FixAction::kRenameKey:
    case FixAction::kRemove:
    case FixAction::kMove:
      break;
  }
  if (finding.suggestion.empty()) return std::nullopt;
  return finding.suggestion;
}

Fix fix_with(const FixRecipe& recipe, Span span, std::string text) {
  Fix fix;
  fix.title = recipe.title;
  fix.safety = recipe.safety;
  fix.edits.push_back({span, std::move(text)});
  return fix;
}

// `|` and `>` keep the last line break, `|-` and `>-` do not.
std::optional<Fix> strip_block(const FixRecipe& recipe, const Node& node,
                               const SourceFile& source) {
  std::size_t at = node.span.begin + 1;
  const std::string_view text = source.bytes();
  if (at < text.size() && is_digit(text[at])) ++at;
  const bool keeps_all = at < text.size() && text[at] == '+';
  const bool is_stripped = at < text.size() && text[at] == '-';
  const std::string_view value = node.value;
  if (is_stripped ||
      trimmed(value) != value.substr(0, value.find_last_not_of('\n') + 1)) {
    return std::nullopt;
  }
  return fix_with(recipe, {at, at + (keeps_all ? 1U : 0U)}, "-");
}

// Whole lines: what the verb worked out, else the entry that it looked at.
std::optional<Fix> fix_of_entry(const FixRecipe& recipe, const Finding& finding,
                                const SourceFile& source) {
  Fix fix;
  fix.title = recipe.title;
  fix.safety = recipe.safety;
  fix.edits = finding.edits;
  if (fix.edits.empty() && recipe.action == FixAction::kRemove &&
      finding.target != nullptr && finding.target->member != nullptr &&
      finding.target->parent->style == NodeStyle::kBlock) {
    const auto lines = entry_lines(source, *finding.target->member);
    if (lines) fix.edits.push_back({*lines, ""});
  }
  if (fix.edits.empty()) return std::nullopt;
  return fix;
}

// A part of a value, which stays in the style that it is written in.
std::optional<Fix> replace_part(const FixRecipe& recipe, const Node& node,
                                const Finding& finding,
                                const SourceFile& source) {
  const std::string_view written = source.text(finding.primary);
  const std::string_view text = finding.part_suggestion;
  // Without quotes, braces are text only where some are text already.
  const bool is_plain_safe = finding.primary.begin != node.span.begin &&
                             written.find('{') != std::string_view::npos;
  const bool is_safe = text.find_first_of("'\\") == std::string_view::npos &&
                       !has_control_character(text) &&
                       !has_control_character(written) &&
                       (node.style != NodeStyle::kPlain || is_plain_safe) &&
                       (node.style != NodeStyle::kDoubleQuoted ||
                        text.find('"') == std::string_view::npos);
  if (!is_safe) return std::nullopt;
  return fix_with(recipe, finding.primary, finding.part_suggestion);
}

}  // namespace

std::optional<Fix> make_fix(const FixRecipe& recipe, const Finding& finding,
                            const SourceFile& source) {
  if (recipe.action == FixAction::kRemove ||
      recipe.action == FixAction::kMove) {
    return fix_of_entry(recipe, finding, source);
  }
  const bool on_key = recipe.action == FixAction::kRenameKey;
  const Node* node = on_key ? finding.key : finding.node;
  // The edit of an anchor would change all of its aliases as well.
  if (node == nullptr || !node->is_scalar() || !node->anchor.empty()) {
    return std::nullopt;
  }
  const bool is_inside = node->span.begin <= finding.primary.begin &&
                         finding.primary.end <= node->span.end;
  if (!is_inside) return std::nullopt;
  if (recipe.action == FixAction::kSuggestion &&
      !finding.part_suggestion.empty()) {
    return replace_part(recipe, *node, finding, source);
  }
  if (node->is_block_scalar()) {
    return recipe.action == FixAction::kTrim
               ? strip_block(recipe, *node, source)
               : std::nullopt;
  }
  if (recipe.action == FixAction::kQuote) {
    // What is quoted is the text as it is written, not what it means.
    // Nobody means the text `null` or `~`.
    if (node->style != NodeStyle::kPlain || node->is_null() ||
        node->is_string() || !node->tag.empty()) {
      return std::nullopt;
    }
    return fix_with(recipe, node->span, double_quoted(source.text(node->span)));
  }
  auto text = new_text(recipe, finding, node->value);
  if (!text || text->empty()) return std::nullopt;
  auto written = written_like(*node, *text);
  if (!written || source.text(node->span) == *written) return std::nullopt;
  return fix_with(recipe, node->span, std::move(*written));
}

}  // namespace catalint
