#include "app/discover.h"

#include <gtest/gtest.h>

#include <sstream>

#include "app/fake_file_system.h"

namespace catalint {
namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

// `files | failures | warnings`, or the error of usage.
std::string discovered(const FakeFileSystem& files, const Options& options,
                       const std::string& in = "") {
  std::istringstream input(in);
  std::ostringstream out;
  std::ostringstream err;
  Env env{.arguments = {},
          .in = input,
          .out = out,
          .err = err,
          .files = files,
          .variable = [](const std::string&) { return std::nullopt; }};
  const auto found = discover(options, Config{}, env);
  EXPECT_EQ(out.str() + err.str(), "");
  if (!found) return "error: " + found.error().message;
  const auto joined = [](const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
      all += (all.empty() ? "" : " ") + text;
    }
    return all;
  };
  std::vector<std::string> unread;
  for (const UnreadPath& path : found->unread) unread.push_back(path.message);
  return joined(found->files) + " | " + joined(unread) + " | " +
         joined(found->warnings) + (found->reads_stdin ? " | stdin" : "");
}

std::string discovered(const FakeFileSystem& files,
                       const std::vector<std::string>& paths) {
  Options options;
  options.paths = paths;
  return discovered(files, options);
}

constexpr const char* kNothingHere =
    ": no descriptor in this directory; catalint looks for catalog-info.yaml, "
    "catalog-info.yml and *.catalog-info.yaml";

TEST(Discover, TakesExplicitFilesWhateverTheirName) {
  FakeFileSystem files;
  files.add("a.txt");
  files.add("d/b.yaml");
  files.fifos = {"pipe"};
  files.links = {{"link", "d/b.yaml"}, {"broken", "nowhere"}};
  const struct {
    std::vector<std::string> paths;
    const char* found;
  } rows[] = {
      {{"a.txt"}, "a.txt |  | "},
      {{"d/b.yaml", "a.txt"}, "a.txt d/b.yaml |  | "},
      {{"link"}, "link |  | "},
      {{"-"}, " |  |  | stdin"},
      {{"-", "a.txt"}, "a.txt |  |  | stdin"},
      {{"none.yaml"}, " | none.yaml: there is no such file | "},
      {{"broken"}, " | broken: there is no such file | "},
      {{"no\nne"}, " | no\\nne: there is no such file | "},
      {{"pipe"},
       " | pipe: it is not a regular file; `-` reads standard input | "},
      {{"a.txt", "none", "pipe"},
       "a.txt | none: there is no such file pipe: it is not a regular file; "
       "`-` reads standard input | "},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(discovered(files, row.paths), row.found);
  }
}

TEST(Discover, NamesEachFileOnce) {
  FakeFileSystem files;
  files.add("a/b/catalog-info.yaml");
  for (const char* path : {"./a//b/catalog-info.yaml", "a//b/catalog-info.yaml",
                           "a/./b/catalog-info.yaml"}) {
    files.links[path] = "a/b/catalog-info.yaml";
  }
  files.directories.insert({"./a//b/", "a/b/"});
  for (const char* path :
       {"./a//b/catalog-info.yaml", "a//b/catalog-info.yaml",
        "a/./b/catalog-info.yaml", "a/b", "./a//b/", "a/b/"}) {
    EXPECT_EQ(discovered(files, {path, "a/b/catalog-info.yaml"}),
              "a/b/catalog-info.yaml |  | ")
        << path;
  }
  EXPECT_EQ(discovered(files, {".", "a", "a/b", "a/b/catalog-info.yaml"}),
            "a/b/catalog-info.yaml |  | ");
}

TEST(Discover, SearchesDirectoriesOnTheDisk) {
  FakeFileSystem files;
  files.add("catalog-info.yaml");
  files.add("a/catalog-info.yml");
  files.add("a/x.catalog-info.yaml");
  files.add("a/b/c/catalog-info.yaml");
  files.add("a/catalog-info.yaml.bak");
  files.add("a/my-catalog-info.yaml");
  files.add("a/x.catalog-info.yml");
  files.add("a/Catalog-Info.yaml");
  files.add("node_modules/p/catalog-info.yaml");
  files.add("a/node_modules/p/catalog-info.yaml");
  files.add(".git/catalog-info.yaml");
  files.add(".hidden/catalog-info.yaml");
  files.fifos = {"a/b/catalog-info.yml"};
  files.directories.insert("d/catalog-info.yaml");
  files.directories.insert("d");
  EXPECT_EQ(discovered(files, {"."}),
            ".hidden/catalog-info.yaml a/b/c/catalog-info.yaml "
            "a/catalog-info.yml a/x.catalog-info.yaml catalog-info.yaml |  | ");
  EXPECT_EQ(discovered(files, {"a/b"}), "a/b/c/catalog-info.yaml |  | ");
  EXPECT_EQ(discovered(files, {"d"}), " |  | d"s + kNothingHere);
  // who names it means it
  EXPECT_EQ(discovered(files, {"node_modules/p"}),
            "node_modules/p/catalog-info.yaml |  | ");
  EXPECT_EQ(files.git_calls, 0);
}

