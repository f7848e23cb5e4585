#include "rules/ignore_comment.h"

#include <gtest/gtest.h>

#include "yaml/parse.h"

namespace catalint {
namespace {

std::vector<IgnoreComment> read(const SourceFile& source) {
  return ignore_comments_of(source, parse_yaml(source));
}

// `lines: id id (reason)` or `span text: mistake`, joined by `; `.
std::string dump(const std::string& text) {
  const SourceFile source("x.yaml", text);
  std::string out;
  for (const IgnoreComment& comment : read(source)) {
    out += out.empty() ? "" : "; ";
    if (!comment.mistake.empty()) {
      out += std::string(source.text(comment.span)) + ": " + comment.mistake;
      continue;
    }
    const bool is_file = comment.last_line > 1000;
    out += std::to_string(comment.first_line) + "-" +
           (is_file ? "end" : std::to_string(comment.last_line)) + ":";
    for (const IgnoreComment::Entry& entry : comment.entries) {
      EXPECT_EQ(source.text(entry.span), entry.pattern);
      out += " " + entry.pattern;
    }
    out += " (" + comment.reason + ")";
  }
  return out;
}

TEST(IgnoreComment, ReadsRequests) {
  const struct {
    const char* text;
    const char* dump;
  } rows[] = {
      {"a: b # catalint: ignore[p/a] why\n", "1-1: p/a (why)"},
      {"a: b # catalint:ignore  [ p/a , p/* ]why \t\r\n", "1-1: p/a p/* (why)"},
      {"a: b ### catalint: ignore[p/a]: why [not]\n", "1-1: p/a (: why [not])"},
      {"a: b # the shop's # catalint: ignore[p/a] why # not\n",
       "1-1: p/a (why # not)"},
      {"a: b # catalint: ignore[p/a] \u00FC\n", "1-1: p/a (\u00FC)"},
      {"a: b # catalint: ignore[p/a] \x1B[31m\u202E\n",
       "1-1: p/a (\\x1B[31m\\u{202E})"},
      {"a: b # catalint: ignore[p/a] Bearer tttttttttttttttt\n",
       "1-1: p/a (Bearer tttt\u2026)"},
      // no requests
      {"", ""},
      {"a: b # see catalint: ignore[p/a] why\n", ""},
      {"a: b # say '# catalint: ignore[p/a] why'\n", ""},
      {"a: b # Catalint: ignore[p/a] why\n", ""},
      {"a: b#catalint: ignore[p/a] why\n", ""},
      {"a: 'b # catalint: ignore[p/a] why'\n", ""},
      {"a: 'b\n  # catalint: ignore[p/a] why'\n", ""},
      {"a: |\n  # catalint: ignore[p/a] why\n", ""},
      {"catalint: 'a'\n", ""},
      // mistakes
      {"# catalint:\n", "catalint:: nothing stands after `catalint:`"},
      {"# catalint: [p/a] why\n",
       "catalint: [p/a] why: nothing stands after `catalint:`"},
      {"# catalint: Ignore[p/a] why\n",
       "Ignore: `Ignore` is no word that catalint knows; did you mean "
       "`ignore`?"},
      {"# catalint: ignore-next[p/a] why\n",
       "ignore-next: `ignore-next` is no word that catalint knows"},
      {"# catalint: \x1B[2J\n", "\x1B: `\\x1B` is no word that catalint knows"},
      {"# catalint: ignore\n",
       "ignore: no rules in brackets stand after `ignore`"},
      {"# catalint: ignore p/a why\n",
       "ignore: no rules in brackets stand after `ignore`"},
      {"# catalint: ignore[p/a why\n", "[p/a why: `[` is never closed"},
      {"# catalint: ignore[ ] why\n",
       "[ ]: a rule is missing between the brackets"},
      {"# catalint: ignore[p/a,,p/b] why\n",
       "[p/a,,p/b]: a rule is missing between the brackets"},
      {"# catalint: ignore[p/a] \n",
       "catalint: ignore[p/a]: it gives no reason"},
      {"# catalint: ignore[p/a] - .\n",
       "catalint: ignore[p/a] - .: it gives no reason"},
  };
  for (const auto& row : rows) EXPECT_EQ(dump(row.text), row.dump) << row.text;
}

TEST(IgnoreComment, ReachesLines) {
  const struct {
    const char* text;
    const char* dump;
  } rows[] = {
      {"# catalint: ignore[p/a] x\na: b\nc: d\n", "1-2: p/a (x)"},
      {"\xEF\xBB\xBF# catalint: ignore[p/a] x\na: b\n", "1-2: p/a (x)"},
      {"# catalint: ignore[p/a] x\r\n  # more\r\na: b\r\n", "1-3: p/a (x)"},
      {"# catalint: ignore[p/a] x\n# catalint: ignore[p/b] y\na: b\n",
       "1-3: p/a (x); 2-3: p/b (y)"},
      {"# catalint: ignore[p/a] x\n\na: b\n", "1-1: p/a (x)"},
      {"# catalint: ignore[p/a] x\n# more\n \t\na: b\n", "1-2: p/a (x)"},
      {"# catalint: ignore[p/a] x", "1-1: p/a (x)"},
      {"a: b # catalint: ignore[p/a] x\nc: d\n", "1-1: p/a (x)"},
      {"a:\n  # catalint: ignore[p/a] x\n  b: c # catalint: ignore[p/b] y\n"
       "  # catalint: ignore[p/c] z\n  d: e\n",
       "2-3: p/a (x); 3-3: p/b (y); 4-5: p/c (z)"},
      {"a: | # catalint: ignore[p/a] x\n  b\n", "1-1: p/a (x)"},
      // the whole file
      {"# catalint: ignore-file[p/a] x\na: b\n", "1-end: p/a (x)"},
      {"\xEF\xBB\xBF# catalint: ignore-file[p/a] x\na: b\n", "1-end: p/a (x)"},
      {"# c\n\n%YAML 1.2\n--- # d\n---\n\n# catalint: ignore-file[p/a] x\na: "
       "b\n",
       "1-end: p/a (x)"},
      {"a: b # catalint: ignore-file[p/a] x\n",
       "ignore-file: `ignore-file` stands below the start of the content"},
      {"--- a # catalint: ignore-file[p/a] x\n",
       "ignore-file: `ignore-file` stands below the start of the content"},
      {"a: b\n---\n# catalint: ignore-file[p/a] x\n",
       "ignore-file: `ignore-file` stands below the start of the content"},
      // no YAML
      {"# catalint: ignore-file[p/a] x\na: 'b # catalint: ignore[p/b] y\n",
       "1-end: p/a (x); 2-2: p/b (y)"},
      {"a: [b # catalint: ignore[p/a] x\n", "1-1: p/a (x)"},
      {"a: b # catalint: ignore[p/a] x\nc: 'd\n", "1-1: p/a (x)"},
  };
  for (const auto& row : rows) EXPECT_EQ(dump(row.text), row.dump) << row.text;
}

TEST(IgnoreComment, ReadsNoMoreThanItsLimits) {
  const std::string long_id = "p/" + std::string(127, 'a');
  EXPECT_EQ(dump("# catalint: ignore[" + long_id + "] x\n"),
            long_id + ": no rule has an id of more than 128 bytes");
  std::string many = "# catalint: ignore[p/a";
  for (int i = 0; i < 1000; ++i) many += ",p/a";
  EXPECT_EQ(dump(many + "] x\n# catalint: ignore[p/b] y\n"),
            many.substr(2) +
                "] x: catalint reads no more than 1000 ids in the comments of "
                "a file");
  std::string lines;
  for (int i = 0; i < 1500; ++i) lines += "# catalint: ignore[p/a] x\n";
  const SourceFile source("x.yaml", lines);
  const auto comments = read(source);
  ASSERT_EQ(comments.size(), 1001U);
  EXPECT_EQ(comments[999].mistake, "");
  EXPECT_NE(comments[1000].mistake, "");
}

TEST(IgnoreComment, IsUsed) {
  const SourceFile source("x.yaml",
                          "# catalint: ignore-file[p/*, catalint/a] file\n"
                          "# catalint: ignore[p/a, catalint/*] above\n"
                          "a: b # catalint: ignore[p/a, p/b] beside\n"
                          "c: d\n");
  const struct {
    const char* rule;
    std::size_t line;
    const char* reason;
    const char* used;  // an `x` for each pattern that is
  } rows[] = {
      {"p/a", 3, "beside", "x-x-x-"},  {"p/b", 3, "beside", "x----x"},
      {"p/a", 2, "above", "x-x---"},   {"p/b", 4, "file", "x-----"},
      {"q/a", 3, "", "------"},        {"catalint/a", 3, "file", "-x----"},
      {"catalint/b", 3, "", "------"},
  };
  for (const auto& row : rows) {
    auto comments = read(source);
    const auto* comment = IgnoreIndex(source, comments)
                              .use(row.rule, source.line_span(row.line).begin);
    std::string used;
    for (const IgnoreComment& one : comments) {
      for (const auto& entry : one.entries) used += entry.is_used ? 'x' : '-';
    }
    EXPECT_EQ(comment == nullptr ? "" : comment->reason, row.reason)
        << row.rule << row.line;
    EXPECT_EQ(used, row.used) << row.rule << row.line;
  }
}

}  // namespace
}  // namespace catalint
