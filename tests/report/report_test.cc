#include "report/report.h"

#include <gtest/gtest.h>

#include <set>

#include "report/make_report.h"

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
  return fingerprints(file_with(path, bytes, std::move(diagnostics)));
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
