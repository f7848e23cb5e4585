// The machine's own file system and git, in temporary directories.
#include "app/posix_file_system.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <climits>
#include <fstream>
#include <sstream>
#include <thread>

#include "app/posix_descriptor.h"
#include "app/write_all.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

const std::vector<std::string> kPatterns = {
    "catalog-info.yaml", "catalog-info.yml", "*.catalog-info.yaml"};

// Without the settings of whoever runs the tests.
constexpr const char* kInit =
    "git init -q . && git config user.email a@example.com && "
    "git config user.name a && git config commit.gpgsign false";

std::string listed(const std::string& directory) {
  auto files = PosixFileSystem().git_files(directory, kPatterns);
  if (!files) return "error: " + files.error().message;
  std::sort(files->begin(), files->end());
  std::string out;
  for (const std::string& file : *files) {
    out += (out.empty() ? "" : " ") + file;
  }
  return out;
}

TEST(PosixFileSystem, TellsKindsApart) {
  const TemporaryDirectory directory;
  directory.write("a/f", "x");
  directory.shell("mkfifo p && ln -s a/f l && ln -s nowhere b && ln -s a d");
  const PosixFileSystem files;
  const struct {
    const char* path;
    FileKind kind;
    bool is_link;
  } rows[] = {
      {"a", FileKind::kDirectory, false},  {"a/f", FileKind::kFile, false},
      {"p", FileKind::kOther, false},      {"l", FileKind::kFile, true},
      {"b", FileKind::kMissing, true},     {"d", FileKind::kDirectory, true},
      {"none", FileKind::kMissing, false}, {"a/f/x", FileKind::kMissing, false},
      {"", FileKind::kMissing, false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(files.kind(row.path), row.kind) << row.path;
    EXPECT_EQ(files.is_link(row.path), row.is_link) << row.path;
    EXPECT_EQ(files.path_kind(row.path).kind, row.kind) << row.path;
    EXPECT_EQ(files.path_kind(row.path).is_link, row.is_link) << row.path;
  }
  EXPECT_EQ(files.real_path("l"), (directory.path() / "a/f").string());
  EXPECT_EQ(files.real_path("b"), std::nullopt);
}

TEST(PosixFileSystem, OpensRegularFiles) {
  const TemporaryDirectory directory;
  directory.write("f", "a\nb");
  directory.shell("mkfifo p && mkdir d");
  const PosixFileSystem files;
  const auto in = files.open("f");
  ASSERT_TRUE(in) << in.error().message;
  std::ostringstream out;
  out << (*in)->rdbuf();
  EXPECT_EQ(out.str(), "a\nb");
  const struct {
    const char* path;
    const char* error;
  } rows[] = {
      {"none", "no such file or directory"},
      {"p", "it is not a regular file"},
      {"d", "it is not a regular file"},
      {"f/x", "not a directory"},
  };
  for (const auto& row : rows) {
    const auto refused = files.open(row.path);
    ASSERT_FALSE(refused) << row.path;
    EXPECT_EQ(refused.error().message, row.error);
  }
}

TEST(PosixFileSystem, Reads) {
  const TemporaryDirectory directory;
  const std::string bytes("a\0\xFF\r\n", 5);
  directory.write("f", bytes);
  directory.write("empty", "");
  directory.write("large", std::string((1 << 20) + 1, 'x'));
  directory.shell("mkfifo p && mkdir d");
  const PosixFileSystem files;
  const auto read = [&](const std::string& path, std::size_t most) {
    const auto text = files.read(path, most);
    return text ? *text : "error: " + text.error().message;
  };
  EXPECT_EQ(read("f", 5), bytes);
  EXPECT_EQ(read("empty", 0), "");
  EXPECT_EQ(read("large", 1 << 20),
            "error: it is larger than 1 MiB, the most that catalint reads");
  EXPECT_EQ(read("large", (1 << 20) + 1).size(), (1U << 20U) + 1);
  EXPECT_EQ(read("none", 9), "error: no such file or directory");
  EXPECT_EQ(read("p", 9), "error: it is not a regular file");
  EXPECT_EQ(read("d", 9), "error: it is not a regular file");
}

// A file of the repository may be a link to anything, and nothing is to hang.
TEST(PosixFileSystem, WaitsForNoPipeButOneThatAPersonNamed) {
  const TemporaryDirectory directory;
  directory.write("f", "file");
  directory.shell("mkdir d && mkfifo p && ln -s f l");
  int ends[2] = {-1, -1};
  ASSERT_EQ(::pipe(ends), 0);
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const std::string text(20'000, 'x');
  ASSERT_TRUE(write_all(ends[1], text));
  writing.close();
  const std::string path = "/dev/fd/" + std::to_string(ends[0]);
  const PosixFileSystem files;
  const auto said = [](const Result<std::string>& read) {
    return read ? *read : "error: " + read.error().message;
  };
  EXPECT_EQ(said(files.read(path, 1 << 20)), "error: it is not a regular file");
  auto given = files.read_given(path, 1 << 20);
  EXPECT_EQ(said(given), text);
  EXPECT_GE(given->capacity(), 1U << 20U);  // it was never moved
  EXPECT_EQ(said(files.read_given("l", 9)), "file");
  EXPECT_EQ(said(files.read_given("d", 9)), "error: it is not a regular file");
  EXPECT_EQ(said(files.read_given("/dev/null", 9)),
            "error: it is neither a regular file nor a pipe");
  std::jthread writer([] {
    std::ofstream out("p");
    out << std::string((1 << 20) + 1, 'y');
  });
  EXPECT_EQ(said(files.read_given("p", 1 << 20)),
            "error: it is larger than 1 MiB, the most that catalint reads");
}

TEST(PosixFileSystem, KnowsWhereItMayWrite) {
  const TemporaryDirectory directory;
  directory.write("a/f", "x");
  directory.write("r", "x");
  directory.shell(
      "ln -s nowhere b && ln -s a/f l && mkfifo p && chmod 444 r && ln -s r k");
  const PosixFileSystem files;
  const struct {
    const char* path;
    const char* error;
  } rows[] = {
      {"new", ""},
      {"a/new", ""},
      {"a/f", ""},
      {"l", ""},
      {"p", ""},
      {"/dev/null", ""},
      {"a", "it is a directory"},
      {"r", "it is read-only"},  // even for root
      {"k", "it is read-only"},
      {"b", "it is a link that leads nowhere"},
      {"c/new", "there is no directory `c`"},
      {"a/f/new", "`a/f` is not a directory"},
  };
  const auto too_long = files.may_write(std::string(NAME_MAX + 1, 'n'));
  EXPECT_EQ(too_long ? too_long->message : "", "its name is too long");
  for (const auto& row : rows) {
    const auto error = files.may_write(row.path);
    EXPECT_EQ(error ? error->message : "", row.error) << row.path;
  }
}

TEST(PosixFileSystem, Lists) {
  const TemporaryDirectory directory;
  directory.write("a/f", "x");
  directory.write("a/.h", "x");
  directory.shell("mkdir a/d && ln -s f a/l && ln -s none a/b && mkfifo a/p");
  auto entries = PosixFileSystem().list("a");
  ASSERT_TRUE(entries);
  std::sort(entries->begin(), entries->end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  const DirectoryEntry expected[] = {
      {".h", FileKind::kFile, false},     {"b", FileKind::kMissing, true},
      {"d", FileKind::kDirectory, false}, {"f", FileKind::kFile, false},
      {"l", FileKind::kFile, true},       {"p", FileKind::kOther, false}};
  ASSERT_EQ(entries->size(), std::size(expected));
  for (std::size_t i = 0; i < entries->size(); ++i) {
    EXPECT_EQ((*entries)[i].name, expected[i].name);
    EXPECT_EQ((*entries)[i].kind, expected[i].kind) << expected[i].name;
    EXPECT_EQ((*entries)[i].is_link, expected[i].is_link) << expected[i].name;
  }
  EXPECT_FALSE(PosixFileSystem().list("none"));
}

TEST(PosixFileSystem, GitListsTrackedAndUntrackedFiles) {
  const TemporaryDirectory directory;
  for (const char* name :
       {"catalog-info.yaml", "tracked/catalog-info.yml",
        "tracked/x.catalog-info.yaml", "untracked/catalog-info.yaml",
        "ignored/catalog-info.yaml", "other.yaml", "x/my-catalog-info.yaml",
        "gone/catalog-info.yaml"}) {
    directory.write(name, "k: v\n");
  }
  directory.write(".gitignore", "ignored\n");
  directory.shell(std::string(kInit) +
                  " && git add .gitignore catalog-info.yaml tracked gone && "
                  "git commit -q -m x && rm -r gone");
  EXPECT_EQ(listed("."),
            "catalog-info.yaml gone/catalog-info.yaml "
            "tracked/catalog-info.yml tracked/x.catalog-info.yaml "
            "untracked/catalog-info.yaml");
  EXPECT_EQ(listed("tracked"), "catalog-info.yml x.catalog-info.yaml");
  EXPECT_EQ(listed("x"), "");
  // ignored, yet tracked all the same
  directory.shell("git add -f ignored");
  EXPECT_EQ(listed("ignored"), "catalog-info.yaml");
}

TEST(PosixFileSystem, GitListsNamesAsTheyAre) {
  const TemporaryDirectory directory;
  directory.write("a\nb/catalog-info.yaml", "k: v\n");
  directory.write("q\"'\\/catalog-info.yaml", "k: v\n");
  directory.write("é\xFF/catalog-info.yaml", "k: v\n");
  directory.write("-c/catalog-info.yaml", "k: v\n");
  directory.write("*/catalog-info.yaml", "k: v\n");
  directory.shell(kInit);
  EXPECT_EQ(listed("."),
            "*/catalog-info.yaml -c/catalog-info.yaml a\nb/catalog-info.yaml "
            "q\"'\\/catalog-info.yaml é\xFF/catalog-info.yaml");
  EXPECT_EQ(listed("-c"), "catalog-info.yaml");
}

// Git's own answer for a repository in a repository is its directory alone.
TEST(PosixFileSystem, GitLeavesNestedRepositoriesOut) {
  const TemporaryDirectory directory;
  directory.write("catalog-info.yaml", "k: v\n");
  directory.write("nested/catalog-info.yaml", "k: v\n");
  directory.shell(std::string(kInit) + " && cd nested && " + kInit);
  EXPECT_EQ(listed("."), "catalog-info.yaml");
  EXPECT_EQ(listed("nested"), "catalog-info.yaml");
}

TEST(PosixFileSystem, GitFailsOutsideARepository) {
  const TemporaryDirectory directory;
  directory.shell("mkdir .git");
  EXPECT_EQ(listed("."), "error: git ls-files failed to list the files");
  EXPECT_EQ(listed("none"), "error: git ls-files failed to list the files");
}

// A repository may name a program that git would run.
TEST(PosixFileSystem, GitRunsNoProgramOfTheRepository) {
  const TemporaryDirectory directory;
  directory.write("catalog-info.yaml", "k: v\n");
  directory.write("evil", "#!/bin/sh\ntouch ran\n");
  directory.shell(std::string(kInit) +
                  " && chmod +x evil && git add catalog-info.yaml && "
                  "git config core.fsmonitor ./evil");
  EXPECT_EQ(listed("."), "catalog-info.yaml");
  EXPECT_EQ(PosixFileSystem().kind("ran"), FileKind::kMissing);
}

}  // namespace
}  // namespace catalint