TEST(Discover, SearchesTheWorkingDirectoryUnlessToldOtherwise) {
  FakeFileSystem files;
  files.add("a/catalog-info.yaml");
  EXPECT_EQ(discovered(files, Options()), "a/catalog-info.yaml |  | ");
}

TEST(Discover, FollowsLinksInsideTheDirectoryAlone) {
  FakeFileSystem files;
  files.add("a/real.yaml");
  files.add("out.yaml");
  files.add("ab/evil.yaml");
  files.links = {{"a/catalog-info.yaml", "a/real.yaml"},
                 {"a/catalog-info.yml", "out.yaml"},
                 {"a/x.catalog-info.yaml", "ab/evil.yaml"},
                 {"a/y.catalog-info.yaml", "nowhere"},
                 {"a/dir", "ab"}};
  files.add("ab/catalog-info.yaml");
  EXPECT_EQ(discovered(files, {"a"}), "a/catalog-info.yaml |  | ");
  files.has_repository = true;
  files.git = {{"catalog-info.yaml", "catalog-info.yml", "x.catalog-info.yaml",
                "y.catalog-info.yaml"}};
  EXPECT_EQ(discovered(files, {"a"}), "a/catalog-info.yaml |  | ");
}

TEST(Discover, AsksGitInsideARepository) {
  FakeFileSystem files;
  files.has_repository = true;
  files.add("a/catalog-info.yaml");
  files.add("a/ignored/catalog-info.yaml");
  files.add("a/b/catalog-info.yaml");
  files.git = {{"b/catalog-info.yaml", "catalog-info.yaml",
                "deleted/catalog-info.yaml"}};
  EXPECT_EQ(discovered(files, {"a"}),
            "a/b/catalog-info.yaml a/catalog-info.yaml |  | ");
  files.git = std::vector<std::string>();
  EXPECT_EQ(discovered(files, {"a"}), " |  | a"s + kNothingHere);
}

TEST(Discover, SearchesTheDiskWhereGitFails) {
  FakeFileSystem files;
  files.has_repository = true;
  files.add("a/catalog-info.yaml");
  EXPECT_EQ(
      discovered(files, {"a"}),
      "a/catalog-info.yaml |  | a: git could not list the files; the disk "
      "was searched instead");
  EXPECT_EQ(files.git_calls, 1);
}

TEST(Discover, ReportsDirectoriesThatCannotBeRead) {
  FakeFileSystem files;
  files.add("a/catalog-info.yaml");
  files.add("a/b/catalog-info.yaml");
  files.unreadable = {"a/b"};
  EXPECT_EQ(discovered(files, {"a"}),
            "a/catalog-info.yaml | a/b: permission denied | ");
}

TEST(Discover, ReadsListsOfPaths) {
  FakeFileSystem files;
  for (const char* path : {"a.yaml", "b c.yaml", "d\ne.yaml", "-", "x\r"}) {
    files.add(path);
  }
  const struct {
    std::string list;
    const char* found;
  } rows[] = {
      {"a.yaml\nb c.yaml\n", "a.yaml b c.yaml |  | "},
      {"a.yaml", "a.yaml |  | "},
      {"a.yaml\r\nb c.yaml\r\n", "a.yaml b c.yaml |  | "},
      {"\n\na.yaml\n\n", "a.yaml |  | "},
      {"a.yaml\0d\ne.yaml\0"s, "a.yaml d\ne.yaml |  | "},
      {"x\r\0"s, "x\r |  | "},
      {"none\n", " | none: there is no such file | "},
      {"", " |  | "},
      {"\0"s, " |  | "},
  };
  Options from_file;
  from_file.files_from = "list";
  Options from_stdin;
  from_stdin.files_from = "-";
  for (const auto& row : rows) {
    files.files["list"] = row.list;
    EXPECT_EQ(discovered(files, from_file), row.found);
    EXPECT_EQ(discovered(files, from_stdin, row.list), row.found);
  }
  from_file.paths = {"a.yaml"};
  files.files["list"] = "b c.yaml\n";
  EXPECT_EQ(discovered(files, from_file), "a.yaml b c.yaml |  | ");
}

TEST(Discover, RefusesListsThatCannotBe) {
  FakeFileSystem files;
  Options options;
  options.files_from = "none";
  EXPECT_EQ(discovered(files, options),
            "error: the list `none` could not be read: no such file or "
            "directory");
  options.files_from = "-";
  options.paths = {"-"};
  EXPECT_EQ(discovered(files, options),
            "error: `-` and `--files-from -` both read standard input; give "
            "one");
}

// A list is of files: no name in it stands for standard input.
TEST(Discover, DashInAListIsNotLost) {
  FakeFileSystem files;
  files.add("-");
  Options options;
  options.files_from = "list";
  files.files["list"] = "-\n";
  EXPECT_EQ(discovered(files, options), "- |  | ");
}

}  // namespace
}  // namespace catalint
