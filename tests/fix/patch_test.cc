#include "fix/patch.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

struct Row {
  const char* before;
  const char* after;
  const char* patch;
};

TEST(Patch, IsAUnifiedDiff) {
  const std::vector<Row> rows = {
      {"a\n", "a\n", ""},
      {"", "", ""},
      {"a\n", "b\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n"},
      {"", "b\n", "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+b\n"},
      {"a\n", "", "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n"},
      {"a", "b",
       "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n"
       "\\ No newline at end of file\n"},
      {"a\r\nb\r\n", "a\r\nc\r\n",
       "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"},
      // three lines of context at each side
      {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n",
       "--- a/x\n+++ b/x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"},
      // changes near one another share a hunk, others do not
      {"1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n",
       "--- a/x\n+++ b/x\n@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n"
       "+y\n"},
      {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
       "--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 "
       "@@\n 6\n 7\n 8\n-9\n+y\n"},
      // equal lines hold nothing together, and need not
      {"a\na\na\n", "a\na\n",
       "--- a/x\n+++ b/x\n@@ -1,3 +1,2 @@\n a\n a\n-a\n"},
      // a moved line
      {"1\n2\n3\n", "2\n3\n1\n",
       "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n-1\n 2\n 3\n+1\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(unified_diff("x", row.before, row.after), row.patch)
        << row.before << "->\n"
        << row.after;
  }
}

TEST(Patch, QuotesPathsAsGitDoes) {
  const auto head = [](const std::string& path) {
    const std::string patch = unified_diff(path, "a\n", "b\n");
    return patch.substr(0, patch.find('\n'));
  };
  EXPECT_EQ(head("a/b.yaml"), "--- a/a/b.yaml");
  EXPECT_EQ(head("a b"), "--- a/a b\t");
  EXPECT_EQ(head("caf\u00e9"), "--- \"a/caf\\303\\251\"");
  EXPECT_EQ(head("a\nb"), "--- \"a/a\\012b\"");
  EXPECT_EQ(head("a\"b\\c"), "--- \"a/a\\\"b\\\\c\"");
  EXPECT_EQ(head("/tmp/x"), "--- a/tmp/x");
}

}  // namespace
}  // namespace catalint
