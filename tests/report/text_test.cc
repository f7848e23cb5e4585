#include <gtest/gtest.h>

#include <sstream>

#include "report/make_report.h"

namespace catalint {
namespace {

// The report with one finding at `needle`, without the summary.
std::string rendered(const std::string& bytes, Diagnostic diagnostic,
                     const std::string& path = "x.yaml",
                     RenderOptions options = {.color = false, .quiet = true}) {
  std::ostringstream out;
  render_text(report_of(file_with(path, bytes, {std::move(diagnostic)})),
              options, out);
  return out.str();
}

std::string rendered(const std::string& bytes, const std::string& needle) {
  return rendered(bytes, diagnostic_at(bytes, needle));
}

std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(TextReport, ShowsTheLineWithCarets) {
  const struct {
    const char* bytes;
    const char* needle;
    const char* report;
  } rows[] = {
      {"a: b\nkey: value # c\n", "value",
       "x.yaml:2:6: error: it is wrong [pack/rule]\n"
       "    2 | key: value # c\n"
       "      |      ^^^^^\n\n"},
      // the first line of many
      {"k: one\n  two\n", "one\n  two",
       "x.yaml:1:4: error: it is wrong [pack/rule]\n"
       "    1 | k: one\n"
       "      |    ^^^\n\n"},
      {"k: 'one\r\n  two'\r\n", "'one\r\n  two'",
       "x.yaml:1:4: error: it is wrong [pack/rule]\n"
       "    1 | k: 'one\n"
       "      |    ^^^^\n\n"},
      // an empty place
      {"k:\n", "",
       "x.yaml:1:1: error: it is wrong [pack/rule]\n"
       "    1 | k:\n"
       "      | ^\n\n"},
      // tabs are four columns
      {"\ta:\tb\n", "b",
       "x.yaml:1:5: error: it is wrong [pack/rule]\n"
       "    1 |     a:    b\n"
       "      |           ^\n\n"},
      {"a:\t\tb\n", "\t\t",
       "x.yaml:1:3: error: it is wrong [pack/rule]\n"
       "    1 | a:        b\n"
       "      |   ^^^^^^^^\n\n"},
      // wide characters are two columns
      {"日本: 語\n", "語",
       "x.yaml:1:5: error: it is wrong [pack/rule]\n"
       "    1 | 日本: 語\n"
       "      |       ^^\n\n"},
      {"é: 😀x\n", "x",
       "x.yaml:1:5: error: it is wrong [pack/rule]\n"
       "    1 | é: 😀x\n"
       "      |      ^\n\n"},
      // nothing raw from the file
      {"a: \x1B[31mb\xFF\u200B\n", "b",
       "x.yaml:1:9: error: it is wrong [pack/rule]\n"
       "    1 | a: \\x1B[31mb\\xFF\\u{200B}\n"
       "      |            ^\n\n"},
      {"a: x\rb\n", "\r",
       "x.yaml:1:5: error: it is wrong [pack/rule]\n"
       "    1 | a: x\\rb\n"
       "      |     ^^\n\n"},
      // a byte order mark is not shown
      {"\uFEFF"
       "a: b\n",
       "a",
       "x.yaml:1:1: error: it is wrong [pack/rule]\n"
       "    1 | a: b\n"
       "      | ^\n\n"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(rendered(row.bytes, row.needle), row.report);
  }
}

TEST(TextReport, ShowsNoLineOfAnEmptyFile) {
  EXPECT_EQ(rendered("", diagnostic_at({0, 0})),
            "x.yaml:1:1: error: it is wrong [pack/rule]\n\n");
}

TEST(TextReport, CutsALongLineAroundThePlace) {
  const std::string head = "x.yaml:1:201: error: it is wrong [pack/rule]\n";
  const std::string bytes =
      repeat("a", 200) + "HERE" + repeat("b", 200) + "\nc\n";
  EXPECT_EQ(rendered(bytes, "HERE"),
            head + "    1 | …" + repeat("a", 40) + "HERE" + repeat("b", 76) +
                "…\n      |  " + repeat(" ", 40) + "^^^^\n\n");
  const std::string wide = repeat("é", 200) + "HERE";
  EXPECT_EQ(rendered(wide, "HERE"), head + "    1 | …" + repeat("é", 40) +
                                        "HERE\n      |  " + repeat(" ", 40) +
                                        "^^^^\n\n");
  const std::string begin = "HERE" + repeat("b", 200);
  EXPECT_EQ(rendered(begin, "HERE"),
            "x.yaml:1:1: error: it is wrong [pack/rule]\n    1 | HERE" +
                repeat("b", 116) + "…\n      | ^^^^\n\n");
  // carets do not run past the window
  const std::string all = repeat("z", 300);
  EXPECT_EQ(rendered(all, all),
            "x.yaml:1:1: error: it is wrong [pack/rule]\n    1 | " +
                repeat("z", 120) + "…\n      | " + repeat("^", 120) + "\n\n");
}

TEST(TextReport, WidensTheGutterForLongNumbers) {
  const std::string bytes = repeat("\n", 123456) + "k\n";
  EXPECT_EQ(rendered(bytes, "k"),
            "x.yaml:123457:1: error: it is wrong [pack/rule]\n"
            "123457 | k\n"
            "       | ^\n\n");
}

TEST(TextReport, ShowsRelatedPlacesAndHints) {
  const std::string bytes = "a: 1\na: 2\n";
  const SourceFile other("other.yaml", "b: 1\n");
  Diagnostic diagnostic = diagnostic_at({5, 6});
  diagnostic.severity = Severity::kWarning;
  diagnostic.related = {{nullptr, {0, 1}, "the first one"},
                        {&other, {3, 4}, "another file"}};
  diagnostic.hint = "remove it";
  EXPECT_EQ(rendered(bytes, diagnostic),
            "x.yaml:2:1: warning: it is wrong [pack/rule]\n"
            "    2 | a: 2\n"
            "      | ^\n"
            "x.yaml:1:1: note: the first one\n"
            "    1 | a: 1\n"
            "      | ^\n"
            "other.yaml:1:4: note: another file\n"
            "      = hint: remove it\n\n");
}

TEST(TextReport, EscapesThePath) {
  EXPECT_EQ(rendered("k\n", diagnostic_at({0, 1}), "a\n\x1B.yaml"),
            "a\\n\\x1B.yaml:1:1: error: it is wrong [pack/rule]\n"
            "    1 | k\n"
            "      | ^\n\n");
}

// At the start of a line `::` could be a command of a CI system.
TEST(TextReport, NoPathIsACommand) {
  for (const char* path : {"::error::x.yaml", " ::error::x.yaml"}) {
    EXPECT_TRUE(rendered("k\n", diagnostic_at({0, 1}), path)
                    .starts_with(std::string("./") + path));
  }
  EXPECT_TRUE(rendered("k\n", diagnostic_at({0, 1}), "##[error]x.yaml")
                  .starts_with("./\\x23#[error]x.yaml"));
}

TEST(TextReport, MasksSecrets) {
  const std::string bytes = "k: SECRETSECRET # SECRET\n";
  Report report =
      report_of(file_with("x.yaml", bytes, {diagnostic_at({3, 15})}));
  report.files[0].secrets = {{3, 15}};
  std::ostringstream out;
  render_text(report, {.color = false, .quiet = true}, out);
  EXPECT_EQ(out.str(),
            "x.yaml:1:4: error: it is wrong [pack/rule]\n"
            "    1 | k: SECR… # SECRET\n"
            "      |    ^^^^^\n\n");
}

TEST(TextReport, PaintsOnDemand) {
  Diagnostic diagnostic = diagnostic_at({0, 1});
  diagnostic.hint = "h";
  EXPECT_EQ(
      rendered("k\n", diagnostic, "x.yaml", {.color = true, .quiet = true}),
      "\x1B[1mx.yaml:1:1:\x1B[0m \x1B[31merror\x1B[0m"
      "\x1B[1m: it is wrong\x1B[0m \x1B[2m[pack/rule]\x1B[0m\n"
      "\x1B[34m    1 |\x1B[0m k\n"
      "\x1B[34m      |\x1B[0m \x1B[31m^\x1B[0m\n"
      "      \x1B[34m= hint:\x1B[0m h\n\n");
}

TEST(TextReport, EndsWithASummary) {
  Report report = report_of(file_with("a.yaml", "k\n", {}));
  const auto text = [&] {
    std::ostringstream out;
    render_text(report, {}, out);
    const std::string all = out.str();
    const std::size_t last = all.rfind('\n', all.size() - 2);
    return last == std::string::npos ? all : all.substr(last + 1);
  };
  EXPECT_EQ(text(), "");
  Diagnostic note = diagnostic_at({0, 1});
  note.severity = Severity::kNote;
  report.files[0].diagnostics = {note};
  EXPECT_EQ(text(), "1 note in 1 of 1 file\n");
  Diagnostic warning = diagnostic_at({0, 1});
  warning.severity = Severity::kWarning;
  report.files.push_back(
      file_with("b.yaml", "k\n", {diagnostic_at({0, 1}), warning, warning}));
  report.files.push_back(file_with("c.yaml", "k\n", {}));
  EXPECT_EQ(text(), "1 error, 2 warnings, 1 note in 2 of 3 files\n");
  report.files[0].suppressed = {note, warning};
  report.files[2].suppressed = {note};
  EXPECT_EQ(text(),
            "1 error, 2 warnings, 1 note in 2 of 3 files (3 suppressed)\n");
}

}  // namespace
}  // namespace catalint
