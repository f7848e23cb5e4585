// A table for pull requests and job summaries.
#include <algorithm>

#include "base/text.h"
#include "report/format.h"

namespace catalint {
namespace {

// A job summary of GitHub holds 1 MiB, and nobody reads further.
constexpr std::size_t kMostRows = 500;
constexpr std::size_t kMostBytes = std::size_t{900} << 10U;

// Between backticks only a pipe means something, as it ends the cell.
std::string code(std::string_view text) {
  std::string out = "`";
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out + "`";
}

// What servers make a link of behind Markdown's back: mentions, issues,
// addresses. A space without width parts it; a backslash would not.
bool starts_reference(std::string_view before, char next) {
  if (before.ends_with('@') || before.ends_with('#')) return true;
  if (next == '/') return before.ends_with(':');
  if (next == '.') return to_lower_ascii(before).ends_with("www");
  if (next == ':') return to_lower_ascii(before).ends_with("mailto");
  return next == '-' && to_lower_ascii(before).ends_with("gh");
}

std::string plain(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]<>()#|&~!@$";
  constexpr std::size_t kLongestStart = 6;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t begin = i > kLongestStart ? i - kLongestStart : 0;
    if (starts_reference(text.substr(begin, i - begin), text[i])) {
      out += "\u200B";
    }
    if (kSpecial.find(text[i]) != std::string_view::npos) out += '\\';
    out += text[i];
  }
  return out;
}

std::string path_text(std::string_view path) {
  const bool has_backtick = path.find('`') != std::string_view::npos;
  return has_backtick ? plain(path) : code(path);
}

// Messages put what was seen between backticks. Where it holds one itself, the
// pairs that Markdown would see are others, and all of it is plain text.
std::string cell(std::string_view message) {
  if (message.find("``") != std::string_view::npos) return plain(message);
  std::string out;
  while (!message.empty()) {
    const std::size_t open = message.find('`');
    const std::size_t close =
        open == std::string_view::npos ? open : message.find('`', open + 1);
    if (close == std::string_view::npos) break;
    out += plain(message.substr(0, open)) +
           code(message.substr(open + 1, close - open - 1));
    message.remove_prefix(close + 1);
  }
  return out + plain(message);
}

std::string row(const FileFinding& finding) {
  const Diagnostic& diagnostic = finding.diagnostic();
  const SourceFile& source = *finding.file->source;
  const Position place = source.position(diagnostic.primary.begin);
  return "| " + std::string(name_of(diagnostic.severity)) + " | " +
         path_text(path_for_display(source.path()) + ":" +
                   std::to_string(place.line) + ":" +
                   std::to_string(place.column)) +
         " | " + cell(message_with_hint(diagnostic)) + " | " +
         plain(diagnostic.rule->id) + " |\n";
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

void render_markdown(const Report& report, const RenderOptions& /*options*/,
                     std::ostream& out) {
  const Summary summary = summarize(report);
  out << "## catalint\n\n";
  if (summary.findings() == 0) {
    out << "Nothing found in " << counted(summary.files, "file") << ".\n";
    return;
  }
  out << counted(summary.errors, "error") << ", "
      << counted(summary.warnings, "warning") << " and "
      << counted(summary.notes, "note") << " in "
      << counted(summary.files, "file") << ".\n\n"
      << "| Severity | Place | Finding | Rule |\n| --- | --- | --- | --- |\n";
  const std::vector<FileFinding> findings = worst_first(report);
  const std::size_t most = std::min(findings.size(), kMostRows);
  std::size_t shown = 0;
  for (std::size_t bytes = 0; shown < most; ++shown) {
    const std::string line = row(findings[shown]);
    bytes += line.size();
    if (bytes > kMostBytes) break;
    out << line;
  }
  if (shown < findings.size()) {
    out << "\n" << counted(findings.size() - shown, "finding") << " more.\n";
  }
}

}  // namespace catalint
