#include "base/path_pattern.h"

#include <gtest/gtest.h>

namespace catalint {
namespace {

TEST(PathPattern, FitsPathsAsGitignoreDoes) {
  const struct {
    const char* pattern;
    const char* path;
    bool fits;
    bool fits_or_holds;
  } rows[] = {
      {"a.yaml", "a.yaml", true, true},
      {"a.yaml", "x/y/a.yaml", true, true},
      {"a.yaml", "b.yaml", false, false},
      {"*.yaml", "x/b.yaml", true, true},
      {"x/*.yaml", "x/b.yaml", true, true},
      {"x/*.yaml", "x/y/b.yaml", false, false},
      {"x/*.yaml", "y/x/b.yaml", false, false},
      {"/b.yaml", "b.yaml", true, true},
      {"/b.yaml", "x/b.yaml", false, false},
      {"./x/b.yaml", "x/b.yaml", true, true},
      {"x/**/b.yaml", "x/b.yaml", true, true},
      {"x/**/b.yaml", "x/y/z/b.yaml", true, true},
      {"**/b.yaml", "b.yaml", true, true},
      {"x/**", "x/y/z", true, true},
      {"x/**", "y/z", false, false},
      {"**/x/**/y/*", "a/x/b/y/c", true, true},
      {"**/x/**/y/*", "a/x/b/c", false, false},
      {"templates", "templates/a/b.yaml", false, true},
      {"templates", "x/templates/b.yaml", false, true},
      {"templates/", "templates/b.yaml", false, true},
      {"templates/", "templates", false, false},
      {"x/templates", "y/x/templates/a", false, false},
      {"?.yaml", "a.yaml", true, true},
      {"?.yaml", "ab.yaml", false, false},
      {"a*b", "a/b", false, false},
      {"", "a", false, false},
  };
  for (const auto& row : rows) {
    const PathPattern pattern(row.pattern);
    EXPECT_EQ(pattern.fits(row.path), row.fits)
        << row.pattern << " " << row.path;
    EXPECT_EQ(pattern.fits_or_holds(row.path), row.fits_or_holds)
        << row.pattern << " " << row.path;
  }
}

}  // namespace
}  // namespace catalint
