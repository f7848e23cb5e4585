#include "report/report.h"

#include <gtest/gtest.h>

#include <set>

#include "report/make_report.h"
#include "report/xml.h"

namespace catalint {
namespace {

using Texts = std::vector<std::string>;

Diagnostic about(const std::string& entity, const std::string& subject,
                 Span span = {0, 1}) {
  Diagnostic diagnostic = diagnostic_at(span);
  diagnostic.entity = entity;
  diagnostic.subject = subject;
  return diagnostic;
}

Texts fingerprints_of(const std::string& path, const std::string& bytes,
                      std::vector<Diagnostic> diagnostics) {
  return fingerprints(file_with(path, bytes, std::move(diagnostics)), path);
}

TEST(Fingerprint, StaysWhenLinesAndFilesMove) {
  const Texts before =
      fingerprints_of("a.yaml", "k: v\n", {about("c:d/x", "k", {3, 4})});
  const Texts after = fingerprints_of("b/a.yaml", "# c\n\nk: v\n",
                                      {about("c:d/x", "k", {8, 9})});
  EXPECT_EQ(before, after);
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before[0].size(), 16U);
  EXPECT_EQ(before[0].find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(Fingerprint, IsAnotherForEachFinding) {
  const Texts all = fingerprints_of(
      "a.yaml", "k\n",
      {about("c:d/x", "k"), about("c:d/x", "k"), about("c:d/x", "k"),
       about("c:d/x", "l"), about("c:d/y", "k"), about("", "k"),
       about("c:d/xk", ""), about("c:d/", "xk")});
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
  // without an entity the file's name tells them apart
  EXPECT_NE(fingerprints_of("a.yaml", "k\n", {about("", "k")}),
            fingerprints_of("b.yaml", "k\n", {about("", "k")}));
}

TEST(Fingerprint, DoesNotChangeBetweenVersions) {
  EXPECT_EQ(fingerprint(about("component:default/x", "jira/project-key"),
                        "a.yaml", 0),
            "b5ca58acd71600b8");
}

TEST(Summary, Counts) {
  Report report;
  Diagnostic fixable = about("", "");
  fixable.fix = Fix();
  Diagnostic note = about("", "");
  note.severity = Severity::kNote;
  Diagnostic warning = about("", "");
  warning.severity = Severity::kWarning;
  report.files.push_back(file_with("a", "k", {fixable, note, warning, note}));
  report.files.push_back(file_with("b", "k", {about("", "")}));
  report.files[0].documents = 3;
  report.files[1].documents = 2;
  report.files[0].entities.resize(2);
  report.files[0].suppressed = {fixable, note};
  report.files[1].suppressed = {warning};
  const Summary summary = summarize(report);
  EXPECT_EQ(summary.files, 2U);
  EXPECT_EQ(summary.documents, 5U);
  EXPECT_EQ(summary.entities, 2U);
  EXPECT_EQ(summary.errors, 2U);
  EXPECT_EQ(summary.warnings, 1U);
  EXPECT_EQ(summary.notes, 2U);
  EXPECT_EQ(summary.suppressed, 3U);
  EXPECT_EQ(summary.fixable, 1U);
  EXPECT_EQ(summary.findings(), 5U);
}

TEST(WorstFirst, KeepsTheOrderOfEqualOnes) {
  const auto graded = [](Severity severity, std::size_t at) {
    Diagnostic diagnostic = diagnostic_at({at, at});
    diagnostic.severity = severity;
    return diagnostic;
  };
  using enum Severity;
  Report report;
  report.files.push_back(
      file_with("a", "k", {graded(kNote, 0), graded(kError, 1)}));
  report.files.push_back(file_with(
      "b", "k", {graded(kWarning, 2), graded(kError, 3), graded(kNote, 4)}));
  std::string order;
  for (const FileFinding& finding : worst_first(report)) {
    order += finding.file->source->path() +
             std::to_string(finding.diagnostic().primary.begin) + " ";
  }
  EXPECT_EQ(order, "a1 b3 b2 a0 b4 ");
}

TEST(PathInRepository, StartsAtItsRoot) {
  const struct {
    ReportRoot root;
    const char* path;
    const char* from_root;
  } rows[] = {
      {{"/r", ""}, "a/b", "a/b"},
      {{"/r", "x/y/"}, "a", "x/y/a"},
      {{"/r", "x/y/"}, "./a", "x/y/a"},
      {{"/r", "x/y/"}, "../a", "x/a"},
      {{"/r", "x/y/"}, "../../a", "a"},
      {{"/r", "x/y/"}, "../../../a", "../../../a"},
      {{"/r", "x/"}, "/r/z/a", "z/a"},
      {{"/r", "x/"}, "/r/z/../a", "a"},
      {{"/r", ""}, "/rest/a", "/rest/a"},
      {{"/r", ""}, "/a", "/a"},
      {{"", ""}, "/a", "/a"},
      {{"", ""}, "./a", "a"},
      {{"", ""}, "<stdin>", "<stdin>"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(path_in_repository(row.root, row.path), row.from_root);
  }
}

TEST(MessageWithHint, IsOneLine) {
  Diagnostic diagnostic = diagnostic_at({0, 0});
  EXPECT_EQ(message_with_hint(diagnostic), "it is wrong");
  diagnostic.hint = "mend it";
  EXPECT_EQ(message_with_hint(diagnostic), "it is wrong; mend it");
  diagnostic.message = "did you mean `x`?";
  EXPECT_EQ(message_with_hint(diagnostic), "did you mean `x`? mend it");
}

TEST(EscapeXml, LeavesNothingThatAParserRefuses) {
  const struct {
    const char* text;
    const char* escaped;
  } rows[] = {
      {"", ""},
      {"a é 😀", "a é 😀"},
      {"<a b=\"c\">&amp;]]>", "&lt;a b=&quot;c&quot;&gt;&amp;amp;]]&gt;"},
      {"a\tb\r\nc", "a&#9;b&#13;&#10;c"},
      {"\x1B[31m \x7F \u009B \uFFFE \xFF",
       "\uFFFD[31m \uFFFD \uFFFD \uFFFD \uFFFD"},
  };
  for (const auto& row : rows) EXPECT_EQ(escape_xml(row.text), row.escaped);
}

TEST(MaskedText, CutsSecrets) {
  FileReport file = file_with("a", "k: SECRET, l: HIDDEN\n", {});
  file.secrets = {{3, 9}, {14, 20}};
  const struct {
    Span span;
    const char* text;
  } rows[] = {
      {{0, 20}, "k: SECR…, l: HIDD…"},
      {{0, 2}, "k:"},
      {{3, 9}, "SECR…"},
      {{0, 5}, "k: SECR…"},
      {{5, 11}, ", "},
      {{9, 14}, ", l: "},
      {{4, 8}, ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(masked_text(file, row.span), row.text) << row.span.begin;
  }
}

}  // namespace
}  // namespace catalint
