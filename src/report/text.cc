// The report for people.
#include <map>
#include <string>

#include "base/text.h"
#include "report/format.h"
#include "report/snippet.h"

namespace catalint {
namespace {

class TextReport {
 public:
  TextReport(const RenderOptions& options, std::ostream& out)
      : options_(options), out_(out) {}

  void add(const FileReport& file, const Diagnostic& diagnostic) {
    print_head(
        *file.source, diagnostic.primary,
        paint(name_of(diagnostic.severity), color_of(diagnostic.severity)) +
            bold(": " + diagnostic.message) + " " +
            paint("[" + diagnostic.rule->id + "]", kDim));
    print_snippet(file, diagnostic.primary, color_of(diagnostic.severity));
    for (const RelatedPlace& place : diagnostic.related) {
      const SourceFile& source =
          place.file == nullptr ? *file.source : *place.file;
      print_head(source, place.span,
                 paint("note", kCyan) + ": " + place.message);
      if (place.file == nullptr) print_snippet(file, place.span, kCyan);
    }
    if (!diagnostic.hint.empty()) {
      out_ << "      " << paint("= hint:", kBlue) << " " << diagnostic.hint
           << "\n";
    }
    out_ << "\n";
  }

  void add_summary(const Summary& summary, std::size_t files_with_findings) {
    std::string text;
    const auto count = [&](std::size_t number, const std::string& what) {
      if (number == 0) return;
      text += (text.empty() ? "" : ", ") + std::to_string(number) + " " + what +
              (number == 1 ? "" : "s");
    };
    count(summary.errors, "error");
    count(summary.warnings, "warning");
    count(summary.notes, "note");
    out_ << bold(text) << " in " << files_with_findings << " of "
         << summary.files << (summary.files == 1 ? " file" : " files");
    if (summary.suppressed > 0) {
      out_ << " (" << summary.suppressed << " suppressed)";
    }
    out_ << "\n";
  }

 private:
  static constexpr std::string_view kRed = "31";
  static constexpr std::string_view kYellow = "33";
  static constexpr std::string_view kBlue = "34";
  static constexpr std::string_view kCyan = "36";
  static constexpr std::string_view kDim = "2";
  static constexpr std::string_view kBold = "1";

  static std::string_view color_of(Severity severity) {
    switch (severity) {
      case Severity::kError:
        return kRed;
      case Severity::kWarning:
        return kYellow;
      case Severity::kNote:
        return kCyan;
    }
    return kBold;
  }

  [[nodiscard]] std::string paint(std::string_view text,
                                  std::string_view color) const {
    if (!options_.color) return std::string(text);
    return "\x1B[" + std::string(color) + "m" + std::string(text) + "\x1B[0m";
  }
  [[nodiscard]] std::string bold(std::string_view text) const {
    return paint(text, kBold);
  }

  void print_head(const SourceFile& source, Span span,
                  const std::string& message) {
    const Position position = source.position(span.begin);
    out_ << bold(path_for_line_start(source.path()) + ":" +
                 std::to_string(position.line) + ":" +
                 std::to_string(position.column) + ":")
         << " " << message << "\n";
  }

  // The gutter keeps a line of the file from being taken for a command of CI.
  void print_snippet(const FileReport& file, Span span,
                     std::string_view color) {
    if (file.source->size() == 0) return;
    const Snippet snippet = snippet_of(file, span);
    std::string number = std::to_string(file.source->position(span.begin).line);
    if (number.size() < 5) number.insert(0, 5 - number.size(), ' ');
    const std::string blank(number.size(), ' ');
    out_ << paint(number + " |", kBlue) << " " << snippet.line << "\n"
         << paint(blank + " |", kBlue) << " " << paint(snippet.carets, color)
         << "\n";
  }

  const RenderOptions& options_;
  std::ostream& out_;
};

}  // namespace

void render_text(const Report& report, const RenderOptions& options,
                 std::ostream& out) {
  TextReport text(options, out);
  std::size_t files_with_findings = 0;
  for (const FileReport& file : report.files) {
    if (!file.diagnostics.empty()) ++files_with_findings;
    for (const Diagnostic& diagnostic : file.diagnostics) {
      text.add(file, diagnostic);
    }
  }
  if (files_with_findings > 0 && !options.quiet) {
    text.add_summary(summarize(report), files_with_findings);
  }
}

}  // namespace catalint
