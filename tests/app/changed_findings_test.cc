// `check --since` in real repositories: what counts as brought by a change.
#include "app/changed_findings.h"

#include <gtest/gtest.h>

#include <sstream>

#include "app/fake_file_system.h"
#include "app/sharded_run.h"
#include "support/run_program.h"
#include "support/temporary_directory.h"

namespace catalint {
namespace {

constexpr const char* kInit =
    "git init -q -b main . && git config user.email a@example.com && "
    "git config user.name a && git config commit.gpgsign false";

// Its annotations begin on line 6.
std::string entity(const std::string& name, const std::string& annotations,
                   const std::string& rest = "") {
  return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
         "  name: " +
         name + "\n  annotations:\n" + annotations +
         "spec:\n  type: service\n  lifecycle: production\n  owner: team\n" +
         rest;
}

constexpr const char* kKey = "    jira/project-key: SHOP\n";
constexpr const char* kBadType = "    jira/token-type: bearer\n";  // the card
constexpr const char* kUnknown = "    jira/epic: x\n";  // nothing is lost

// The file.
constexpr const char* kBroken =
    "apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata:\n  name: u\n"
    "  name: u\nspec:\n  memberOf: []\n---\n";

std::string utf16(const std::string& text) {
  std::string out = "\xFF\xFE";
  for (const char c : text) out.append({c, '\0'});
  return out;
}

// "FILE:LINE rule" for each finding. In shards they are the same.
std::string findings_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--quiet", "--fail-on", "note"});
  const Outcome merged = run_in_shards(arguments);
  arguments.insert(arguments.begin(), "check");
  const Outcome outcome = run_program({.arguments = std::move(arguments)});
  EXPECT_EQ(merged.out, outcome.out);
  EXPECT_EQ(merged.err, outcome.err);
  EXPECT_EQ(merged.status, outcome.status);
  std::string found = outcome.err;
  std::istringstream out(outcome.out);
  for (std::string line; std::getline(out, line);) {
    if (line.starts_with(' ') || !line.ends_with(']')) continue;
    const std::size_t place = line.find(':', line.find(':') + 1);
    found += (found.empty() ? "" : ", ") + line.substr(0, place) + " " +
             line.substr(line.rfind('[') + 1);
    found.pop_back();
  }
  return found;
}

TEST(ChangedFindings, DependOnWhatIsLost) {
  const std::string two = entity("a", std::string(kKey) + kBadType) + "---\n";
  const std::string old = std::string(kKey) + kBadType + kUnknown;
  const struct {
    const char* text;
    std::string before;
    std::string after;
    const char* findings;
  } rows[] = {
      {"nothing", entity("a", old), entity("a", old), ""},
      {"the line itself", entity("a", std::string(kKey) + "    jira/epik: x\n"),
       entity("a", std::string(kKey) + kUnknown),
       "f.yaml:7 jira/unknown-annotation"},
      {"another line of the document", entity("a", old + "    a/b: c\n"),
       entity("a", old + "    a/b: d\n"), "f.yaml:7 jira/token-type"},
      {"the key is taken away",
       entity("a", std::string(kKey) + "    jira/component: x\n"),
       entity("a", "    jira/component: x\n"),
       "f.yaml:6 jira/orphan-annotation"},
      {"a field is taken away at the end", entity("a", kKey, "  system: x\n"),
       "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
       "  name: a\n  annotations:\n    jira/project-key: SHOP\nspec:\n"
       "  type: service\n  lifecycle: production\n",
       "f.yaml:7 backstage/spec-field"},
      {"a field is taken away before a comment",
       entity("a", kKey, "# the end\n"),
       "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n"
       "  name: a\n  annotations:\n    jira/project-key: SHOP\nspec:\n"
       "  type: service\n  lifecycle: production\n# the end\n",
       "f.yaml:7 backstage/spec-field"},
      {"the first line is taken away", entity("a", kKey),
       entity("a", kKey).substr(entity("a", kKey).find('\n') + 1),
       "f.yaml:1 backstage/envelope"},
      {"the second document", two + entity("b", old),
       two + entity("b", old + "    a/b: c\n"), "f.yaml:19 jira/token-type"},
      {"a line taken away at the start of the second document",
       two + "# b\n" + entity("b", old), two + entity("b", old),
       "f.yaml:19 jira/token-type"},
      {"a line taken away at the end of the first document",
       entity("a", old, "# a\n") + "---\n" + entity("b", old),
       entity("a", old) + "---\n" + entity("b", old),
       "f.yaml:7 jira/token-type"},
      {"the file is lost, whatever changed in it",
       std::string(kBroken) + entity("b", kKey),
       std::string(kBroken) + entity("c", kKey), "f.yaml:5 yaml/duplicate-key"},
      {"one document comes to name the other's entity",
       entity("a", kKey) + "---\n" + entity("a\n  namespace: b", kKey),
       entity("a", kKey) + "---\n" + entity("a\n  namespace: default", kKey),
       "f.yaml:15 backstage/duplicate-entity"},
      {"text that is no text to git", utf16(entity("a", kKey)),
       utf16(entity("b", kKey)), "f.yaml:1 yaml/encoding"},
  };
  const TemporaryDirectory directory;
  directory.shell(kInit);
  directory.shell("echo '*.yaml -diff' >.gitattributes");
  for (const auto& row : rows) {
    directory.write("f.yaml", row.before);
    directory.shell("git add -A && git commit --allow-empty -qm x");
    directory.write("f.yaml", row.after);
    EXPECT_EQ(findings_of({"f.yaml", "--since", "HEAD"}), row.findings)
        << row.text;
  }
}

// A rule of one's own finds a list of three lines.
TEST(ChangedFindings, CountOnAnyOfTheirLines) {
  const TemporaryDirectory directory;
  directory.write("rules.yaml",
                  "pack: p\nrules:\n- id: p/list\n  what: w\n  why: w\n"
                  "  severity: note\n  checks:\n"
                  "  - {at: [spec, dependsOn], type: string, message: m}\n");
  const std::string list =
      "  dependsOn:\n  - component:a\n  - component:b\n  - component:c\n";
  directory.write("f.yaml", entity("a", kKey, list + "  system: x\n"));
  directory.shell(std::string(kInit) + " && git add -A && git commit -qm x");
  const std::vector<std::string> arguments = {"f.yaml", "--rules", "rules.yaml",
                                              "--since", "HEAD"};
  EXPECT_EQ(findings_of(arguments), "");
  directory.shell("sed -i 's/system: x/system: y/' f.yaml");
  EXPECT_EQ(findings_of(arguments), "");
  directory.shell("sed -i 's/component:c/component:d/' f.yaml");
  EXPECT_EQ(findings_of(arguments), "f.yaml:12 p/list");
}

TEST(ChangedFindings, CountWhereTheOtherFileChanged) {
  const TemporaryDirectory directory;
  directory.write("b/catalog-info.yaml", entity("a", kKey));
  directory.write("c/catalog-info.yaml", entity("c", kKey));
  directory.shell(std::string(kInit) + " && git add -A && git commit -qm x");
  directory.write("a/catalog-info.yaml", entity("a", kKey));
  EXPECT_EQ(findings_of({"--since", "HEAD"}),
            "b/catalog-info.yaml:4 backstage/duplicate-entity");
}

TEST(ChangedFindings, StayOldInAFileThatIsRenamed) {
  const TemporaryDirectory directory;
  const std::string old = entity("a", std::string(kKey) + kBadType);
  directory.write("a/catalog-info.yaml", old);
  directory.write("b/catalog-info.yaml", old + "# b\n");
  directory.write("template.yaml", old + "# a\n# template\n");
  directory.shell(std::string(kInit) +
                  " && git add -A && git commit -qm x && mkdir c d e && "
                  "git mv a/catalog-info.yaml c && "
                  "git mv b/catalog-info.yaml d && "
                  "git mv template.yaml e/catalog-info.yaml");
  EXPECT_EQ(findings_of({"c", "d", "--since", "HEAD", "--ignore",
                         "backstage/duplicate-entity"}),
            "");
  // What was no descriptor is new to the catalog.
  EXPECT_EQ(findings_of({"e", "--since", "HEAD"}),
            "e/catalog-info.yaml:7 jira/token-type");
  directory.shell("sed -i 's/team/them/' d/catalog-info.yaml");
  EXPECT_EQ(findings_of({"c", "d", "--since", "HEAD", "--ignore",
                         "backstage/duplicate-entity"}),
            "d/catalog-info.yaml:7 jira/token-type");
}

// A gate that cannot know rather reports.
TEST(ChangedFindings, CountInFilesThatGitDoesNotTrack) {
  const std::string old = entity("a", std::string(kKey) + kBadType);
  const TemporaryDirectory outside;
  outside.write("f.yaml", old);
  const TemporaryDirectory directory;
  directory.write("f.yaml", old);
  directory.write(".gitignore", "ignored.yaml\n");
  directory.write("ignored.yaml", old);
  directory.write("sub/f.yaml", old);
  directory.shell(std::string("cd sub && ") + kInit +
                  " && git add -A && git commit -qm x && cd .. && " + kInit +
                  " && git add -A 2>/dev/null && git commit -qm x");
  const std::string elsewhere = (outside.path() / "f.yaml").string();
  for (const std::string& path :
       {std::string("ignored.yaml"), std::string("sub/f.yaml"), elsewhere}) {
    EXPECT_EQ(findings_of({"f.yaml", path, "--since", "HEAD", "--ignore",
                           "backstage/duplicate-entity"}),
              path + ":7 jira/token-type");
  }
}

TEST(ChangedFindings, DoNotDependOnTheUsersSettings) {
  const TemporaryDirectory directory;
  directory.write("f.yaml",
                  entity("a", std::string(kKey) + kUnknown, "  system: x\n"));
  directory.shell(std::string(kInit) +
                  " && git add -A && git commit -qm x && "
                  "git config diff.interHunkContext 99 && "
                  "git config diff.context 9 && git config diff.renames false "
                  "&& git config diff.mnemonicPrefix true && "
                  "git config color.ui always && mkdir d && git mv f.yaml d");
  directory.shell(
      "sed -i -e 's/v1alpha1/v1beta1/' -e 's/system: x/system: y/' d/f.yaml");
  EXPECT_EQ(findings_of({"d/f.yaml", "--since", "HEAD"}), "");
}

TEST(ChangedFindings, AloneAreFixed) {
  FakeFileSystem files;
  files.add("a.yaml", entity("shop",
                             "    jira/epic: x \n    jira/token-type: "
                             "bearer\n    jira/project-key: SHOP\n"));
  files.add("b.yaml", entity("b", "    jira/project-key: shop\n"));
  files.changes = GitChanges{
      "/repository",
      "diff --git a.yaml a.yaml\n--- a.yaml\n+++ a.yaml\n@@ -8 +8 @@\n-x\n+y\n",
      {"a.yaml", "b.yaml"}};
  Invocation invocation;
  invocation.arguments = {"check", "a.yaml", "b.yaml",        "--since",
                          "main",  "--fix",  "--unsafe-fixes"};
  invocation.files = &files;
  run_program(invocation);
  EXPECT_NE(files.files["a.yaml"].find("type: Bearer\n"), std::string::npos);
  EXPECT_NE(files.files["b.yaml"].find("key: shop\n"), std::string::npos);
}

TEST(ChangedFindings, NeedGitAndACommit) {
  FakeFileSystem files;
  files.add("a.yaml", entity("shop", kKey));
  Invocation invocation;
  invocation.arguments = {"check", "a.yaml", "--since", "main"};
  invocation.files = &files;
  const Outcome unknown = run_program(invocation);
  EXPECT_EQ(unknown.status, kUsage);
  EXPECT_EQ(unknown.err,
            "catalint: --since `main`: git knows no such commit\n");
}

}  // namespace
}  // namespace catalint
